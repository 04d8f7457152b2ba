package bobbin.app;

import bobbin.base.Id;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The id by which an app knows a person: always 16 digits and at most 2^53−1, so that readers of numbers do not round it, and never
 * an {@link Id}, which has 19 (01 §6). Its low 12 bits are the slot of the account, so that it is found where the account lives; the
 * rest is chance and says nothing.
 */
public record ScopedId(long value) {
    static final long LOWEST = 1_000_000_000_000_000L;
    static final long HIGHEST = (1L << 53) - 1;

    private static final int SLOT_BITS = 12;

    public ScopedId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("A scoped id has 16 digits and at most 53 bits, unlike " + value);
        }
    }

    /** A new id beside its account. */
    static ScopedId random(RandomGenerator random, Id account) {
        long above = random.nextLong(LOWEST >> SLOT_BITS, (HIGHEST >> SLOT_BITS) + 1);
        return new ScopedId(above << SLOT_BITS | account.slot());
    }

    /** The id of this number; empty if it names something else or nothing. */
    public static Optional<ScopedId> of(long value) {
        return isOne(value) ? Optional.of(new ScopedId(value)) : Optional.empty();
    }

    /** Reads the decimal form; empty if this is none. */
    public static Optional<ScopedId> parse(String decimal) {
        return Id.parse(decimal).flatMap(number -> of(number.value()));
    }

    /** Where the account lives. */
    int slot() {
        return (int) value & (Id.SLOTS - 1);
    }

    /** The decimal form, as it stands on the wire. */
    @Override
    public String toString() {
        return Long.toString(value);
    }

    private static boolean isOne(long value) {
        return value >= LOWEST && value <= HIGHEST;
    }
}
