package bobbin.base;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A page of a list, newest first.
 *
 * @param more whether the list goes on beyond this page in the direction in which it was read
 */
public record Page<T>(List<T> items, Function<T, Id> id, boolean more) {

    private static final int SMALLEST_PIECE = 25;
    private static final int MOST_LOOKED_AT = 1000;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Makes a page of the rows that a store read for a window.
     *
     * @param rows in the window's order, up to {@link Window#fetch} of them
     */
    public static <T> Page<T> of(Window window, List<T> rows, Function<T, Id> id) {
        boolean more = rows.size() > window.limit();
        List<T> kept = more ? rows.subList(0, window.limit()) : rows;
        return new Page<>(window.isBackwards() ? kept.reversed() : kept, id, more);
    }

    /**
     * Reads a list in pieces, each twice as large as the one before, and leaves out what does not fit, until the page is full. Looks at some
     * thousand items, not at everything: who asks must not be able to make this long.
     *
     * @param read what a store does with a window: up to {@link Window#fetch} items, in its order
     * @param sift leaves those that fit, in the same order
     */
    public static <T> Page<T> sifted(
            Window window, Function<T, Id> id, Function<Window, List<T>> read, UnaryOperator<List<T>> sift) {
        List<T> kept = new ArrayList<>();
        Window rest = window.withLimit(Math.max(window.limit(), SMALLEST_PIECE));
        for (int looked = 0; kept.size() < window.fetch() && looked < MOST_LOOKED_AT; ) {
            List<T> piece = read.apply(rest);
            kept.addAll(sift.apply(piece));
            if (piece.size() < rest.fetch()) {
                break;
            }
            looked += piece.size();
            rest = rest.beyond(id.apply(piece.getLast())).withLimit(2 * rest.limit());
        }
        return of(window, kept.subList(0, Math.min(kept.size(), window.fetch())), id);
    }

    /** The same page without those that do not fit; what comes before and after it is the same. */
    public Page<T> only(Predicate<T> fits) {
        return items.stream().allMatch(fits)
                ? this
                : new Page<>(items.stream().filter(fits).toList(), id, more);
    }

    /** The same page of other things. */
    public <R> Page<R> map(Function<T, R> change, Function<R, Id> newId) {
        return new Page<>(items.stream().map(change).toList(), newId, more);
    }
}
