package bobbin.bench;

import java.time.Duration;

/**
 * How thoroughly is measured.
 *
 * @param warmUp for how long before anything counts; on one core the compiler takes its time from the calls
 * @param round for how long at a time
 * @param rounds of each of two that are compared, twice over
 * @param starts of a server
 * @param searched posts among which is searched
 * @param videoBytes of each video
 * @param grown posts at first
 * @param times as many posts afterwards
 * @param replies of the conversation that is read
 */
record Plan(
        Duration warmUp,
        Duration round,
        int rounds,
        int starts,
        int searched,
        int videoBytes,
        int grown,
        int times,
        int replies) {
    static final Plan WHOLE =
            new Plan(Duration.ofSeconds(20), Duration.ofSeconds(4), 2, 5, 100_000, 100_000_000, 10_000, 100, 1000);
    /** Only shows that it runs. */
    static final Plan SMOKE =
            new Plan(Duration.ofSeconds(1), Duration.ofMillis(500), 1, 1, 200, 5_000_000, 100, 3, 120);
}
