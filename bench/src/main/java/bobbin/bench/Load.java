package bobbin.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongPredicate;

/** Some clients that do the same again and again, each on a thread of its own, for a while. */
final class Load {
    private Load() {}

    /** What a client does once; throws if it did not succeed. */
    interface Deed extends AutoCloseable {
        void once() throws IOException;

        @Override
        default void close() throws IOException {}
    }

    /** Makes what one client needs. */
    interface Client {
        Deed enter(int number) throws IOException;
    }

    /** How often it was done in how long. */
    record Result(long times, double seconds) {
        double perSecond() {
            return times / seconds;
        }
    }

    /** Lets so many clients work for so long. A client that fails fails the whole. */
    static Result run(int clients, Duration span, Client client) throws InterruptedException {
        long end = System.nanoTime() + span.toNanos();
        return run(clients, client, _ -> System.nanoTime() < end);
    }

    /** Lets so many clients work so often each. */
    static Result runTimes(int clients, long times, Client client) throws InterruptedException {
        return run(clients, client, done -> done < times);
    }

    private static Result run(int clients, Client client, LongPredicate goesOn) throws InterruptedException {
        long begin = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Long>> counts = new ArrayList<>();
            for (int number = 0; number < clients; number++) {
                int mine = number;
                counts.add(threads.submit(() -> repeat(client, mine, goesOn)));
            }
            long times = 0;
            for (Future<Long> count : counts) {
                times += count.get();
            }
            return new Result(times, (System.nanoTime() - begin) / 1e9);
        } catch (ExecutionException e) {
            throw new IllegalStateException("A client failed", e.getCause());
        }
    }

    private static long repeat(Client client, int number, LongPredicate goesOn) throws IOException {
        long times = 0;
        try (Deed deed = client.enter(number)) {
            while (goesOn.test(times)) {
                deed.once();
                times++;
            }
        }
        return times;
    }

    /** A client that sends one request over one connection. */
    static Client sending(int port, byte[] request) {
        return _ -> {
            Wire wire = new Wire(port);
            return new Deed() {
                @Override
                public void once() throws IOException {
                    int status = wire.ping(request);
                    if (status != 200) {
                        throw new IOException("Status " + status);
                    }
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        };
    }
}
