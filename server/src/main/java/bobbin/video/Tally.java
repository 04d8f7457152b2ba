package bobbin.video;

/** Counts the samples of a track. */
final class Tally {
    private static final double A_TENTH = 0.1;

    private long samples;
    private long shown;
    private long start = Long.MAX_VALUE;
    private long end;
    private long bytes;
    private long shortest = Long.MAX_VALUE;
    private long longest;
    private long lastDelta;
    private boolean lastIsOpen;

    /**
     * Adds samples that are shown for the same time each. The very last sample of a track says nothing about its rate, because nothing
     * follows it.
     */
    void time(long count, long delta) {
        if (count == 0) {
            return;
        }
        settleLast();
        if (count > 1) {
            note(delta);
        }
        lastDelta = delta;
        lastIsOpen = true;
        samples = plus(samples, count);
        shown = plus(shown, times(count, delta));
    }

    void weigh(long count, long each) {
        bytes = plus(bytes, times(count, each));
    }

    long samples() {
        return samples;
    }

    /** Notes when a fragment begins and how long it is: some writers only say so by the beginning of the next. */
    void span(long from, long length) {
        start = Math.min(start, from);
        end = Math.max(end, plus(from, length));
    }

    /** How long all samples are shown, in units of the track's time scale. */
    long shown() {
        return shown;
    }

    /** How long the track is, in the same units. */
    long units() {
        return Math.max(shown, end - Math.min(start, end));
    }

    long bytes() {
        return bytes;
    }

    /** Samples per second; 0 if they take no time. */
    double rate(long timescale) {
        return units() == 0 ? 0 : (double) samples * timescale / units();
    }

    /** Bits per second; 0 if they take no time. */
    long bitRate(long timescale) {
        return units() == 0 ? 0 : Math.round(8.0 * bytes * timescale / units());
    }

    boolean varies() {
        if (samples < 2) {
            return false;
        }
        double mean = (double) (shown - lastDelta) / (samples - 1);
        return longest > mean * (1 + A_TENTH) || shortest < mean * (1 - A_TENTH);
    }

    private void settleLast() {
        if (lastIsOpen) {
            note(lastDelta);
        }
    }

    private void note(long delta) {
        shortest = Math.min(shortest, delta);
        longest = Math.max(longest, delta);
    }

    private static long plus(long a, long b) {
        return overflow(a + b < 0 ? -1 : a + b);
    }

    private static long times(long a, long b) {
        return overflow(Math.multiplyHigh(a, b) != 0 ? -1 : a * b);
    }

    private static long overflow(long value) {
        if (value < 0) {
            throw VideoUnusable.because("the samples add up to more than can be");
        }
        return value;
    }
}
