package bobbin.card;

/** How often others did something with a post. */
public record Tally(long likes, long replies, long reposts, long quotes) {
    public static final Tally NONE = new Tally(0, 0, 0, 0);
}
