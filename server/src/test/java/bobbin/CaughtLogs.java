package bobbin;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.OperationSettings.LogFormat;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Every line that anybody logs while this is open, our libraries too, as it would be written in both formats. */
final class CaughtLogs extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<String> json = new CopyOnWriteArrayList<>();
    private final Logger everybody = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Encoder<ILoggingEvent> asText = Logs.encoder(everybody.getLoggerContext(), LogFormat.TEXT);
    private final Encoder<ILoggingEvent> asJson = Logs.encoder(everybody.getLoggerContext(), LogFormat.JSON);

    CaughtLogs() {
        setContext(everybody.getLoggerContext());
        start();
        everybody.addAppender(this);
    }

    /** As text. */
    List<String> lines() {
        return List.copyOf(lines);
    }

    /** The same as JSON, but with slashes as they are, which JSON may also write otherwise. */
    List<String> json() {
        return List.copyOf(json);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(new String(asText.encode(event), UTF_8));
        json.add(new String(asJson.encode(event), UTF_8).replace("\\/", "/"));
    }

    @Override
    public void close() {
        everybody.detachAppender(this);
        stop();
    }
}
