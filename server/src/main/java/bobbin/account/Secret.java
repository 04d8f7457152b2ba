package bobbin.account;

import bobbin.base.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that nobody can guess, handed to a person: the token of a session or of a password reset. Begins with the slot of its
 * account, so that it is found where the account lives. Only its digest is kept.
 */
record Secret(String text) {
    private static final int RANDOM_BYTES = 32;
    private static final int SLOT_DIGITS = 3;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{3}[A-Za-z0-9_-]{43}");

    static Secret of(Id account, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return new Secret("%03x".formatted(account.slot())
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Reads what somebody sent; empty if it cannot be one of ours. */
    static Optional<Secret> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new Secret(text)) : Optional.empty();
    }

    int slot() {
        return Integer.parseInt(text, 0, SLOT_DIGITS, 16);
    }

    /** What is kept: SHA-256, which suffices for what cannot be guessed. */
    String digest() {
        return digest(text);
    }

    static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Does not show it. */
    @Override
    public String toString() {
        return "Secret[hidden]";
    }
}
