package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Optional;

/** The tables {@code username} and {@code email}: what is unique among all people. */
final class NameStore {

    /**
     * Takes a username, unless somebody has it or gave it up after {@code heldSince}; one's own old name can always be taken back.
     * False if it is not to be had.
     */
    boolean claim(Tx tx, Username username, Id account, Instant heldSince) {
        return tx.update("""
                        insert into username (username_key, account_id, claimed_at, released_at) values (:key, :account, :now, null)
                        on conflict (username_key) do update
                        set account_id = excluded.account_id, claimed_at = excluded.claimed_at, released_at = null
                        where username.released_at <= :heldSince
                           or (username.released_at is not null and username.account_id = excluded.account_id)
                        """)
                        .bind("key", username.text())
                        .bind("account", account)
                        .bind("now", tx.now())
                        .bind("heldSince", heldSince)
                        .execute()
                == 1;
    }

    /** Gives a username up; it stays reserved for its owner while the hold lasts. */
    void release(Tx tx, Username username, Id account) {
        tx.update("update username set released_at = :now where username_key = :key and account_id = :account")
                .bind("key", username.text())
                .bind("account", account)
                .bind("now", tx.now())
                .execute();
    }

    Optional<Id> byUsername(Tx tx, Username username) {
        return tx.query("select account_id from username where username_key = :key and released_at is null")
                .bind("key", username.text())
                .map((row, _) -> Rows.id(row, "account_id"))
                .findOne();
    }

    /** False if another account has the address. */
    boolean claim(Tx tx, Email email, Id account) {
        return tx.update("""
                        insert into email (email_key, account_id, claimed_at) values (:key, :account, :now)
                        on conflict (email_key) do nothing
                        """)
                        .bind("key", email.key())
                        .bind("account", account)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    void release(Tx tx, Email email) {
        tx.update("delete from email where email_key = :key")
                .bind("key", email.key())
                .execute();
    }

    Optional<Id> byEmail(Tx tx, Email email) {
        return tx.query("select account_id from email where email_key = :key")
                .bind("key", email.key())
                .map((row, _) -> Rows.id(row, "account_id"))
                .findOne();
    }
}
