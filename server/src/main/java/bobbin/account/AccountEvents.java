package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.List;

/**
 * What others are told about accounts, in the transaction in which it happens. Implement what concerns you; what this throws undoes
 * the whole.
 */
public interface AccountEvents {

    /** The password was changed or reset: tokens end with 190/460 (03 §7). */
    default void passwordChanged(Tx tx, Id account) {}

    /** The operator ended all sessions: tokens end with 190/460 as well (03 §7). */
    default void loggedOut(Tx tx, Id account) {}

    /** The person left for now: nothing of theirs is to be seen, tokens answer 190/464 (15 §15.17). */
    default void deactivated(Tx tx, Id account) {}

    /** The person came back: all is as it was. */
    default void reactivated(Tx tx, Id account) {}

    /** The person left for good: as deactivated, and deauthorize callbacks are sent at once (15 §15.17, 02 §4). */
    default void deleted(Tx tx, Id account) {}

    /** Thirty days later: the account is removed, and with it everything that it owns. */
    default void removed(Tx tx, Id account) {}

    /** Tells several listeners, in this order. */
    static AccountEvents all(AccountEvents... listeners) {
        return new AccountEventsList(List.of(listeners));
    }
}
