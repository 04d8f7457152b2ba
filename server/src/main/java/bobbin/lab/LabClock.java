package bobbin.lab;

import bobbin.script.SettableClock;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The clock of a developer's Bobbin: that of the machine, and as much ahead of it as a file says. So the server and the commands beside it
 * have the same time, and a restart does not go back. The file is looked at 20 times a second at most.
 */
public final class LabClock implements SettableClock {
    public static final String NAME = "clock";

    private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(50);

    private final Path file;
    private final InstantSource machine;
    private volatile Ahead known;
    private volatile @Nullable Instant standing;

    /** How much it is ahead, and when that was read, by the machine's steady counter. */
    private record Ahead(Duration by, long read) {}

    public LabClock(Path file, InstantSource machine) {
        this.file = file;
        this.machine = machine;
        this.known = read();
    }

    /** Where it is written how much it is ahead; missing as long as it is not. */
    public Path file() {
        return file;
    }

    /** Stands still at this time until it is told otherwise: for what happened before the first start. Must not go back. */
    public void standAt(Instant time) {
        standing = time;
    }

    /** Goes again, with the machine. */
    public void goOn() {
        standing = null;
    }

    @Override
    public Instant instant() {
        Instant still = standing;
        return still != null ? still : going();
    }

    private Instant going() {
        Ahead ahead = known;
        if (System.nanoTime() - ahead.read() > FRESH) {
            ahead = read();
            known = ahead;
        }
        return machine.instant().plus(ahead.by());
    }

    @Override
    public synchronized void moveTo(Instant time) {
        Duration by = Duration.between(machine.instant(), time);
        if (by.compareTo(read().by()) > 0) {
            try {
                PrivateFile.write(file, by + "\n");
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write " + file, e);
            }
        }
        known = read();
    }

    private Ahead read() {
        try {
            String text = Files.exists(file) ? Files.readString(file).strip() : "";
            return new Ahead(text.isEmpty() ? Duration.ZERO : Duration.parse(text), System.nanoTime());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }
}
