package bobbin.base;

import java.nio.file.Path;

/** Where everything lies that Bobbin keeps on disk: the SQLite file, media, keys it made for itself. */
public final class DataDirectory {
    public static final Setting<Path> SETTING = Setting.of(
            "data.directory",
            Path.class,
            Path.of("data"),
            "The folder that holds everything Bobbin keeps on disk; made at the first start, back it up as a whole.");

    private DataDirectory() {}
}
