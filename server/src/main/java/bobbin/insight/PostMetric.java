package bobbin.insight;

import java.util.List;
import java.util.Locale;

/** What can be asked about a post, with the words that clients show (11 §11.1). */
enum PostMetric {
    VIEWS("The number of times your post was viewed. " + Words.UNSETTLED),
    LIKES("The number of likes on your post."),
    REPLIES("The number of replies on your post."),
    REPOSTS("The number of times your post was reposted."),
    QUOTES("The number of times your post was quoted."),
    SHARES("The number of times your post was shared. " + Words.UNSETTLED);

    static final List<PostMetric> ALL = List.of(values());

    private final String description;

    private static final class Words {
        static final String UNSETTLED =
                "This metric is in development (https://www.facebook.com/business/help/metrics-labeling)";
    }

    PostMetric(String description) {
        this.description = description;
    }

    /** On the wire: {@code views}. */
    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code Views}. */
    String title() {
        return name().charAt(0) + wire().substring(1);
    }

    String description() {
        return description;
    }

    long of(Numbers numbers) {
        return switch (this) {
            case VIEWS -> numbers.views();
            case LIKES -> numbers.likes();
            case REPLIES -> numbers.replies();
            case REPOSTS -> numbers.reposts();
            case QUOTES -> numbers.quotes();
            case SHARES -> numbers.shares();
        };
    }
}
