package bobbin.base;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The name of a thing: a positive 63-bit number that sorts by time and says what it names and where it lives.
 *
 * <p>From high to low: 40 bits of milliseconds since {@link #EPOCH} (so that a shortcode decodes to its time exactly as
 * real ones do, specification 07 §7.2; enough until June 2046), 12 bits of slot, 4 bits of kind, 7 bits of sequence. Why not one
 * bit more of time: {@code docs/decisions/0010-the-layout-of-an-id.md}.
 *
 * <p>The decimal form has 19 digits, the base-64 form (the <em>shortcode</em>) 11 characters.
 */
public record Id(long value) implements Comparable<Id> {
    /** Milliseconds of 2011-08-24T21:07:01.721Z, from which ids count their time (07 §7.2). */
    public static final long EPOCH = 1314220021721L;

    /** Slots are 0 to 4095. */
    public static final int SLOTS = 1 << 12;

    /** Below every id that was ever made. */
    public static final Id LOWEST = new Id(0);

    /** Above every id that will ever be made. */
    public static final Id HIGHEST = new Id(Long.MAX_VALUE);

    static final int SEQUENCE_BITS = 7;
    private static final int KIND_BITS = 4;
    private static final long KIND_MASK = ((1L << KIND_BITS) - 1) << SEQUENCE_BITS;
    private static final int TIME_SHIFT = 23;
    private static final long HIGHEST_BIT = 1L << 62;
    private static final Instant FIRST = Instant.ofEpochMilli(EPOCH);
    private static final Instant LAST = FIRST.plusMillis((1L << 40) - 1);
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final int LONGEST_DECIMAL = 19;
    private static final int LONGEST_SHORTCODE = 11;

    public Id {
        if (value < 0) {
            throw new IllegalArgumentException("An id is positive, not " + value);
        }
    }

    /** What an id can name. The numbers are written into ids: they never change, and the position in the list is not one. */
    public enum Kind {
        ACCOUNT(1),
        APP(2),
        CONTAINER(3),
        POST(4),
        MEDIA(5),
        LOCATION(6),
        SESSION(7),
        JOB(8),
        /** Anything that has no address of its own: a quota event, a delivery, a notification. */
        EVENT(9);

        private static final Kind[] BY_NUMBER = new Kind[1 << KIND_BITS];

        static {
            for (Kind kind : values()) {
                BY_NUMBER[kind.number] = kind;
            }
        }

        private final int number;

        Kind(int number) {
            this.number = number;
        }
    }

    static Id of(long millis, int slot, Kind kind, int sequence) {
        if (slot < 0 || slot >= SLOTS) {
            throw new IllegalArgumentException("A slot is 0 to 4095, not " + slot);
        }
        long low = ((long) slot << KIND_BITS | kind.number) << SEQUENCE_BITS | sequence;
        return new Id((millis - EPOCH) << TIME_SHIFT | low);
    }

    /**
     * The id of something that everybody knows by the same name, such as a place: taken from that name, so that every server makes the
     * same one. Of 58 bits by chance, and larger than all that are made before 2029; its time means nothing.
     */
    public static Id derived(Kind kind, String name) {
        long hash = ByteBuffer.wrap(sha256(kind.number + ":" + name)).getLong();
        long chance = hash & Long.MAX_VALUE & ~KIND_MASK;
        return new Id(chance | HIGHEST_BIT | ((long) kind.number << SEQUENCE_BITS));
    }

    /** The lowest id of this moment: what was made earlier is below it, what was made then or later is not. */
    public static Id floor(Instant time) {
        Instant possible = time.isBefore(FIRST) ? FIRST : time.isAfter(LAST) ? LAST : time;
        return new Id((possible.toEpochMilli() - EPOCH) << TIME_SHIFT);
    }

    /** Reads the decimal form; empty if this is no positive number of at most 19 digits. */
    public static Optional<Id> parse(String decimal) {
        if (decimal.isEmpty() || decimal.length() > LONGEST_DECIMAL || !isDigits(decimal)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Id(Long.parseLong(decimal)));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Reads the base-64 form; empty if this is none, or stands for more than 63 bits. */
    public static Optional<Id> fromShortcode(String shortcode) {
        if (shortcode.isEmpty() || shortcode.length() > LONGEST_SHORTCODE) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 0; i < shortcode.length(); i++) {
            int digit = ALPHABET.indexOf(shortcode.charAt(i));
            if (digit < 0 || value > Long.MAX_VALUE >> 6) {
                return Optional.empty();
            }
            value = value << 6 | digit;
        }
        return Optional.of(new Id(value));
    }

    /** What this id names; empty for a number that our generator never made. */
    public Optional<Kind> kind() {
        return Optional.ofNullable(Kind.BY_NUMBER[(int) (value >> SEQUENCE_BITS) & (1 << KIND_BITS) - 1]);
    }

    public boolean is(Kind kind) {
        return kind().filter(kind::equals).isPresent();
    }

    /** Where the row lives: that of its owner. */
    public int slot() {
        return (int) (value >> (SEQUENCE_BITS + KIND_BITS)) & (SLOTS - 1);
    }

    /** When it was made, to the millisecond. */
    public Instant time() {
        return Instant.ofEpochMilli((value >> TIME_SHIFT) + EPOCH);
    }

    /** The id that it would have if it had been made so much later, as far as ids reach: for lists that are not sorted by time alone. */
    public Id later(Duration by) {
        long room = LAST.toEpochMilli() - time().toEpochMilli();
        return new Id(value + (Math.clamp(by.toMillis(), 0, Math.max(0, room)) << TIME_SHIFT));
    }

    /** Big-endian base 64 without padding and without leading zeros (07 §7.2). */
    public String shortcode() {
        StringBuilder code = new StringBuilder(LONGEST_SHORTCODE);
        long rest = value;
        do {
            code.append(ALPHABET.charAt((int) (rest & 63)));
            rest >>>= 6;
        } while (rest > 0);
        return code.reverse().toString();
    }

    @Override
    public int compareTo(Id other) {
        return Long.compare(value, other.value);
    }

    /** The decimal form, as it stands on the wire. */
    @Override
    public String toString() {
        return Long.toString(value);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static boolean isDigits(String text) {
        return text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
