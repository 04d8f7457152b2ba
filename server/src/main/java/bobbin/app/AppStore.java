package bobbin.app;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code app}, {@code app_redirect_uri} and {@code app_permission}. */
final class AppStore {
    private static final String BLANK = " ";

    /** Neither an address nor the name of a scope contains a blank. */
    private static final RowMapper<App> APP = (row, _) -> new App(
            Rows.id(row, "id"),
            row.getString("name"),
            Rows.one(App.Mode.class, row, "mode"),
            row.getString("sealed_secret"),
            Rows.instant(row, "secret_since"),
            Rows.optionalText(row, "deauthorize_url").map(CallbackUrl::new),
            Rows.optionalText(row, "data_deletion_url").map(CallbackUrl::new),
            Rows.optionalInstant(row, "proof_required_at"),
            Rows.optionalInstant(row, "business_verified_at"),
            Rows.optionalInstant(row, "disabled_at"),
            words(row, "redirects").map(RedirectUri::new).toList(),
            reviews(words(row, "permissions")));

    void insert(Tx tx, Id app, String name, App.Mode mode, String sealedSecret) {
        tx.at(app)
                .update("""
                insert into app (slot, id, name, mode, sealed_secret, secret_since, changed_at)
                values (:slot, :id, :name, :mode, :secret, :now, :now)
                """)
                .bind("id", app)
                .bind("name", name)
                .bind("mode", mode)
                .bind("secret", sealedSecret)
                .bind("now", tx.now())
                .execute();
    }

    /** The app as it is at one moment, unless it was deleted. */
    Optional<App> app(Tx tx, Id id) {
        return tx.at(id).query("""
                select id, name, mode, sealed_secret, secret_since, deauthorize_url, data_deletion_url,
                       proof_required_at, business_verified_at, disabled_at,
                       (select string_agg(uri, ' ' order by added_at, uri) from app_redirect_uri
                        where slot = :slot and app_id = :id) as redirects,
                       (select string_agg(scope || ' ' || review, ' ') from app_permission
                        where slot = :slot and app_id = :id) as permissions
                from app where slot = :slot and id = :id and deleted_at is null
                """).bind("id", id).map(APP).findOne();
    }

    /** Every app of the server, oldest first. For the operator: it reads all slots. */
    List<Id> all(Tx tx) {
        return tx.query("select id from app where deleted_at is null order by id")
                .map((row, _) -> Rows.id(row, "id"))
                .list();
    }

    /** Keeps others from changing this app until the transaction ends; false if there is no such app. */
    boolean hold(Tx tx, Id app) {
        return tx.at(app).update("""
                        update app set changed_at = :now where slot = :slot and id = :id and deleted_at is null
                        """).bind("id", app).bind("now", tx.now()).execute() == 1;
    }

    void rename(Tx tx, Id app, String name) {
        set(tx, app, "name", Optional.of(name));
    }

    void mode(Tx tx, Id app, App.Mode mode) {
        set(tx, app, "mode", Optional.of(mode.name()));
    }

    void secret(Tx tx, Id app, String sealed) {
        set(tx, app, "sealed_secret", Optional.of(sealed));
        setTime(tx, app, "secret_since", Optional.of(tx.now()));
    }

    void callbacks(Tx tx, Id app, Optional<CallbackUrl> deauthorize, Optional<CallbackUrl> dataDeletion) {
        set(tx, app, "deauthorize_url", deauthorize.map(CallbackUrl::text));
        set(tx, app, "data_deletion_url", dataDeletion.map(CallbackUrl::text));
    }

    void proofRequired(Tx tx, Id app, Optional<Instant> since) {
        setTime(tx, app, "proof_required_at", since);
    }

    void businessVerified(Tx tx, Id app, Optional<Instant> since) {
        setTime(tx, app, "business_verified_at", since);
    }

    void disabled(Tx tx, Id app, Optional<Instant> since) {
        setTime(tx, app, "disabled_at", since);
    }

    /** Its addresses and permissions go; the row stays, because old things name it. */
    void delete(Tx tx, Id app) {
        setTime(tx, app, "deleted_at", Optional.of(tx.now()));
        tx.at(app)
                .update("delete from app_redirect_uri where slot = :slot and app_id = :app")
                .bind("app", app)
                .execute();
        tx.at(app)
                .update("delete from app_permission where slot = :slot and app_id = :app")
                .bind("app", app)
                .execute();
    }

    void addRedirect(Tx tx, Id app, RedirectUri uri) {
        tx.at(app)
                .update("""
                insert into app_redirect_uri (slot, app_id, uri, added_at) values (:slot, :app, :uri, :now)
                """)
                .bind("app", app)
                .bind("uri", uri.text())
                .bind("now", tx.now())
                .execute();
    }

    void removeRedirect(Tx tx, Id app, String uri) {
        tx.at(app)
                .update("delete from app_redirect_uri where slot = :slot and app_id = :app and uri = :uri")
                .bind("app", app)
                .bind("uri", uri)
                .execute();
    }

    void putReview(Tx tx, Id app, Scope scope, Review review) {
        tx.at(app)
                .update("""
                insert into app_permission (slot, app_id, scope, review, reviewed_at)
                values (:slot, :app, :scope, :review, :now)
                on conflict (slot, app_id, scope) do update set review = :review, reviewed_at = :now
                """)
                .bind("app", app)
                .bind("scope", scope)
                .bind("review", review)
                .bind("now", tx.now())
                .execute();
    }

    void removePermission(Tx tx, Id app, Scope scope) {
        tx.at(app)
                .update("delete from app_permission where slot = :slot and app_id = :app and scope = :scope")
                .bind("app", app)
                .bind("scope", scope)
                .execute();
    }

    private static void set(Tx tx, Id app, String column, Optional<String> value) {
        tx.at(app)
                .update("update app set %s = :value where slot = :slot and id = :id".formatted(column))
                .bind("id", app)
                .bind("value", value.orElse(null))
                .execute();
    }

    private static void setTime(Tx tx, Id app, String column, Optional<Instant> value) {
        tx.at(app)
                .update("update app set %s = :value where slot = :slot and id = :id".formatted(column))
                .bind("id", app)
                .bind("value", value.map(Instant::toEpochMilli).orElse(null))
                .execute();
    }

    private static Stream<String> words(ResultSet row, String column) throws SQLException {
        return Rows.optionalText(row, column).stream().flatMap(text -> Stream.of(text.split(BLANK, -1)));
    }

    private static Map<Scope, Review> reviews(Stream<String> words) {
        Map<Scope, Review> reviews = new EnumMap<>(Scope.class);
        List<String> pairs = words.toList();
        for (int i = 0; i + 1 < pairs.size(); i += 2) {
            reviews.put(Scope.valueOf(pairs.get(i)), Review.valueOf(pairs.get(i + 1)));
        }
        return reviews;
    }
}
