package bobbin.base;

/**
 * The part of a list that a caller asks for: ids strictly between two bounds, read from one of the two ends.
 *
 * @param fromTheOldest whether the page is the oldest of the range or the newest
 * @param limit how many items a page has at most, 0 to 100
 * @param rising whether the list itself begins with the oldest
 */
public record Window(Id above, Id below, boolean fromTheOldest, int limit, boolean rising) {

    /** Of a list that begins with the newest, as nearly all do. */
    public Window(Id above, Id below, boolean fromTheOldest, int limit) {
        this(above, below, fromTheOldest, limit, false);
    }

    /** The newest items of a list without bounds. */
    public static Window newest(int limit) {
        return new Window(Id.LOWEST, Id.HIGHEST, false, limit);
    }

    /** Whether the page is read against the order of its list: what comes before something that the caller has. */
    public boolean isBackwards() {
        return fromTheOldest != rising;
    }

    /** The SQL word that goes behind {@code order by id}. */
    public String order() {
        return fromTheOldest ? "asc" : "desc";
    }

    /** How many rows a store should read: one more than the page, so that it shows whether there is more. */
    public int fetch() {
        return limit + 1;
    }

    /** The rest of it, beyond the last item that was read. */
    public Window beyond(Id last) {
        return fromTheOldest
                ? new Window(last, below, true, limit, rising)
                : new Window(above, last, false, limit, rising);
    }

    /** What is in both; read as this one is. */
    public Window and(Window other) {
        return new Window(
                above.compareTo(other.above) > 0 ? above : other.above,
                below.compareTo(other.below) < 0 ? below : other.below,
                fromTheOldest,
                limit,
                rising);
    }

    Window withLimit(int other) {
        return new Window(above, below, fromTheOldest, other, rising);
    }
}
