package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Optional;

/** The tables {@code password} and {@code password_reset}. They hold digests only. */
final class PasswordStore {

    /** A reset that somebody was given a link for. */
    record Reset(Id account, Instant expiresAt) {}

    void put(Tx tx, Id account, String hash) {
        tx.at(account).update("""
                        insert into password (slot, account_id, hash) values (:slot, :account, :hash)
                        on conflict (slot, account_id) do update set hash = excluded.hash
                        """).bind("account", account).bind("hash", hash).execute();
    }

    Optional<String> hash(Tx tx, Id account) {
        return tx.at(account)
                .query("select hash from password where slot = :slot and account_id = :account")
                .bind("account", account)
                .mapTo(String.class)
                .findOne();
    }

    void insertReset(Tx tx, Id account, String tokenHash, Instant expiresAt) {
        tx.at(account)
                .update("""
                        insert into password_reset (slot, account_id, token_hash, expires_at)
                        values (:slot, :account, :token, :expiresAt)
                        """)
                .bind("account", account)
                .bind("token", tokenHash)
                .bind("expiresAt", expiresAt)
                .execute();
    }

    Optional<Reset> reset(Tx tx, int slot, String tokenHash) {
        return tx.at(slot)
                .query("select account_id, expires_at from password_reset where slot = :slot and token_hash = :token")
                .bind("token", tokenHash)
                .map((row, _) -> new Reset(Rows.id(row, "account_id"), Rows.instant(row, "expires_at")))
                .findOne();
    }

    /** Ends a reset; false if it had ended already. */
    boolean useReset(Tx tx, Id account, String tokenHash) {
        return tx.at(account)
                        .update("""
                                delete from password_reset
                                where slot = :slot and account_id = :account and token_hash = :token
                                """)
                        .bind("account", account)
                        .bind("token", tokenHash)
                        .execute()
                == 1;
    }

    void removeResets(Tx tx, Id account) {
        tx.at(account)
                .update("delete from password_reset where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }

    void remove(Tx tx, Id account) {
        removeResets(tx, account);
        tx.at(account)
                .update("delete from password where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }

    /** Removes the resets of everybody that are too old. */
    void tidy(Tx tx) {
        tx.update("delete from password_reset where expires_at <= :now")
                .bind("now", tx.now())
                .execute();
    }
}
