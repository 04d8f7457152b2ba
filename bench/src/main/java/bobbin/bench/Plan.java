package bobbin.bench;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * How thoroughly is measured.
 *
 * @param round for how long at a time
 * @param warmUp how many rounds before anything counts, at most; on one core the compiler takes its time from the calls
 * @param rounds of each of two that are compared, twice over
 * @param starts of a server
 * @param searched posts among which is searched
 * @param videoBytes of each video
 * @param grown posts at first
 * @param times as many posts afterwards
 * @param replies of the conversation that is read
 */
record Plan(
        Duration round,
        int warmUp,
        int rounds,
        int starts,
        int searched,
        int videoBytes,
        int grown,
        int times,
        int replies) {
    static final Plan WHOLE = new Plan(Duration.ofSeconds(4), 20, 2, 5, 100_000, 100_000_000, 10_000, 100, 1000);
    /** Only shows that it runs. */
    static final Plan SMOKE = new Plan(Duration.ofMillis(500), 1, 1, 1, 200, 5_000_000, 100, 3, 120);

    /** The compilers rest if they need less of a round than this. */
    private static final double RESTING = 0.05;
    /** So many rounds in a row at rest, and all is warm. */
    private static final int STEADY = 2;

    /** Lets clients work until the compilers rest. */
    void warm(int clients, Load.Client client) throws Exception {
        warm(() -> Load.run(clients, round, client));
    }

    /** Does something again and again until the compilers rest. */
    void warm(Callable<?> deed) throws Exception {
        int steady = 0;
        for (int i = 0; i < warmUp && steady < STEADY; i++) {
            long begun = System.nanoTime();
            long before = Computing.ofCompilers();
            deed.call();
            double share = (Computing.ofCompilers() - before) * 1e3 / (System.nanoTime() - begun);
            steady = share > RESTING ? 0 : steady + 1;
        }
    }
}
