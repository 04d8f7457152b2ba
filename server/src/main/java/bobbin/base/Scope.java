package bobbin.base;

import java.util.Arrays;
import java.util.Optional;

/** A permission that a person grants to an app (02 §8.1). */
public enum Scope {
    BASIC,
    CONTENT_PUBLISH,
    READ_REPLIES,
    MANAGE_REPLIES,
    MANAGE_INSIGHTS,
    KEYWORD_SEARCH,
    MANAGE_MENTIONS,
    DELETE,
    LOCATION_TAGGING,
    PROFILE_DISCOVERY,
    SHARE_TO_INSTAGRAM,
    BUSINESS_BASIC;

    private final String wire = "threads_" + name().toLowerCase(java.util.Locale.ROOT);

    /** The name on the wire, such as {@code threads_basic}. */
    public String wire() {
        return wire;
    }

    /** The permission of this name; case matters, as in the original. */
    public static Optional<Scope> parse(String wire) {
        return Arrays.stream(values()).filter(scope -> scope.wire.equals(wire)).findFirst();
    }
}
