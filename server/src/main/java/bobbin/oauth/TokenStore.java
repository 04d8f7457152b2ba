package bobbin.oauth;

import static bobbin.sql.Rows.id;
import static bobbin.sql.Rows.instant;
import static bobbin.sql.Rows.one;
import static bobbin.sql.Rows.optionalInstant;
import static bobbin.sql.Rows.optionalOne;

import bobbin.base.Id;
import bobbin.oauth.Token.Life;
import bobbin.sql.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code access_token}, which is read together with {@code app_grant}. */
final class TokenStore {
    private static final RowMapper<Standing> STANDING = (row, _) -> new Standing(token(row), grant(row));

    void insert(Tx tx, Token issued) {
        tx.at(issued.account())
                .update("""
                insert into access_token (slot, hash, account_id, app_id, life, scopes, issued_at, expires_at)
                values (:slot, :hash, :account, :app, :life, :scopes, :issuedAt, :expiresAt)
                """)
                .bind("hash", issued.hash())
                .bind("account", issued.account())
                .bind("app", issued.app())
                .bind("life", issued.life())
                .bind("scopes", ScopeList.write(issued.scopes()))
                .bind("issuedAt", issued.issuedAt())
                .bind("expiresAt", issued.expiresAt())
                .execute();
    }

    /** The token with its grant: the one query of each call of the API. */
    Optional<Standing> find(Tx tx, Opaque shown) {
        return tx.at(shown.slot())
                .query("""
                select t.hash, t.account_id, t.app_id, t.life, t.scopes, t.issued_at, t.expires_at, t.used_at, t.ending,
                    g.scoped_id, g.scopes as granted, g.granted_at, g.expires_at as grant_expires_at,
                    g.used_at as grant_used_at, g.ended_at as grant_ended_at
                from access_token t
                left join app_grant g on g.slot = :slot and g.account_id = t.account_id and g.app_id = t.app_id
                where t.slot = :slot and t.hash = :hash
                """)
                .bind("hash", shown.hash())
                .map(STANDING)
                .findOne();
    }

    /** Ends the tokens of an account that are alive. */
    int end(Tx tx, Id account, Ending why) {
        return tx.at(account)
                .update("""
                update access_token set ended_at = :now, ending = :ending
                where slot = :slot and account_id = :account and ended_at is null and expires_at > :now
                """)
                .bind("account", account)
                .bind("ending", why)
                .bind("now", tx.now())
                .execute();
    }

    /** Ends the tokens that one app has of an account. */
    int end(Tx tx, Id account, Id app, Ending why) {
        return tx.at(account)
                .update("""
                update access_token set ended_at = :now, ending = :ending
                where slot = :slot and account_id = :account and app_id = :app
                    and ended_at is null and expires_at > :now
                """)
                .bind("account", account)
                .bind("app", app)
                .bind("ending", why)
                .bind("now", tx.now())
                .execute();
    }

    /** Ends one token; false if it had ended before. */
    boolean end(Tx tx, Token token, Ending why) {
        return tx.at(token.account())
                        .update("""
                        update access_token set ended_at = :now, ending = :ending
                        where slot = :slot and hash = :hash and ended_at is null and expires_at > :now
                        """)
                        .bind("hash", token.hash())
                        .bind("ending", why)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /** Lets tokens live again that ended for this reason. */
    int revive(Tx tx, Id account, Ending why) {
        return tx.at(account)
                .update("""
                update access_token set ended_at = null, ending = null
                where slot = :slot and account_id = :account and ending = :ending
                """)
                .bind("account", account)
                .bind("ending", why)
                .execute();
    }

    /** Notes that a token was used now, unless that was noted within this span; says whether it was noted. */
    boolean use(Tx tx, Token token, Duration span) {
        return tx.at(token.account())
                        .update("""
                        update access_token set used_at = :now
                        where slot = :slot and hash = :hash and (used_at is null or used_at <= :before)
                        """)
                        .bind("hash", token.hash())
                        .bind("now", tx.now())
                        .bind("before", tx.now().minus(span))
                        .execute()
                == 1;
    }

    /** Forgets all of an account that is removed. */
    void remove(Tx tx, Id account) {
        tx.at(account)
                .update("delete from access_token where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }

    /** Forgets the tokens of a slot that expired before this moment. */
    int purge(Tx tx, int slot, Instant before) {
        return tx.at(slot)
                .update("delete from access_token where slot = :slot and expires_at < :before")
                .bind("before", before)
                .execute();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getString("hash"),
                id(row, "account_id"),
                id(row, "app_id"),
                one(Life.class, row, "life"),
                ScopeList.read(row.getString("scopes")),
                instant(row, "issued_at"),
                instant(row, "expires_at"),
                optionalInstant(row, "used_at"),
                optionalOne(Ending.class, row, "ending"));
    }

    private static Optional<Grant> grant(ResultSet row) throws SQLException {
        String granted = row.getString("granted");
        if (granted == null) {
            return Optional.empty();
        }
        return Optional.of(new Grant(
                id(row, "account_id"),
                id(row, "app_id"),
                row.getLong("scoped_id"),
                ScopeList.read(granted),
                instant(row, "granted_at"),
                instant(row, "grant_expires_at"),
                optionalInstant(row, "grant_used_at"),
                optionalInstant(row, "grant_ended_at")));
    }
}
