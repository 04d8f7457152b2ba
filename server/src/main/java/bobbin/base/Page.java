package bobbin.base;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A page of a list, newest first.
 *
 * @param more whether the list goes on beyond this page in the direction in which it was read
 */
public record Page<T>(List<T> items, Function<T, Id> id, boolean more) {

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
        return new Page<>(window.fromTheOldest() ? kept.reversed() : kept, id, more);
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
