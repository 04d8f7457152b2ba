package bobbin;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Constructor;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where the fuzzer enters: it hands over one input after the other, in a JVM of its own. Measures what each costs. */
public final class FuzzEntry {
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static @Nullable Fuzz target;

    private FuzzEntry() {}

    /** The name of the class of the target. */
    public static void fuzzerInitialize(String[] arguments) throws ReflectiveOperationException {
        target = target(arguments[0]);
    }

    public static void fuzzerTestOneInput(byte[] input) {
        if (target != null) {
            feed(target, input);
        }
    }

    static Fuzz target(String name) throws ReflectiveOperationException {
        Constructor<?> constructor = Class.forName(name).getDeclaredConstructor();
        constructor.setAccessible(true);
        return (Fuzz) constructor.newInstance();
    }

    /** What seems to cost too much gets a second chance: the first call of some code also pays for loading its classes. */
    static void feed(Fuzz target, byte[] input) {
        if (cost(target, input).isTooMuchFor(target)) {
            Cost cost = cost(target, input);
            if (cost.isTooMuchFor(target)) {
                throw new IllegalStateException(cost.toString());
            }
        }
    }

    private static Cost cost(Fuzz target, byte[] input) {
        long bytes = THREADS.getCurrentThreadAllocatedBytes();
        long nanos = THREADS.getCurrentThreadCpuTime();
        target.feed(input);
        return new Cost(
                Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - nanos),
                THREADS.getCurrentThreadAllocatedBytes() - bytes);
    }

    private record Cost(Duration time, long bytes) {
        boolean isTooMuchFor(Fuzz target) {
            return time.compareTo(LONGEST) > 0 || bytes > target.mostBytes();
        }
    }
}
