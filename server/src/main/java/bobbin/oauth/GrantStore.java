package bobbin.oauth;

import static bobbin.sql.Rows.id;
import static bobbin.sql.Rows.instant;
import static bobbin.sql.Rows.optionalInstant;
import static bobbin.sql.Rows.optionalText;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code app_grant} and {@code data_deletion}. */
final class GrantStore {
    private static final RowMapper<Grant> GRANT = (row, _) -> new Grant(
            id(row, "account_id"),
            id(row, "app_id"),
            row.getLong("scoped_id"),
            ScopeList.read(row.getString("scopes")),
            instant(row, "granted_at"),
            instant(row, "expires_at"),
            optionalInstant(row, "used_at"),
            optionalInstant(row, "ended_at"));

    private static final RowMapper<DataDeletion> DELETION = (row, _) -> new DataDeletion(
            id(row, "id"),
            id(row, "account_id"),
            id(row, "app_id"),
            instant(row, "requested_at"),
            optionalInstant(row, "answered_at"),
            optionalText(row, "url"),
            optionalText(row, "confirmation_code"));

    Optional<Grant> find(Tx tx, Id account, Id app) {
        return tx.at(account)
                .query("""
                select account_id, app_id, scoped_id, scopes, granted_at, expires_at, used_at, ended_at
                from app_grant
                where slot = :slot and account_id = :account and app_id = :app
                """)
                .bind("account", account)
                .bind("app", app)
                .map(GRANT)
                .findOne();
    }

    /** All that an account ever granted, the latest first. */
    List<Grant> of(Tx tx, Id account) {
        return tx.at(account).query("""
                select account_id, app_id, scoped_id, scopes, granted_at, expires_at, used_at, ended_at
                from app_grant
                where slot = :slot and account_id = :account
                order by granted_at desc, app_id desc
                """).bind("account", account).map(GRANT).list();
    }

    void save(Tx tx, Grant grant) {
        tx.at(grant.account())
                .update("""
                insert into app_grant (slot, account_id, app_id, scoped_id, scopes, granted_at, expires_at, used_at, ended_at)
                values (:slot, :account, :app, :scopedId, :scopes, :grantedAt, :expiresAt, :usedAt, :endedAt)
                on conflict (slot, account_id, app_id) do update set
                    scopes = excluded.scopes, granted_at = excluded.granted_at, expires_at = excluded.expires_at,
                    ended_at = excluded.ended_at
                """)
                .bind("account", grant.account())
                .bind("app", grant.app())
                .bind("scopedId", grant.scopedId())
                .bind("scopes", ScopeList.write(grant.scopes()))
                .bind("grantedAt", grant.grantedAt())
                .bind("expiresAt", grant.expiresAt())
                .bind("usedAt", grant.usedAt())
                .bind("endedAt", grant.endedAt())
                .execute();
    }

    /** Lets a grant last until then. */
    void extend(Tx tx, Id account, Id app, Instant expiresAt) {
        tx.at(account)
                .update("""
                update app_grant set expires_at = :expiresAt
                where slot = :slot and account_id = :account and app_id = :app and ended_at is null
                """)
                .bind("account", account)
                .bind("app", app)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    /** Ends a grant; false if there is none that has not ended. */
    boolean end(Tx tx, Id account, Id app) {
        return tx.at(account)
                        .update("""
                        update app_grant set ended_at = :now
                        where slot = :slot and account_id = :account and app_id = :app and ended_at is null
                        """)
                        .bind("account", account)
                        .bind("app", app)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    void use(Tx tx, Id account, Id app) {
        tx.at(account)
                .update("""
                update app_grant set used_at = :now
                where slot = :slot and account_id = :account and app_id = :app
                """)
                .bind("account", account)
                .bind("app", app)
                .bind("now", tx.now())
                .execute();
    }

    void insert(Tx tx, DataDeletion asked) {
        tx.at(asked.account())
                .update("""
                insert into data_deletion (slot, account_id, id, app_id, requested_at)
                values (:slot, :account, :id, :app, :requestedAt)
                """)
                .bind("account", asked.account())
                .bind("id", asked.id())
                .bind("app", asked.app())
                .bind("requestedAt", asked.requestedAt())
                .execute();
    }

    /** Keeps what the app answered. */
    void confirm(Tx tx, Id account, Id deletion, Confirmation answer) {
        tx.at(account)
                .update("""
                update data_deletion set answered_at = :now, url = :url, confirmation_code = :code
                where slot = :slot and account_id = :account and id = :id
                """)
                .bind("account", account)
                .bind("id", deletion)
                .bind("url", answer.url())
                .bind("code", answer.code())
                .bind("now", tx.now())
                .execute();
    }

    /** What an account asked apps to delete, the latest first. */
    List<DataDeletion> deletions(Tx tx, Id account) {
        return tx.at(account).query("""
                select id, account_id, app_id, requested_at, answered_at, url, confirmation_code
                from data_deletion
                where slot = :slot and account_id = :account
                order by id desc
                """).bind("account", account).map(DELETION).list();
    }

    /** Forgets all of an account that is removed. */
    void remove(Tx tx, Id account) {
        tx.at(account)
                .update("delete from data_deletion where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
        tx.at(account)
                .update("delete from app_grant where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }
}
