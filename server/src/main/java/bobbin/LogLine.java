package bobbin;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.slf4j.event.KeyValuePair;

/**
 * One event as one line for eyes: time, level, the class that speaks, what it says, then {@code key=value}, then what is known of
 * the call it belongs to. Line breaks inside are shown as {@code \n}, so that nobody can write a line of his own; only a stack trace follows on
 * lines of its own.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    /** The name under which the number of a call stands in the MDC: the {@code fbtrace_id} of its answer. */
    static final String TRACE = "trace";

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160)
                .append(event.getInstant().truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(speaker(event.getLoggerName()))
                .append(' ')
                .append(oneLine(event.getFormattedMessage()));
        List<KeyValuePair> pairs = Optional.ofNullable(event.getKeyValuePairs()).orElse(List.of());
        pairs.forEach(pair -> append(line, pair.key, String.valueOf(pair.value)));
        event.getMDCPropertyMap().forEach((key, value) -> append(line, key, value));
        line.append('\n');
        if (event.getThrowableProxy() != null) {
            line.append(ThrowableProxyUtil.asString(event.getThrowableProxy()));
        }
        return line.toString();
    }

    private static String speaker(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }

    private static void append(StringBuilder line, String key, String value) {
        line.append(' ').append(key).append('=');
        String safe = oneLine(value);
        if (safe.isEmpty() || safe.indexOf(' ') >= 0 || safe.indexOf('"') >= 0) {
            line.append('"').append(safe.replace("\"", "\\\"")).append('"');
        } else {
            line.append(safe);
        }
    }

    private static boolean isOneLine(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static String oneLine(String text) {
        if (isOneLine(text)) {
            return text;
        }
        StringBuilder safe = new StringBuilder();
        text.chars().forEach(c -> {
            switch (c) {
                case '\n' -> safe.append("\\n");
                case '\r' -> safe.append("\\r");
                case '\t' -> safe.append("\\t");
                default -> {
                    if (Character.isISOControl(c)) {
                        safe.append("\\u%04x".formatted(c));
                    } else {
                        safe.append((char) c);
                    }
                }
            }
        });
        return safe.toString();
    }
}
