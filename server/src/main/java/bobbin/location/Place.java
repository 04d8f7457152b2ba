package bobbin.location;

import bobbin.base.Id;
import java.util.Optional;

/**
 * Somewhere that people can tag, with the fields of 08 §8.6.
 *
 * @param key what whoever brought it calls it, 1 to 100 characters; the id is made of it, so the same key is the same place everywhere
 */
public record Place(
        String key,
        String name,
        Optional<String> address,
        Optional<String> city,
        Optional<String> country,
        Optional<String> postalCode,
        Point point) {

    public Id id() {
        return idOf(key);
    }

    /** The id of the place that goes by this key, whether or not there is one. */
    static Id idOf(String key) {
        return Id.derived(Id.Kind.LOCATION, key);
    }
}
