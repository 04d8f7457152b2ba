package bobbin.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person types to sign in. Compared in the form NFKC, so that keyboards do not matter. Never shown, logged or kept.
 *
 * @param text what was typed; without rules, since it may be wrong
 */
public record Password(String text) {
    /** The fewest characters of a new password (as NIST SP 800-63B advises). */
    public static final int SHORTEST = 8;

    /** The most characters of a new password. */
    public static final int LONGEST = 128;

    private static final Set<String> COMMON = common();

    public Password {
        text = Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** The same, fit to be a new password of this person; refuses what is too short or too easily guessed. */
    public Password checkedFor(Username username) {
        String folded = text.toLowerCase(Locale.ROOT);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST) {
            throw AccountProblems.PASSWORD_SHORT.refuse(SHORTEST);
        }
        if (length > LONGEST) {
            throw AccountProblems.PASSWORD_LONG.refuse(LONGEST);
        }
        if (COMMON.contains(folded)
                || folded.equals(username.text())
                || folded.chars().distinct().count() == 1) {
            throw AccountProblems.PASSWORD_COMMON.refuse();
        }
        return this;
    }

    byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Does not show it. */
    @Override
    public String toString() {
        return "Password[hidden]";
    }

    private static Set<String> common() {
        try (InputStream in = Password.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: common-passwords.txt");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
