package bobbin.webhook;

import bobbin.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One event for one app about one person, and how far we came with telling it (12 §12.7).
 *
 * @param id names it for receivers, however often it is sent
 * @param body the very text that is sent: ASCII, the same each time
 * @param lane the address to which it goes; empty if it is for streams only
 * @param begunAt from when the schedule of tries counts
 * @param attempts how often it was sent, or begun to be
 * @param due when it is sent next, while it is to be sent
 * @param last how the last try went
 */
public record Delivery(
        Id app,
        Id id,
        Id account,
        Field field,
        Id post,
        String body,
        State state,
        String lane,
        Instant begunAt,
        int attempts,
        Optional<Instant> due,
        Last last) {

    /** How far it is. */
    public enum State {
        WAITING,
        SENDING,
        DELIVERED,
        /** Given up, or not worth sending any more. */
        DROPPED,
        /** For streams only. */
        STREAMED
    }

    /**
     * How the last try went.
     *
     * @param status of the answer, if there was one
     * @param answer its first 1 KiB, or in words why there was none
     */
    public record Last(Optional<Instant> sentAt, Duration took, OptionalInt status, String answer) {
        static final Last NONE = new Last(Optional.empty(), Duration.ZERO, OptionalInt.empty(), "");

        /** The status as text; empty if there was no answer. */
        public String shownStatus() {
            return status.isPresent() ? Integer.toString(status.getAsInt()) : "";
        }
    }

    /** Whether it is a sample for trying a receiver, about nobody. */
    boolean isTest() {
        return account.equals(Id.LOWEST);
    }

    public boolean isDone() {
        return state == State.DELIVERED || state == State.DROPPED;
    }
}
