package bobbin.insight;

/** How often others did something with a post, or with all that somebody has published. */
public record Numbers(long views, long likes, long replies, long reposts, long quotes, long shares) {
    static final Numbers NONE = new Numbers(0, 0, 0, 0, 0, 0);
}
