package bobbin.oauth;

import bobbin.base.Id;
import bobbin.sql.Tx;

/** Whom grants tell afterwards, in the same transaction. */
@FunctionalInterface
public interface GrantEvents {
    GrantEvents NONE = (_, _, _) -> {};

    /** A person let an app act for them, or let it do more than before. */
    void authorized(Tx tx, Id account, Id app);
}
