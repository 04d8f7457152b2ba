package bobbin;

/** Starts a command: {@code bobbin dev}, {@code bobbin serve}, {@code bobbin user create} … */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Stop stop = new Stop();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(() -> stopInOrder(stop)));
        System.exit(run(stop, arguments));
    }

    private static int run(Stop stop, String... arguments) {
        try {
            return Commands.run(Surroundings.ofThisProcess(stop), arguments);
        } finally {
            stop.tellDone();
        }
    }

    private static void stopInOrder(Stop stop) {
        stop.wish();
        try {
            stop.awaitDone();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
