package bobbin.insight;

import java.util.List;
import java.util.Locale;

/** What can be asked about a profile, with the words that clients show; the title of each is its name (11 §11.2). */
enum UserMetric {
    VIEWS("The number of times your profile was viewed."),
    LIKES("The number of likes on your posts."),
    REPLIES("The number of replies on your posts."),
    REPOSTS("The number of times your posts were reposted."),
    QUOTES("The number of times your posts were quoted."),
    CLICKS("The number of times users clicked on a link."),
    FOLLOWERS_COUNT("This is your total number of followers on Threads."),
    FOLLOWER_DEMOGRAPHICS(
            "The demographic characteristics of followers, including countries, cities and gender distribution.");

    static final List<UserMetric> ALL = List.of(values());

    private final String description;

    UserMetric(String description) {
        this.description = description;
    }

    /** On the wire: {@code followers_count}. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }
}
