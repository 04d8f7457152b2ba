package bobbin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * A text that cannot be guessed: whoever shows it may use what it stands for. It carries the slot of its account, so that
 * it is found with its account; we keep nothing but its hash.
 *
 * @param slot 0 to 4095
 */
record Opaque(String text, int slot) {
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int SLOTS = 1 << 12;

    /** How such a text looks. */
    enum Form {
        /** An authorization code: {@code AQ} and 192 characters of {@code A-Za-z0-9-_} (03 §1.3). */
        CODE("AQ", LETTERS + "-_", 2, 190),
        /** A user token: {@code THAA} and 180 characters of {@code A-Za-z0-9}, well below 255 (03 §2.2). */
        TOKEN("THAA", LETTERS, 3, 177);

        private final String start;
        private final String alphabet;
        private final int slotDigits;
        private final int random;

        Form(String start, String alphabet, int slotDigits, int random) {
            this.start = start;
            this.alphabet = alphabet;
            this.slotDigits = slotDigits;
            this.random = random;
        }

        private int length() {
            return start.length() + slotDigits + random;
        }

        /** Each call of the API asks this 180 times; a search of the alphabet would be felt. */
        private boolean allows(char c) {
            return (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || (this == CODE && (c == '-' || c == '_'));
        }
    }

    /** A new text in this slot. */
    static Opaque fresh(Form form, int slot, SecureRandom random) {
        int base = form.alphabet.length();
        char[] slotDigits = new char[form.slotDigits];
        int rest = slot;
        for (int i = form.slotDigits - 1; i >= 0; i--) {
            slotDigits[i] = form.alphabet.charAt(rest % base);
            rest /= base;
        }
        StringBuilder text = new StringBuilder(form.length()).append(form.start).append(slotDigits);
        random.ints(form.random, 0, base).forEach(digit -> text.append(form.alphabet.charAt(digit)));
        return new Opaque(text.toString(), slot);
    }

    /** Reads a text that somebody shows; empty if it cannot be one of ours. */
    static Optional<Opaque> parse(Form form, String text) {
        if (text.length() != form.length() || !text.startsWith(form.start)) {
            return Optional.empty();
        }
        int slot = 0;
        for (int i = form.start.length(); i < form.length(); i++) {
            char digit = text.charAt(i);
            if (!form.allows(digit)) {
                return Optional.empty();
            }
            if (i < form.start.length() + form.slotDigits) {
                slot = slot * form.alphabet.length() + form.alphabet.indexOf(digit);
            }
        }
        return slot < SLOTS ? Optional.of(new Opaque(text, slot)) : Optional.empty();
    }

    /** SHA-256 in base 64, 43 characters. Needs no salt: the text itself is longer than any table of guesses. */
    String hash() {
        return sha256(text);
    }

    static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK knows SHA-256", e);
        }
    }

    /** Says nothing, lest it stands in a log. */
    @Override
    public String toString() {
        return "Opaque[slot=" + slot + "]";
    }
}
