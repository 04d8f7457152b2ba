package bobbin.search;

import bobbin.base.Window;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What somebody asks for (08 §8.1).
 *
 * @param q words, or a topic; not blank
 * @param author only what this person wrote, by user name
 * @param times when it was published
 * @param place which part of the list
 */
record Search(
        String q, Mode mode, Order order, Optional<Kind> kind, Optional<String> author, Window times, Window place) {

    enum Mode {
        KEYWORD,
        TAG
    }

    enum Order {
        TOP,
        RECENT
    }

    /** Whether it does not go on with an earlier one. */
    boolean isNew() {
        return place.equals(Window.newest(place.limit()));
    }

    /** Whether any of these phrases is in it. */
    boolean says(List<List<String>> phrases) {
        List<String> words = Words.of(q);
        return phrases.stream().anyMatch(phrase -> Collections.indexOfSubList(words, phrase) >= 0);
    }
}
