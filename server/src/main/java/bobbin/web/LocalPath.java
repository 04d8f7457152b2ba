package bobbin.web;

import java.util.Optional;

/**
 * A place on this site, as far as a stranger may name it: a path with an optional query. Anything that a browser could read as the
 * address of another site is refused, so that our sign-in page sends nobody astray.
 */
public record LocalPath(String text) {
    /** The longest target of a call (01 §4), encoded once more behind {@code next=} of the sign-in page. */
    private static final int LONGEST = 32 << 10;

    /** Where people go when nothing else was said. */
    public static final LocalPath START = new LocalPath("/");

    /** Refuses what {@link #parse} refuses. */
    public LocalPath {
        if (!isLocal(text)) {
            throw new IllegalArgumentException("Not a local path");
        }
    }

    /** The path, or empty if the text is not one; browsers take {@code \} for {@code /} and drop control characters. */
    public static Optional<LocalPath> parse(String text) {
        return isLocal(text) ? Optional.of(new LocalPath(text)) : Optional.empty();
    }

    private static boolean isLocal(String text) {
        return text.startsWith("/")
                && !text.startsWith("//")
                && text.length() <= LONGEST
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
    }

    @Override
    public String toString() {
        return text;
    }
}
