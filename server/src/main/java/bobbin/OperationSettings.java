package bobbin;

import bobbin.base.DataDirectory;
import bobbin.base.Fidelity;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How this process is run.
 *
 * @param data the folder of everything that Bobbin keeps in files
 * @param key from which all keys of the server are derived; {@code bobbin dev} makes its own
 */
record OperationSettings(Path data, Optional<OperatorKey> key, LogFormat logFormat, LogLevel logLevel) {
    static final Setting<LogFormat> LOG_FORMAT =
            Setting.of("log.format", LogFormat.class, LogFormat.TEXT, "How log lines are written.");
    static final Setting<LogLevel> LOG_LEVEL =
            Setting.of("log.level", LogLevel.class, LogLevel.INFO, "The least serious kind of line that is logged.");

    static final List<Setting<?>> ALL =
            List.of(DataDirectory.SETTING, Fidelity.SETTING, OperatorKey.SETTING, LOG_FORMAT, LOG_LEVEL);

    /** How a log line is written. */
    enum LogFormat {
        /** {@code time level logger message}, made for eyes. */
        TEXT,
        /** One JSON object per line. */
        JSON
    }

    /** What is logged: a level and everything more serious. */
    enum LogLevel {
        DEBUG,
        INFO,
        WARN,
        ERROR
    }

    static OperationSettings from(Setting.Values values) {
        Optional<String> key = Optional.of(values.get(OperatorKey.SETTING)).filter(text -> !text.isEmpty());
        return new OperationSettings(
                values.get(DataDirectory.SETTING),
                key.map(OperatorKey::new),
                values.get(LOG_FORMAT),
                values.get(LOG_LEVEL));
    }
}
