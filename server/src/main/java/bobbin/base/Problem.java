package bobbin.base;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Something that a caller may do wrong, or that may go wrong: the numbers and sentences that clients match on (06).
 * Each feature lists its own in one class. A {@code %s} in the texts is filled by {@link #refuse}.
 *
 * @param type who refuses
 * @param concern which setting may change the HTTP status
 * @param status HTTP status under the profile {@code friendly}
 * @param liveStatus HTTP status under the profile {@code meta}, where it differs (00 decision 1)
 * @param code may be negative
 * @param passing whether trying again makes sense
 */
public record Problem(
        Type type,
        Concern concern,
        int status,
        int liveStatus,
        int code,
        OptionalInt subcode,
        String message,
        Optional<String> userTitle,
        Optional<String> userMessage,
        boolean passing) {

    /** Codes that go with {@code is_transient} whatever else is known (06 §1). */
    private static final Set<Integer> MAYBE_PASSING = Set.of(1, 2, 4, 17, 613);

    private static final int INVALID_TOKEN = 190;

    /** Who refuses: Threads itself, the platform below it, or (for {@code appsecret_proof} only) the graph (06 §1). */
    public enum Type {
        THREADS("THApiException"),
        OAUTH("OAuthException"),
        GRAPH_METHOD("GraphMethodException");

        private final String wire;

        Type(String wire) {
            this.wire = wire;
        }

        public String wire() {
            return wire;
        }
    }

    /** What a refusal is about; {@code errors.http.*} may set the status of the first four (06 §2). */
    public enum Concern {
        TOKEN,
        VALIDATION,
        PERMISSION,
        RATE_LIMIT,
        OTHER
    }

    /** Threads' own parameter and field checks: {@code THApiException}, HTTP 400, usually code 100. */
    public static Problem api(int code, String message) {
        return new Problem(
                Type.THREADS,
                Concern.VALIDATION,
                400,
                400,
                code,
                OptionalInt.empty(),
                message,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    /** The platform layer: {@code OAuthException}, HTTP 400. */
    public static Problem platform(int code, String message) {
        return new Problem(
                Type.OAUTH,
                Concern.OTHER,
                400,
                400,
                code,
                OptionalInt.empty(),
                message,
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public Problem withType(Type other) {
        return new Problem(other, concern, status, liveStatus, code, subcode, message, userTitle, userMessage, passing);
    }

    public Problem withSubcode(int number) {
        return new Problem(
                type,
                concern,
                status,
                liveStatus,
                code,
                OptionalInt.of(number),
                message,
                userTitle,
                userMessage,
                passing);
    }

    /** Words for the person in front of the screen; sub-coded platform refusals have them, except those of tokens (06 §1). */
    public Problem explained(String title, String words) {
        return new Problem(
                type,
                concern,
                status,
                liveStatus,
                code,
                subcode,
                message,
                Optional.of(title),
                Optional.of(words),
                passing);
    }

    /** The same that trying again may get over. */
    public Problem whichPasses() {
        return new Problem(type, concern, status, liveStatus, code, subcode, message, userTitle, userMessage, true);
    }

    /** Whether callers are told if trying again makes sense, as {@code is_transient} (06 §1). */
    public boolean saysWhetherItPasses() {
        return MAYBE_PASSING.contains(code) || (type == Type.OAUTH && subcode.isPresent() && code != INVALID_TOKEN);
    }

    public Problem about(Concern other) {
        return new Problem(type, other, status, liveStatus, code, subcode, message, userTitle, userMessage, passing);
    }

    /** The HTTP status under both profiles. */
    public Problem withStatus(int both) {
        return withStatus(both, both);
    }

    /** The HTTP status under {@code friendly}, and as observed live under {@code meta}. */
    public Problem withStatus(int friendly, int live) {
        return new Problem(type, concern, friendly, live, code, subcode, message, userTitle, userMessage, passing);
    }

    /** The refusal to throw; the arguments fill the {@code %s} of all texts, each text from the first argument on. */
    public Refusal refuse(Object... arguments) {
        return new Refusal(new Problem(
                type,
                concern,
                status,
                liveStatus,
                code,
                subcode,
                fill(message, arguments),
                userTitle.map(text -> fill(text, arguments)),
                userMessage.map(text -> fill(text, arguments)),
                passing));
    }

    private static String fill(String text, Object... arguments) {
        return arguments.length == 0 ? text : String.format(Locale.ROOT, text, arguments);
    }
}
