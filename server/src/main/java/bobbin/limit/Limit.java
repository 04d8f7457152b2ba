package bobbin.limit;

import bobbin.base.Setting;
import java.time.Duration;
import java.util.Locale;

/** What a person may do only so often, over all apps (05 §2): how often, in how long, and what counts as once. */
public enum Limit {
    POSTS(250, "posts published through apps"),
    REPLIES(1000, "replies published through apps"),
    DELETES(100, "posts deleted through apps"),
    LOCATION_SEARCH(500, "searches for places"),
    KEYWORD_SEARCH(2200, "searches for words that found something"),
    PROFILE_LOOKUP(1000, "look-ups of profiles"),
    PROFILE_POSTS(1000, "calls for the posts of a profile");

    private final int standard;
    private final String what;

    Limit(int standard, String what) {
        this.standard = standard;
        this.what = what;
    }

    Setting<Integer> total() {
        return Setting.of(
                key() + ".total", Integer.class, standard, "How many " + what + " a person may have, 0 or more.");
    }

    Setting<Duration> span() {
        return Setting.of(
                key() + ".duration",
                Duration.class,
                Duration.ofHours(24),
                "In how long they are counted: " + what + "; a moving window.");
    }

    private String key() {
        return "limits." + name().toLowerCase(Locale.ROOT);
    }
}
