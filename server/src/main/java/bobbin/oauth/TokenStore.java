package bobbin.oauth;

import bobbin.base.Id;
import bobbin.oauth.Token.Life;
import bobbin.sql.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code access_token}, which is read together with {@code app_grant}. */
final class TokenStore {
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

    /** The token with its grant: the one query of each call of the API. Reads columns by position, which is felt. */
    Optional<Standing> find(Tx tx, Opaque shown) {
        String hash = shown.hash();
        return tx.at(shown.slot())
                .query("""
                select t.account_id, t.app_id, t.life, t.scopes, t.issued_at, t.expires_at, t.used_at, t.ending,
                    g.scoped_id, g.scopes, g.granted_at, g.expires_at, g.used_at, g.ended_at
                from access_token t
                left join app_grant g on g.slot = :slot and g.account_id = t.account_id and g.app_id = t.app_id
                where t.slot = :slot and t.hash = :hash
                """)
                .bind("hash", hash)
                .map((row, _) -> standing(row, hash))
                .findFirst();
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

    private static Standing standing(ResultSet row, String hash) throws SQLException {
        Id account = new Id(row.getLong(1));
        Id app = new Id(row.getLong(2));
        Token token = new Token(
                hash,
                account,
                app,
                Life.valueOf(row.getString(3)),
                ScopeList.read(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                Instant.ofEpochMilli(row.getLong(6)),
                moment(row, 7),
                Optional.ofNullable(row.getString(8)).map(Ending::valueOf));
        return new Standing(token, grant(row, account, app));
    }

    private static Optional<Grant> grant(ResultSet row, Id account, Id app) throws SQLException {
        long scopedId = row.getLong(9);
        if (row.wasNull()) {
            return Optional.empty();
        }
        return Optional.of(new Grant(
                account,
                app,
                scopedId,
                ScopeList.read(row.getString(10)),
                Instant.ofEpochMilli(row.getLong(11)),
                Instant.ofEpochMilli(row.getLong(12)),
                moment(row, 13),
                moment(row, 14)));
    }

    private static Optional<Instant> moment(ResultSet row, int column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
    }
}
