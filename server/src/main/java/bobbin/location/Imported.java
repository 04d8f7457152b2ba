package bobbin.location;

/**
 * What became of places that somebody brought.
 *
 * @param unchanged how many were there already, just so
 */
public record Imported(int added, int changed, int unchanged) {
    static final Imported NOTHING = new Imported(0, 0, 0);

    Imported and(Imported other) {
        return new Imported(added + other.added, changed + other.changed, unchanged + other.unchanged);
    }
}
