package bobbin.insight;

import bobbin.base.Id;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Somebody who looks, as far as we must know them again.
 *
 * @param account empty for somebody who has not signed in
 * @param key their account, or a negative number that is made of what their browser sends
 */
public record Watcher(Optional<Id> account, long key) {

    public static Watcher of(Id account) {
        return new Watcher(Optional.of(account), account.value());
    }

    /** Somebody who has not signed in, known by a text that their browser always sends; the text itself is not kept. */
    public static Watcher anonymous(String mark) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(mark.getBytes(StandardCharsets.UTF_8));
            return new Watcher(Optional.empty(), ByteBuffer.wrap(hash).getLong() | Long.MIN_VALUE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    boolean is(Id other) {
        return account.filter(other::equals).isPresent();
    }
}
