package bobbin.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address, as far as its form can be judged: a name, an {@code @}, a host; at most 254 characters (RFC 5321). */
public record Email(String text) {
    static final int LONGEST = 254;

    private static final Pattern FORM =
            Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@.\\p{Cntrl}]+(\\.[^\\s@.\\p{Cntrl}]+)*");

    /** Refuses what cannot be an address. */
    public Email {
        text = text.strip();
        if (!isOne(text)) {
            throw AccountProblems.EMAIL_FORM.refuse();
        }
    }

    /** The address that this text is, if it can be one. */
    static Optional<Email> parse(String text) {
        return isOne(text.strip()) ? Optional.of(new Email(text)) : Optional.empty();
    }

    /** The form under which it is unique: hosts do not care about capital letters, and neither do people. */
    String key() {
        return text.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
