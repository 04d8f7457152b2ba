package bobbin.app;

import bobbin.base.Id;
import bobbin.sql.Tx;

/** Whom roles tell afterwards, in the same transaction. */
@FunctionalInterface
public interface RoleEvents {
    RoleEvents NONE = (_, _, _, _) -> {};

    /** Somebody was offered a role on an app. */
    void invited(Tx tx, Actor by, Id account, Id app);
}
