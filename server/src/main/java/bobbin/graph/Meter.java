package bobbin.graph;

import java.time.Duration;
import java.util.Optional;

/** Counts calls against the budget of an app and a person (05 §4). */
public interface Meter {

    /** Counts one call and says how much of the budget is used up, itself included. */
    Usage count(Viewer viewer);

    /** Adds the time that a call took. */
    void took(Viewer viewer, long nanos);

    /**
     * How much of the budget is used, in whole percents; may exceed 100.
     *
     * @param counted false if there is no budget, so that no header is sent
     * @param refusedFor how long to wait for another call, if this one is too many
     */
    record Usage(int calls, int cpuTime, int totalTime, boolean counted, Optional<Duration> refusedFor) {
        /** Nothing is counted. */
        public static final Usage NONE = new Usage(0, 0, 0, false, Optional.empty());

        String header() {
            return "{\"call_count\":" + calls + ",\"total_cputime\":" + cpuTime + ",\"total_time\":" + totalTime + "}";
        }
    }

    /** A meter that counts nothing. */
    Meter NONE = new Meter() {
        @Override
        public Usage count(Viewer viewer) {
            return Usage.NONE;
        }

        @Override
        public void took(Viewer viewer, long nanos) {
            // nothing to add it to
        }
    };
}
