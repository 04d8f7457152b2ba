package bobbin.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long each deed of some clients takes. */
final class Stopwatch implements Load.Client {
    private final Load.Client client;
    private final List<long[]> times = new ArrayList<>();

    Stopwatch(Load.Client client) {
        this.client = client;
    }

    @Override
    public Load.Deed enter(int number) throws IOException {
        Load.Deed deed = client.enter(number);
        return new Load.Deed() {
            private long[] mine = new long[1024];
            private int count;

            @Override
            public void once() throws IOException {
                long began = System.nanoTime();
                deed.once();
                if (count == mine.length) {
                    mine = Arrays.copyOf(mine, count * 2);
                }
                mine[count++] = System.nanoTime() - began;
            }

            @Override
            public void close() throws IOException {
                keep(Arrays.copyOf(mine, count));
                deed.close();
            }
        };
    }

    private synchronized void keep(long[] some) {
        times.add(some);
    }

    /** In milliseconds: so many percent of all deeds took no longer. */
    synchronized double percentile(double percent) {
        long[] sorted = times.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return sorted[(int) Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
