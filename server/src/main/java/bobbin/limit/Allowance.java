package bobbin.limit;

import bobbin.limit.Tally.Count;

/**
 * What may be done in a moving window.
 *
 * @param buckets how many five minutes long the window is
 * @param cpuNanos how long calls may compute
 * @param totalNanos how long calls may take
 */
record Allowance(int buckets, long calls, long cpuNanos, long totalNanos, Enforced enforced) {

    /** Which of the budgets are more than a figure in a header. */
    enum Enforced {
        NOTHING,
        CALLS,
        CALLS_AND_TIME
    }

    /** Whether so much is more than is allowed. */
    boolean isBeyond(Count used) {
        return switch (enforced) {
            case NOTHING -> false;
            case CALLS -> used.calls() > calls;
            case CALLS_AND_TIME -> used.calls() > calls || used.nanos() > cpuNanos || used.nanos() > totalNanos;
        };
    }

    int callPercent(Count used) {
        return percent(used.calls(), calls);
    }

    /** Nobody can tell how long a call computed and how long it waited, so all of its time counts as both: never too little. */
    int cpuPercent(Count used) {
        return percent(used.nanos(), cpuNanos);
    }

    int totalPercent(Count used) {
        return percent(used.nanos(), totalNanos);
    }

    private static int percent(long used, long allowed) {
        return allowed == 0 ? 100 : (int) Math.min(Integer.MAX_VALUE, used * 100.0 / allowed);
    }
}
