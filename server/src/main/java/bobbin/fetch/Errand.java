package bobbin.fetch;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One fetch: a visit, and as many more as redirects ask for, all before one deadline. */
final class Errand {
    private static final Logger LOG = LoggerFactory.getLogger(Errand.class);
    private static final int MOST_REDIRECTS = 5;

    private final Means means;
    private final Ask ask;
    private final long deadline;
    private final List<Hop> hops = new ArrayList<>();

    Errand(Means means, Ask ask) {
        this.means = means;
        this.ask = ask;
        this.deadline = System.nanoTime() + ask.bounds().time().toNanos();
    }

    Fetched run(URI start) {
        URI at = start;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var visit = new Visit(means, ask, at, deadline);
            Hop hop = note(visit.go());
            switch (hop.verdict()) {
                case ANSWERED -> {
                    return new Fetched(hop.status().orElseThrow(), hop.type(), inMemory(), hops);
                }
                case REDIRECTED -> at = visit.elsewhere();
                default -> throw new FetchFailed(hops);
            }
        }
        note(new Visit(means, ask, at, deadline).ended(Verdict.TOO_MANY_REDIRECTS));
        throw new FetchFailed(hops);
    }

    private byte[] inMemory() {
        return ask.to() instanceof ByteArrayOutputStream memory ? memory.toByteArray() : new byte[0];
    }

    private Hop note(Hop hop) {
        LOG.info("event=fetch method={} {}", ask.method(), hop);
        hops.add(hop);
        return hop;
    }
}
