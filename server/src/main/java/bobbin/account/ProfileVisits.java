package bobbin.account;

import bobbin.base.Id;
import java.util.Optional;

/** Whom profile pages tell that somebody has opened one: whoever counts that (15 §15.11). */
@FunctionalInterface
public interface ProfileVisits {

    /**
     * A profile was shown.
     *
     * @param visitor empty for somebody who has not signed in
     * @param browser what it calls itself
     */
    void opened(Id profile, Optional<Id> visitor, Optional<String> browser);
}
