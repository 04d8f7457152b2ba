package bobbin;

import bobbin.base.DataDirectory;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.graph.Edge;
import bobbin.http.PublicUrls;
import java.nio.file.Path;
import java.util.List;

/** All edges of a server, for tests that compare them with what is written elsewhere. */
final class ServedEdges {
    private ServedEdges() {}

    /** Opens a server in an empty folder, asks it what it can do, and closes it. */
    static List<Edge> of(Path folder) {
        Settings settings = Settings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                Object value = setting.equals(DataDirectory.SETTING)
                        ? folder
                        : setting.equals(OperatorKey.SETTING) ? "0123456789abcdef".repeat(4) : setting.standard();
                return setting.type().cast(value);
            }
        });
        try (Parts parts = Parts.of(settings, new TestClock())) {
            return Api.graph(parts, settings, new PublicUrls(settings.http()))
                    .edges()
                    .all();
        }
    }
}
