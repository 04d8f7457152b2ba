package bobbin.insight;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.insight.Echo.Kind;
import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/** The tables {@code echo} and {@code echoed}: one fact in two rows, one with who made it, one beside the original. */
final class EchoStore {
    private static final RowMapper<Echo> ECHO = (row, _) -> new Echo(
            Rows.one(Kind.class, row, "kind"), id(row, "post_id"), id(row, "account_id"), id(row, "original_id"));

    private record Counted(Id original, Kind kind, long count) {}

    void insert(Tx tx, Echo echo, Id author) {
        tx.at(echo.account())
                .update("""
                insert into echo (slot, account_id, post_id, kind, original_id, author_id)
                values (:slot, :account, :post, :kind, :original, :author)
                on conflict (slot, account_id, post_id, kind) do nothing
                """)
                .bind("account", echo.account())
                .bind("post", echo.post())
                .bind("kind", echo.kind())
                .bind("original", echo.original())
                .bind("author", author)
                .execute();
        tx.at(echo.original())
                .update("""
                insert into echoed (slot, original_id, kind, post_id, author_id, account_id)
                values (:slot, :original, :kind, :post, :author, :account)
                on conflict (slot, original_id, kind, post_id) do nothing
                """)
                .bind("original", echo.original())
                .bind("kind", echo.kind())
                .bind("post", echo.post())
                .bind("author", author)
                .bind("account", echo.account())
                .execute();
    }

    /** How often what was made of each of these posts; those of which nothing was made are left out. */
    Map<Id, Map<Kind, Long>> counts(Tx tx, Collection<Id> originals) {
        Map<Id, Map<Kind, Long>> counts = new HashMap<>();
        if (!originals.isEmpty()) {
            tx.query("""
                    select original_id, kind, count(*) as echoes
                    from echoed join (values <asked>) as asked on slot = asked.column1 and original_id = asked.column2
                    where paused_at is null group by original_id, kind
                    """)
                    .bindMethodsList("asked", Set.copyOf(originals), List.of("slot", "value"))
                    .map((row, _) -> new Counted(
                            id(row, "original_id"), Rows.one(Kind.class, row, "kind"), row.getLong("echoes")))
                    .forEach(each -> counts.computeIfAbsent(each.original(), _ -> new EnumMap<>(Kind.class))
                            .put(each.kind(), each.count()));
        }
        return counts;
    }

    /** How often that was made of an author's posts at or after the first moment and before the second. */
    long received(Tx tx, Id author, Collection<Kind> kinds, Instant from, Instant to) {
        return tx.at(author)
                .query("""
                select count(*) from echoed
                where slot = :slot and author_id = :author and kind in (<kinds>) and paused_at is null
                and post_id >= :from and post_id < :to
                """)
                .bind("author", author)
                .bindList("kinds", List.copyOf(kinds))
                .bind("from", Id.floor(from))
                .bind("to", Id.floor(to))
                .mapTo(Long.class)
                .one();
    }

    /** Whether what an account made counts. */
    void pause(Tx tx, Id account, Optional<Instant> when) {
        for (Echo echo : madeBy(tx, account)) {
            tx.at(echo.original())
                    .update("""
                    update echoed set paused_at = :when
                    where slot = :slot and original_id = :original and kind = :kind and post_id = :post
                    """)
                    .bind("when", when)
                    .bind("original", echo.original())
                    .bind("kind", echo.kind())
                    .bind("post", echo.post())
                    .execute();
        }
    }

    /** Forgets what a post is to others. */
    void deleteMade(Tx tx, Id account, Id post) {
        tx.at(account)
                .query("""
                select kind, post_id, account_id, original_id from echo
                where slot = :slot and account_id = :account and post_id = :post
                """)
                .bind("account", account)
                .bind("post", post)
                .map(ECHO)
                .list()
                .forEach(echo -> delete(tx, echo));
    }

    /** Forgets what others made of a post. */
    void deleteOf(Tx tx, Id original) {
        tx.at(original).query("""
                select kind, post_id, account_id, original_id from echoed where slot = :slot and original_id = :original
                """).bind("original", original).map(ECHO).list().forEach(echo -> delete(tx, echo));
    }

    /** Forgets what somebody made of the posts of an author. */
    void deleteGiven(Tx tx, Id account, Id author) {
        tx.at(account)
                .query("""
                select kind, post_id, account_id, original_id from echo
                where slot = :slot and account_id = :account and author_id = :author
                """)
                .bind("account", account)
                .bind("author", author)
                .map(ECHO)
                .list()
                .forEach(echo -> delete(tx, echo));
    }

    void deleteBy(Tx tx, Id account) {
        madeBy(tx, account).forEach(echo -> delete(tx, echo));
    }

    /** Forgets what others made of all posts of an author. */
    void deleteTo(Tx tx, Id author) {
        tx.at(author).query("""
                select kind, post_id, account_id, original_id from echoed where slot = :slot and author_id = :author
                """).bind("author", author).map(ECHO).list().forEach(echo -> delete(tx, echo));
    }

    private static List<Echo> madeBy(Tx tx, Id account) {
        return tx.at(account).query("""
                select kind, post_id, account_id, original_id from echo where slot = :slot and account_id = :account
                """).bind("account", account).map(ECHO).list();
    }

    private static void delete(Tx tx, Echo echo) {
        tx.at(echo.account())
                .update("""
                delete from echo where slot = :slot and account_id = :account and post_id = :post and kind = :kind
                """)
                .bind("account", echo.account())
                .bind("post", echo.post())
                .bind("kind", echo.kind())
                .execute();
        tx.at(echo.original())
                .update("""
                delete from echoed
                where slot = :slot and original_id = :original and kind = :kind and post_id = :post
                """)
                .bind("original", echo.original())
                .bind("kind", echo.kind())
                .bind("post", echo.post())
                .execute();
    }
}
