package bobbin.fetch;

import java.util.List;

/** Says that another server gave no answer, or that we did not ask it. */
public final class FetchFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Hop> hops;

    FetchFailed(List<Hop> hops) {
        super(hops.getLast().toString(), null, false, false);
        this.hops = List.copyOf(hops);
    }

    public Verdict verdict() {
        return hops.getLast().verdict();
    }

    /** The way there, one entry for each server asked; the last is the one that failed. */
    public List<Hop> hops() {
        return hops;
    }
}
