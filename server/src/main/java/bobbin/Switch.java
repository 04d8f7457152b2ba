package bobbin;

import bobbin.base.Id;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An option that turns something on or off for one account or app.
 *
 * @param wish empty if the operator did not name it; then it stays as it is
 */
record Switch(Optional<Boolean> wish, Consumer<Id> on, Consumer<Id> off) {
    /** How its value is shown in help. */
    static final String TRUTH = "<true|false>";

    void flip(Id id) {
        wish.ifPresent(yes -> (yes ? on : off).accept(id));
    }
}
