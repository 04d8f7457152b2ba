package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Row;
import bobbin.sql.Tx;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** The table {@code account}. */
final class AccountStore {
    private static final String COLUMNS = """
            id, username, email, name, biography, picture_key, birth_date, gender, country, city, language, time_zone, mention_policy,
            private_at, verified_at, suspended_at, age_restricted_at, geo_refused_at, deactivated_at, deleted_at, created_at
            """;

    private static final RowMapper<Account> ACCOUNT = Row.inOrder(row -> new Account(
            row.id(),
            row.text(),
            row.optionalText(),
            new Profile(row.text(), row.text()),
            row.optionalText(),
            details(row),
            row.one(MentionPolicy.class),
            row.optionalInstant(),
            standing(row),
            row.instant()));
    private static final RowMapper<Standing> STANDING = Row.inOrder(AccountStore::standing);

    /** The dated facts of an account, by the name of their column. */
    enum Fact {
        PRIVATE,
        VERIFIED,
        SUSPENDED,
        AGE_RESTRICTED,
        GEO_REFUSED,
        DEACTIVATED,
        DELETED;

        private final String column = name().toLowerCase(java.util.Locale.ROOT) + "_at";
    }

    void insert(Tx tx, Account made) {
        Update update = tx.at(made.id()).update("""
                insert into account (slot, id, username, email, name, biography, gender, country, city, birth_date, language, time_zone,
                    mention_policy, private_at, geo_refused_at, created_at)
                values (:slot, :id, :username, :email, :name, :biography, :gender, :country, :city, :birthDate, :language, :timeZone,
                    :mentions, :privateSince, :geoRefusedAt, :createdAt)
                """);
        bind(update, made.details())
                .bind("id", made.id())
                .bind("username", made.username())
                .bind("email", made.email())
                .bind("name", made.profile().name())
                .bind("biography", made.profile().biography())
                .bind("mentions", made.mentions())
                .bind("privateSince", made.privateSince())
                .bind("geoRefusedAt", made.standing().geoRefusedAt())
                .bind("createdAt", made.createdAt())
                .execute();
    }

    Optional<Account> find(Tx tx, Id id) {
        return tx.at(id)
                .query("select " + COLUMNS + " from account where slot = :slot and id = :id")
                .bind("id", id)
                .map(ACCOUNT)
                .findOne();
    }

    /** What an account may do, without the rest of it: asked whenever somebody publishes. */
    Optional<Standing> standing(Tx tx, Id id) {
        return tx.at(id).query("""
                        select verified_at, suspended_at, age_restricted_at, geo_refused_at, deactivated_at, deleted_at
                        from account where slot = :slot and id = :id
                        """).bind("id", id).map(STANDING).findOne();
    }

    /** Those that exist, in no order. */
    List<Account> all(Tx tx, Collection<Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : tx.query(
                                "select %s from account join (values <asked>) as asked on slot = asked.column1 and id = asked.column2"
                                        .formatted(COLUMNS))
                        .bindMethodsList("asked", Set.copyOf(ids), List.of("slot", "value"))
                        .map(ACCOUNT)
                        .list();
    }

    /** All accounts of the server, for its operator. */
    List<Account> page(Tx tx, Window window) {
        return tx.query("""
                select %s from account where id > :above and id < :below order by id %s limit :fetch
                """.formatted(COLUMNS, window.order()))
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch())
                .map(ACCOUNT)
                .list();
    }

    void rename(Tx tx, Id id, Username username) {
        set(tx, id, "username = :value").bind("value", username.text()).execute();
    }

    void setEmail(Tx tx, Id id, Optional<Email> email) {
        set(tx, id, "email = :value").bind("value", email.map(Email::text)).execute();
    }

    void setProfile(Tx tx, Id id, Profile profile) {
        set(tx, id, "name = :name, biography = :biography")
                .bind("name", profile.name())
                .bind("biography", profile.biography())
                .execute();
    }

    void setPicture(Tx tx, Id id, Optional<String> key) {
        set(tx, id, "picture_key = :value").bind("value", key).execute();
    }

    void setMentions(Tx tx, Id id, MentionPolicy policy) {
        set(tx, id, "mention_policy = :value").bind("value", policy).execute();
    }

    void setDetails(Tx tx, Id id, Details details) {
        bind(set(tx, id, """
                                gender = :gender, country = :country, city = :city, birth_date = :birthDate, language = :language,
                                time_zone = :timeZone
                                """), details).execute();
    }

    /** Dates a fact, or undoes it. A fact that holds already keeps its date. False if nothing changed. */
    boolean date(Tx tx, Id id, Fact fact, Optional<Instant> when) {
        String still = fact.column + (when.isPresent() ? " is null" : " is not null");
        return tx.at(id)
                        .update("update account set " + fact.column + " = :value where slot = :slot and id = :id and "
                                + still)
                        .bind("id", id)
                        .bind("value", when)
                        .execute()
                == 1;
    }

    void remove(Tx tx, Id id) {
        tx.at(id)
                .update("delete from account where slot = :slot and id = :id")
                .bind("id", id)
                .execute();
    }

    private static Update set(Tx tx, Id id, String assignments) {
        return tx.at(id)
                .update("update account set " + assignments + " where slot = :slot and id = :id")
                .bind("id", id);
    }

    private static Update bind(Update update, Details details) {
        return update.bind("gender", details.gender())
                .bind("country", details.country())
                .bind("city", details.city())
                .bind("birthDate", details.birthDate().map(LocalDate::toString))
                .bind("language", details.language())
                .bind("timeZone", details.timeZone().getId());
    }

    private static Details details(Row row) throws SQLException {
        return new Details(
                row.optionalDate(),
                row.one(Details.Gender.class),
                row.optionalText(),
                row.optionalText(),
                row.text(),
                ZoneId.of(row.text()));
    }

    private static Standing standing(Row row) throws SQLException {
        return new Standing(
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalInstant(),
                row.optionalInstant());
    }
}
