package bobbin;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** Every line that is logged while this is open, as it would be written. */
final class CaughtLogs extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final LogLine layout = new LogLine();
    private final Logger ours = (Logger) LoggerFactory.getLogger("bobbin");

    CaughtLogs() {
        setContext(ours.getLoggerContext());
        start();
        ours.addAppender(this);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(layout.doLayout(event));
    }

    @Override
    public void close() {
        ours.detachAppender(this);
        stop();
    }
}
