package bobbin.reply;

import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.post.Lifetime;
import bobbin.post.Post;
import bobbin.sql.Row;
import bobbin.sql.Tx;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/** The table {@code reply}: every reply beside the post at the top of its conversation. */
final class ReplyStore {
    private static final String COLUMNS = """
            select r.reply_id, r.root_id, r.parent_id, r.owner_id, r.lifetime, r.held_at, r.ignored_at, r.approved_at, r.deleted_at,
            r.reply_id, r.author_id, r.hidden_at, r.unhidden_at, r.covered_at,
            t.reply_id, t.author_id, t.hidden_at, t.unhidden_at, t.covered_at
            """;
    private static final String TOP =
            " join reply t on t.slot = r.slot and t.root_id = r.root_id and t.reply_id = r.top_id ";
    private static final String SELECT = COLUMNS + "from reply r" + TOP;
    private static final String SELECT_BY_ID = COLUMNS + """
            from (values <asked>) as asked
            join reply r on r.slot = asked.column1 and r.root_id = asked.column2 and r.reply_id = asked.column3
            """ + TOP;

    private static final String WAITING = "held_at is not null and r.approved_at is null";
    /** What is there and need not wait any more. */
    private static final String SHOWN = "r.deleted_at is null and (r.held_at is null or r.approved_at is not null)";

    private static final String SELECT_NEWEST = """
            select asked.column3, (
                select r.reply_id from reply r
                where r.slot = asked.column1 and r.parent_id = asked.column3 and %s
                order by r.reply_id desc limit 1)
            from (values <asked>) as asked
            """.formatted(SHOWN);

    private static final String IN_ROOT = "r.root_id = :root and ";

    // The lists: each is a range of one index, or costs what stands below one reply
    static final String TO = "r.parent_id = :node and " + SHOWN;
    static final String HIDDEN_TO = "r.parent_id = :node and r.hidden_at is not null and " + SHOWN;
    static final String UNDER = IN_ROOT + SHOWN;
    static final String WAITING_UNDER = IN_ROOT + "r.deleted_at is null and r." + WAITING;
    static final String BELOW = IN_ROOT + """
            r.reply_id in (
                with recursive branch(id) as (
                    select b.reply_id from reply b where b.slot = :slot and b.parent_id = :node
                    union all
                    select c.reply_id from branch join reply c on c.slot = :slot and c.parent_id = branch.id)
                select id from branch)
            and \
            """ + SHOWN;

    private static final RowMapper<Reply> REPLY = Row.inOrder(row -> new Reply(
            row.id(),
            row.id(),
            row.id(),
            row.id(),
            row.one(Lifetime.class) == Lifetime.GHOST,
            Approval.of(row.optionalInstant(), row.optionalInstant(), row.optionalInstant()),
            row.optionalInstant(),
            hush(row),
            hush(row)));

    private static Hush hush(Row row) throws SQLException {
        return new Hush(row.id(), row.id(), row.optionalInstant(), row.optionalInstant(), row.optionalInstant());
    }

    /** Where the row of a reply lives, and what it is called there. */
    public record Key(int slot, Id root, Id post) {
        static Key of(Post post) {
            return new Key(post.root().slot(), post.root(), post.id());
        }
    }

    /** Keeps a new reply. */
    void insert(Tx tx, Post reply, Post root, Id top, Optional<Instant> heldAt, Optional<Instant> coveredAt) {
        tx.at(root.id())
                .update("""
                insert into reply (slot, root_id, reply_id, parent_id, top_id, author_id, owner_id, lifetime, held_at, covered_at)
                values (:slot, :root, :id, :parent, :top, :author, :owner, :lifetime, :heldAt, :coveredAt)
                """)
                .bind("root", root.id())
                .bind("id", reply.id())
                .bind("parent", reply.content().references().repliedTo())
                .bind("top", top)
                .bind("author", reply.author())
                .bind("owner", root.author())
                .bind("lifetime", root.content().lifetime())
                .bind("heldAt", heldAt)
                .bind("coveredAt", coveredAt)
                .execute();
    }

    Optional<Reply> find(Tx tx, Post reply) {
        return find(tx, List.of(reply)).stream().findFirst();
    }

    /** Those of some replies whose conversations there are, in no order; one statement, wherever they live. */
    List<Reply> find(Tx tx, Collection<Post> replies) {
        return replies.isEmpty()
                ? List.of()
                : asking(tx, SELECT_BY_ID, replies.stream().map(Key::of).toList())
                        .map(REPLY)
                        .list();
    }

