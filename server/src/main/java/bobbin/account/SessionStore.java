package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code session}. It holds digests of tokens only. */
final class SessionStore {
    private static final RowMapper<Session> SESSION = (row, _) -> new Session(
            Rows.id(row, "id"),
            Rows.id(row, "account_id"),
            row.getString("device"),
            Rows.instant(row, "created_at"),
            Rows.instant(row, "used_at"));

    void insert(Tx tx, Session made, String tokenHash) {
        tx.at(made.account())
                .update("""
                        insert into session (slot, account_id, id, token_hash, device, created_at, used_at)
                        values (:slot, :account, :id, :token, :device, :createdAt, :usedAt)
                        """)
                .bind("account", made.account())
                .bind("id", made.id())
                .bind("token", tokenHash)
                .bind("device", made.device())
                .bind("createdAt", made.createdAt())
                .bind("usedAt", made.usedAt())
                .execute();
    }

    Optional<Session> byToken(Tx tx, int slot, String tokenHash) {
        return tx.at(slot).query("""
                        select id, account_id, device, created_at, used_at from session
                        where slot = :slot and token_hash = :token
                        """).bind("token", tokenHash).map(SESSION).findOne();
    }

    List<Session> of(Tx tx, Id account) {
        return tx.at(account).query("""
                        select id, account_id, device, created_at, used_at from session
                        where slot = :slot and account_id = :account order by used_at desc, id desc
                        """).bind("account", account).map(SESSION).list();
    }

    void touch(Tx tx, Session session) {
        tx.at(session.account())
                .update("update session set used_at = :now where slot = :slot and account_id = :account and id = :id")
                .bind("account", session.account())
                .bind("id", session.id())
                .bind("now", tx.now())
                .execute();
    }

    void end(Tx tx, Id account, Id session) {
        tx.at(account)
                .update("delete from session where slot = :slot and account_id = :account and id = :id")
                .bind("account", account)
                .bind("id", session)
                .execute();
    }

    /** Ends all sessions of an account, except perhaps one; {@link Id#LOWEST} spares none. */
    void endAllBut(Tx tx, Id account, Id spared) {
        tx.at(account)
                .update("delete from session where slot = :slot and account_id = :account and id <> :spared")
                .bind("account", account)
                .bind("spared", spared)
                .execute();
    }

    /** Removes those of everybody that were last used before this moment. */
    void tidy(Tx tx, Instant before) {
        tx.update("delete from session where used_at < :before")
                .bind("before", before)
                .execute();
    }
}
