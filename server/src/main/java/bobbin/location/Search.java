package bobbin.location;

import java.util.Optional;

/**
 * What somebody looks for: words, or what is near a point, or words with what is near first (08 §8.6).
 *
 * @param text at least one of the two is there
 */
public record Search(Optional<String> text, Optional<Point> near) {

    public Search {
        if (text.isEmpty() && near.isEmpty()) {
            throw new IllegalArgumentException("A search has words or a point");
        }
    }

    /** The same search for these words instead. */
    Search forText(String other) {
        return new Search(Optional.of(other), near);
    }
}