    /** The newest direct reply to each of these posts that is shown, if there is one; one statement, wherever they live. */
    Map<Key, Optional<Id>> newest(Tx tx, Collection<Key> posts) {
        Map<Id, Key> asked = posts.stream().collect(toMap(Key::post, identity()));
        return asking(tx, SELECT_NEWEST, asked.values())
                .map(Row.inOrder(row -> new Newest(row.id(), row.optionalId())))
                .stream()
                .collect(toMap(each -> requireNonNull(asked.get(each.post())), Newest::reply));
    }

    private record Newest(Id post, Optional<Id> reply) {}

    /** The direct replies to a post that are shown. */
    List<Reply> to(Tx tx, Post post, Window window) {
        return list(tx, post, TO, window).bind("node", post.id()).map(REPLY).list();
    }

    /** The direct replies to a post at the top that are shown, and that the owner hides. */
    List<Reply> hiddenTo(Tx tx, Post root, Window window) {
        return list(tx, root, HIDDEN_TO, window)
                .bind("node", root.id())
                .map(REPLY)
                .list();
    }

    /** Everything below a post at the top that is shown. */
    List<Reply> under(Tx tx, Post root, Window window) {
        return list(tx, root, UNDER, window).bind("root", root.id()).map(REPLY).list();
    }

    /** Everything below a reply that is shown. */
    List<Reply> below(Tx tx, Post reply, Window window) {
        return list(tx, reply, BELOW, window)
                .bind("root", reply.root())
                .bind("node", reply.id())
                .map(REPLY)
                .list();
    }

    /** What waits for approval below a post at the top: what was ignored, what was not, or both. */
    List<Reply> waiting(Tx tx, Post root, Optional<Approval> only, Window window) {
        String which = only.map(state ->
                        state == Approval.IGNORED ? " and r.ignored_at is not null" : " and r.ignored_at is null")
                .orElse("");
        return list(tx, root, WAITING_UNDER + which, window)
                .bind("root", root.id())
                .map(REPLY)
                .list();
    }

    /** Hides a reply; one that is hidden already keeps its date. */
    void hide(Tx tx, Reply reply) {
        change(tx, reply, "hidden_at = :now, unhidden_at = null", "hidden_at is null");
    }

    /** Shows a reply again that was hidden or covered. */
    void unhide(Tx tx, Reply reply) {
        change(
                tx,
                reply,
                "hidden_at = null, unhidden_at = :now",
                "(hidden_at is not null or (covered_at is not null and unhidden_at is null))");
    }

    /** Lets everybody see a reply that waits; false if it does not wait. */
    boolean approve(Tx tx, Reply reply) {
        return change(tx, reply, "approved_at = :now", "held_at is not null and approved_at is null");
    }

    /** Puts a reply aside that waits; false if it does not wait, or was put aside before. */
    boolean ignore(Tx tx, Reply reply) {
        return change(
                tx, reply, "ignored_at = :now", "held_at is not null and approved_at is null and ignored_at is null");
    }

    /** Dates the end of a reply. */
    void delete(Tx tx, Post reply) {
        tx.at(reply.root())
                .update("update reply set deleted_at = :now where slot = :slot and root_id = :root and reply_id = :id")
                .bind("now", tx.now())
                .bind("root", reply.root())
                .bind("id", reply.id())
                .execute();
    }

    /** Removes everything below a post at the top. */
    void deleteUnder(Tx tx, Id root) {
        tx.at(root)
                .update("delete from reply where slot = :slot and root_id = :root")
                .bind("root", root)
                .execute();
    }

    /** Removes everything below the posts of an account. */
    void deleteOf(Tx tx, Id owner) {
        tx.at(owner)
                .update("delete from reply where slot = :slot and owner_id = :owner")
                .bind("owner", owner)
                .execute();
    }

    private static boolean change(Tx tx, Reply reply, String what, String where) {
        return tx.at(reply.root())
                        .update("update reply set %s where slot = :slot and root_id = :root and reply_id = :id and %s"
                                .formatted(what, where))
                        .bind("now", tx.now())
                        .bind("root", reply.root())
                        .bind("id", reply.id())
                        .execute()
                == 1;
    }

    private static Query list(Tx tx, Post node, String which, Window window) {
        return tx.at(node.root())
                .query(sql(which, window))
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch());
    }

    /** One page of a list. */
    static String sql(String which, Window window) {
        return (SELECT + "where r.slot = :slot and r.reply_id > :above and r.reply_id < :below and " + which
                        + " order by r.reply_id %s limit :fetch")
                .formatted(window.order());
    }

    private static Query asking(Tx tx, String sql, Collection<Key> posts) {
        return tx.query(sql).bindMethodsList("asked", posts, List.of("slot", "root", "post"));
    }
}
