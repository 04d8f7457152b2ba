package bobbin.bench;

import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * How thoroughly is measured.
 *
 * @param round for how long at a time
 * @param warmUp how many rounds before anything counts at most; on one core the compiler takes its time from the calls
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

    /** A round is faster than another if it is by more than this. */
    private static final double FASTER = 1.03;
    /** So many rounds in a row without a faster one, and all is warm. */
    private static final int STEADY = 3;

    /** Lets clients work until their rounds get no faster. */
    void warm(int clients, Load.Client client) throws Exception {
        warm(() -> Load.run(clients, round, client).perSecond());
    }

    /** The same with anything that says how fast it was. */
    void warm(Callable<Double> deed) throws Exception {
        double best = 0;
        int steady = 0;
        for (int i = 0; i < warmUp && steady < STEADY; i++) {
            double now = deed.call();
            steady = now > best * FASTER ? 0 : steady + 1;
            best = Math.max(best, now);
        }
    }
}
