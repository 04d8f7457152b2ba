package bobbin;

import bobbin.OperationSettings.LogFormat;
import bobbin.OperationSettings.LogLevel;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Where log lines go: to standard error, one per event. Found by Logback itself, so that it looks for no file of its own; until a command
 * has read its settings, lines are text of level info. Libraries speak only from level warn on.
 */
public final class Logs extends ContextAwareBase implements Configurator {
    private static final String CONSOLE = "console";

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        use(context, LogFormat.TEXT, LogLevel.INFO);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Writes all further lines as the settings want it. */
    static void use(OperationSettings settings) {
        use((LoggerContext) LoggerFactory.getILoggerFactory(), settings.logFormat(), settings.logLevel());
    }

    /** As {@link #use}, but says only what is alarming, unless the operator wants to see every step: for work that tells its outcome itself. */
    static void hush(OperationSettings settings) {
        LogLevel level = settings.logLevel() == LogLevel.INFO ? LogLevel.WARN : settings.logLevel();
        use((LoggerContext) LoggerFactory.getILoggerFactory(), settings.logFormat(), level);
    }

    private static void use(LoggerContext context, LogFormat format, LogLevel level) {
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setName(CONSOLE);
        console.setContext(context);
        console.setTarget("System.err");
        console.setEncoder(encoder(context, format));
        console.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        Optional.ofNullable(root.getAppender(CONSOLE)).ifPresent(former -> {
            root.detachAppender(former);
            former.stop();
        });
        root.addAppender(console);
        root.setLevel(Level.WARN);
        context.getLogger("bobbin").setLevel(Level.valueOf(level.name()));
    }

    /** What makes a line of an event. */
    static Encoder<ILoggingEvent> encoder(LoggerContext context, LogFormat format) {
        Encoder<ILoggingEvent> encoder = switch (format) {
            case TEXT -> {
                LogLine line = new LogLine();
                line.setContext(context);
                line.start();
                LayoutWrappingEncoder<ILoggingEvent> lines = new LayoutWrappingEncoder<>();
                lines.setLayout(line);
                yield lines;
            }
            case JSON -> {
                JsonEncoder json = new JsonEncoder();
                json.setWithSequenceNumber(false);
                json.setWithNanoseconds(false);
                json.setWithContext(false);
                json.setWithMarkers(false);
                json.setWithArguments(false);
                json.setWithMessage(false);
                json.setWithFormattedMessage(true);
                yield json;
            }
        };
        encoder.setContext(context);
        encoder.start();
        return encoder;
    }
}
