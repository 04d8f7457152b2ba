package bobbin.oauth;

import java.time.Instant;

/**
 * A token as its app gets it; the only moment at which its text is known.
 *
 * @param userId the number by which the app knows the person
 * @param expiresIn whole seconds
 */
public record Issued(String text, long userId, long expiresIn) {

    /** A token that stays as it is, with the time that it has left. */
    static Issued again(String text, Standing standing, Instant now) {
        return new Issued(text, standing.held().scopedId(), standing.token().secondsLeft(now));
    }

    /** Does not show the token. */
    @Override
    public String toString() {
        return "Issued[userId=" + userId + "]";
    }
}
