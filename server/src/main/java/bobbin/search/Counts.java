package bobbin.search;

/** How often others did something with a post, or with all of somebody's posts. */
public record Counts(long likes, long replies, long reposts, long quotes, long views) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
}
