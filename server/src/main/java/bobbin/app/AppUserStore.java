package bobbin.app;

import bobbin.base.Id;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.util.Optional;

/** The table {@code app_user}: by which id an app knows a person. */
final class AppUserStore {

    /** False if this app knows the person already, or the number is taken. */
    boolean insert(Tx tx, Id app, Id account, ScopedId id) {
        return tx.at(account)
                        .update("""
                        insert into app_user (slot, account_id, app_id, scoped_id, met_at)
                        values (:slot, :account, :app, :scoped, :now)
                        on conflict do nothing
                        """)
                        .bind("account", account)
                        .bind("app", app)
                        .bind("scoped", id.value())
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    Optional<ScopedId> scopedId(Tx tx, Id app, Id account) {
        return tx.at(account)
                .query("""
                select scoped_id from app_user where slot = :slot and account_id = :account and app_id = :app
                """)
                .bind("account", account)
                .bind("app", app)
                .map((row, _) -> new ScopedId(row.getLong("scoped_id")))
                .findOne();
    }

    /** Whose id this is, if it was given to this app, or to all. */
    Optional<Id> account(Tx tx, Id app, ScopedId id) {
        return tx.at(id.slot())
                .query("""
                select account_id from app_user
                where slot = :slot and scoped_id = :scoped and (app_id = :app or app_id = :all)
                """)
                .bind("scoped", id.value())
                .bind("app", app)
                .bind("all", ScopedIds.ALL_APPS)
                .map((row, _) -> Rows.id(row, "account_id"))
                .findOne();
    }

    void forget(Tx tx, Id account) {
        tx.at(account)
                .update("delete from app_user where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }
}
