package bobbin.base;

import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/**
 * Makes ids. Never repeats one and never goes back while it runs, whatever the clock does. Two servers may collide in
 * rare cases; the primary key catches that and the write runs again.
 */
public final class Ids {
    private final InstantSource time;
    private final RandomGenerator random;
    /** The last tick given out: milliseconds, then sequence. */
    private final AtomicLong last = new AtomicLong();

    public Ids(InstantSource time) {
        this(time, RandomGenerator.getDefault());
    }

    Ids(InstantSource time, RandomGenerator random) {
        this.time = time;
        this.random = random;
    }

    /** A new id beside its owner: it carries the owner's slot. */
    public Id next(Id.Kind kind, Id owner) {
        return next(kind, owner.slot());
    }

    /** A new id in a slot, 0 to 4095. */
    public Id next(Id.Kind kind, int slot) {
        long now = time.millis() << Id.SEQUENCE_BITS;
        long tick = last.updateAndGet(before -> Math.max(before + 1, now));
        return Id.of(tick >> Id.SEQUENCE_BITS, slot, kind, (int) tick & (1 << Id.SEQUENCE_BITS) - 1);
    }

    /** A new owner (an account, an app) in a slot of its own, drawn by chance. */
    public Id newOwner(Id.Kind kind) {
        return next(kind, random.nextInt(Id.SLOTS));
    }
}
