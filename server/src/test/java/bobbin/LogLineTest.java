package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.slf4j.event.KeyValuePair;

class LogLineTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123456Z");

    @BeforeEach
    void belongsToNoCall() {
        MDC.clear();
    }

    @Test
    void saysWhenHowSeriousWhoWhatAndForWhichCall() {
        LoggingEvent event = event("call", null);
        event.setKeyValuePairs(List.of(new KeyValuePair("path", "/me"), new KeyValuePair("words", "two words")));
        event.setMDCPropertyMap(Map.of("trace", "Abc"));

        assertThat(line(event))
                .isEqualTo("2026-01-01T12:00:00.123Z INFO Speaker call path=/me words=\"two words\" trace=Abc\n");
    }

    @Test
    void letsNobodyWriteALineOfHisOwn() {
        LoggingEvent event = event("before\n2026 ERROR forged", null);
        event.setKeyValuePairs(List.of(new KeyValuePair("key", "a\r\nb\u0007")));

        assertThat(line(event)).hasLineCount(1).contains("before\\n2026").contains("key=a\\r\\nb\\u0007");
    }

    @Test
    void showsTheStackTraceOfAFault() {
        assertThat(line(event("failed", new IllegalStateException("broken"))))
                .contains("failed\njava.lang.IllegalStateException: broken\n\tat bobbin.LogLineTest");
    }

    private static String line(LoggingEvent event) {
        return new LogLine().doLayout(event);
    }

    private static LoggingEvent event(String message, @Nullable Throwable fault) {
        var logger = (Logger) LoggerFactory.getLogger("bobbin.some.Speaker");
        LoggingEvent event = new LoggingEvent("", logger, Level.INFO, message, fault, null);
        event.setInstant(NOON);
        return event;
    }
}
