package bobbin.oauth;

import static bobbin.sql.Rows.id;
import static bobbin.sql.Rows.instant;
import static bobbin.sql.Rows.optionalInstant;
import static bobbin.sql.Rows.optionalText;

import bobbin.base.Id;
import bobbin.oauth.Challenge.Method;
import bobbin.sql.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code authorization_code}. */
final class CodeStore {
    private static final RowMapper<Code> CODE = (row, _) -> new Code(
            row.getString("hash"),
            id(row, "account_id"),
            id(row, "app_id"),
            row.getString("redirect_uri"),
            ScopeList.read(row.getString("scopes")),
            challenge(row),
            instant(row, "expires_at"),
            optionalInstant(row, "used_at"));

    void insert(Tx tx, Code made) {
        tx.at(made.account())
                .update("""
                insert into authorization_code
                    (slot, hash, account_id, app_id, redirect_uri, scopes, challenge, challenge_method, expires_at)
                values (:slot, :hash, :account, :app, :redirectUri, :scopes, :challenge, :method, :expiresAt)
                """)
                .bind("hash", made.hash())
                .bind("account", made.account())
                .bind("app", made.app())
                .bind("redirectUri", made.redirectUri())
                .bind("scopes", ScopeList.write(made.scopes()))
                .bind("challenge", made.challenge().map(Challenge::value))
                .bind("method", made.challenge().map(Challenge::method))
                .bind("expiresAt", made.expiresAt())
                .execute();
    }

    Optional<Code> find(Tx tx, Opaque shown) {
        return tx.at(shown.slot())
                .query("""
                select hash, account_id, app_id, redirect_uri, scopes, challenge, challenge_method, expires_at, used_at
                from authorization_code
                where slot = :slot and hash = :hash
                """)
                .bind("hash", shown.hash())
                .map(CODE)
                .findOne();
    }

    /** Uses a code up; false if another call was faster. */
    boolean use(Tx tx, Code code) {
        return tx.at(code.account())
                        .update("""
                        update authorization_code set used_at = :now
                        where slot = :slot and hash = :hash and used_at is null
                        """)
                        .bind("hash", code.hash())
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /** Takes back the codes of an account that nobody has exchanged. */
    void withdraw(Tx tx, Id account) {
        tx.at(account)
                .update("""
                update authorization_code set used_at = :now
                where slot = :slot and account_id = :account and used_at is null
                """)
                .bind("account", account)
                .bind("now", tx.now())
                .execute();
    }

    /** The same for the codes of one app. */
    void withdraw(Tx tx, Id account, Id app) {
        tx.at(account)
                .update("""
                update authorization_code set used_at = :now
                where slot = :slot and account_id = :account and app_id = :app and used_at is null
                """)
                .bind("account", account)
                .bind("app", app)
                .bind("now", tx.now())
                .execute();
    }

    /** Forgets all of an account that is removed. */
    void remove(Tx tx, Id account) {
        tx.at(account)
                .update("delete from authorization_code where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }

    /** Forgets the codes of a slot that expired before this moment. */
    int purge(Tx tx, int slot, Instant before) {
        return tx.at(slot)
                .update("delete from authorization_code where slot = :slot and expires_at < :before")
                .bind("before", before)
                .execute();
    }

    private static Optional<Challenge> challenge(ResultSet row) throws SQLException {
        Optional<String> method = optionalText(row, "challenge_method");
        return optionalText(row, "challenge")
                .flatMap(value -> method.map(name -> new Challenge(value, Method.valueOf(name))));
    }
}
