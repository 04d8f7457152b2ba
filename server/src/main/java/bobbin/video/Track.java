package bobbin.video;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A track with pictures or sound, and what has been counted of it so far.
 *
 * @param <E> how its samples are described
 */
final class Track<E> {
    /** In the flags of a sample in a fragment: it leans on others. */
    private static final int NOT_ALONE = 0x10000;

    private final TrackHeader header;
    private final E entry;
    private final long timescale;
    private final Edits edits;
    private final Defaults defaults;
    private final Tally tally = new Tally();
    private final List<KeyFrame> keyFrames = new ArrayList<>();

    Track(TrackHeader header, E entry, long timescale, Edits edits, Defaults defaults) {
        this.header = header;
        this.entry = entry;
        this.timescale = timescale;
        this.edits = edits;
        this.defaults = defaults;
    }

    /** How long it plays: all of its samples, or what the edit list makes of them. */
    Duration duration(long movieTimescale) {
        return edits.present() && edits.units() > 0
                ? time(edits.units(), movieTimescale)
                : time(tally.units(), timescale);
    }

    private static Duration time(long units, long timescale) {
        return Duration.ofSeconds(units / timescale, units % timescale * 1_000_000_000L / timescale);
    }

    TrackHeader header() {
        return header;
    }

    E entry() {
        return entry;
    }

    long timescale() {
        return timescale;
    }

    boolean hasEdits() {
        return edits.present();
    }

    Defaults defaults() {
        return defaults;
    }

    Tally tally() {
        return tally;
    }

    List<KeyFrame> keyFrames() {
        return keyFrames;
    }

    /** Keeps the first sample of a fragment if it can be shown alone, and there are not enough yet. */
    void offer(KeyFrame frame, long flags) {
        if ((flags & NOT_ALONE) == 0 && keyFrames.size() < SampleTable.KEY_FRAMES) {
            keyFrames.add(frame);
        }
    }
}
