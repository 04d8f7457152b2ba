package bobbin;

import java.util.Locale;

/** What one process is to the world (01 §1); the management port is apart. */
enum Role {
    GRAPH,
    WEB,
    MEDIA;

    /** As it stands in metrics and logs. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
