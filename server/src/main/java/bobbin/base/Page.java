package bobbin.base;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A page of a list, in the order of the list.
 *
 * @param ends beside which the neighbouring pages begin; empty for a page of a list that is over
 * @param more whether the list goes on beyond this page in the direction in which it was read
 */
public record Page<T>(List<T> items, Optional<Ends> ends, boolean more) {

    private static final int SMALLEST_PIECE = 25;
    private static final int MOST_LOOKED_AT = 1000;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Where a page begins and ends: at its first and its last item, or farther, if what lies there was looked at and left out.
     */
    public record Ends(Id first, Id last) {
        private Ends turned() {
            return new Ends(/* first= */ last, /* last= */ first);
        }
    }

    /** Nothing, and nothing beyond. */
    public static <T> Page<T> empty() {
        return new Page<>(List.of(), Optional.empty(), false);
    }

    /**
     * Makes a page of the rows that a store read for a window.
     *
     * @param rows in the window's order, up to {@link Window#fetch} of them
     */
    public static <T> Page<T> of(Window window, List<T> rows, Function<T, Id> id) {
        boolean more = rows.size() > window.limit();
        List<T> kept = more ? rows.subList(0, window.limit()) : rows;
        return kept.isEmpty()
                ? new Page<>(kept, Optional.empty(), more)
                : read(window, kept, new Ends(id.apply(kept.getFirst()), id.apply(kept.getLast())), more);
    }

    /**
     * Reads a list in pieces, each twice as large as the one before, and leaves out what does not fit, until the page is full. Looks at some
     * thousand items, not at everything: who asks must not be able to make this long. Then the page has fewer items than were asked for, or
     * none, but it tells where to go on.
     *
     * @param read what a store does with a window: up to {@link Window#fetch} items, in its order
     * @param sift leaves those that fit, in the same order
     */
    public static <T> Page<T> sifted(
            Window window, Function<T, Id> id, Function<Window, List<T>> read, UnaryOperator<List<T>> sift) {
        if (window.limit() == 0) {
            return empty();
        }
        List<T> kept = new ArrayList<>();
        Window rest = window.withLimit(Math.max(window.limit(), SMALLEST_PIECE));
        for (int looked = 0; ; rest = rest.withLimit(2 * rest.limit())) {
            List<T> piece = read.apply(rest);
            kept.addAll(sift.apply(piece));
            if (kept.size() > window.limit() || piece.size() < rest.fetch()) {
                return of(window, kept.subList(0, Math.min(kept.size(), window.fetch())), id);
            }
            Id last = id.apply(piece.getLast());
            looked += piece.size();
            if (looked >= MOST_LOOKED_AT) {
                return read(window, kept, new Ends(kept.isEmpty() ? last : id.apply(kept.getFirst()), last), true);
            }
            rest = rest.beyond(last);
        }
    }

    private static <T> Page<T> read(Window window, List<T> items, Ends ends, boolean more) {
        return window.isBackwards()
                ? new Page<>(items.reversed(), Optional.of(ends.turned()), more)
                : new Page<>(items, Optional.of(ends), more);
    }

    /** The same page without those that do not fit; what comes before and after it is the same. */
    public Page<T> only(Predicate<T> fits) {
        return new Page<>(items.stream().filter(fits).toList(), ends, more);
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), ends, more);
    }
}
