package bobbin.insight;

import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** What can be asked about a post, with the words that clients show (11 §11.1). */
enum PostMetric {
    VIEWS("The number of times your post was viewed. " + Words.UNSETTLED, Numbers::views),
    LIKES("The number of likes on your post.", Numbers::likes),
    REPLIES("The number of replies on your post.", Numbers::replies),
    REPOSTS("The number of times your post was reposted.", Numbers::reposts),
    QUOTES("The number of times your post was quoted.", Numbers::quotes),
    SHARES("The number of times your post was shared. " + Words.UNSETTLED, Numbers::shares);

    static final List<PostMetric> ALL = List.of(values());

    private final String description;
    private final ToLongFunction<Numbers> number;

    private static final class Words {
        static final String UNSETTLED =
                "This metric is in development (https://www.facebook.com/business/help/metrics-labeling)";
    }

    PostMetric(String description, ToLongFunction<Numbers> number) {
        this.description = description;
        this.number = number;
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
        return number.applyAsLong(numbers);
    }
}
