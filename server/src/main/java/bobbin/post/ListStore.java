package bobbin.post;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Tx;
import java.util.List;
import org.jdbi.v3.core.statement.Query;

/** The lists of an author in the table {@code post}. */
final class ListStore {
    private static final String SELECT_POSTS_BY_AUTHOR = PostStore.SELECT_POST + """
            where %s = :slot and author_id = :author and deleted_at is null and parent_id is null and id > :above and id < :below
            and %s
            order by id %s
            limit :fetch
            """;
    /** All but replies, and ghosts that are archived. */
    private static final String SHOWN = "root_id is null and (lifetime = 'LASTING' or id > :alive)";

    /** Or SQLite takes the primary key, and passes over everything that is no reply. */
    private static final String BY_REPLIES = "slot + 0";

    private static final String REPLIES = "root_id is not null";
    private static final String GHOSTS = "lifetime = 'GHOST'";

    private static final String OLDEST_FIRST = SELECT_POSTS_BY_AUTHOR.formatted("slot", SHOWN, "asc");
    private static final String NEWEST_FIRST = SELECT_POSTS_BY_AUTHOR.formatted("slot", SHOWN, "desc");
    private static final String OLDEST_GHOSTS = SELECT_POSTS_BY_AUTHOR.formatted("slot", GHOSTS, "asc");
    private static final String NEWEST_GHOSTS = SELECT_POSTS_BY_AUTHOR.formatted("slot", GHOSTS, "desc");
    private static final String OLDEST_REPLIES = SELECT_POSTS_BY_AUTHOR.formatted(BY_REPLIES, REPLIES, "asc");
    private static final String NEWEST_REPLIES = SELECT_POSTS_BY_AUTHOR.formatted(BY_REPLIES, REPLIES, "desc");

    /** What an author has published, without replies, what is deleted, and ghosts that are archived. */
    List<Post> byAuthor(Tx tx, Id author, Window window) {
        return within(tx, author, window, window.fromTheOldest() ? OLDEST_FIRST : NEWEST_FIRST)
                .bind("alive", Id.floor(tx.now().minus(Lifetime.OF_GHOSTS).plusMillis(1)))
                .map(PostStore.POST)
                .list();
    }

    /** The ghost posts of an author, archived ones included. */
    List<Post> ghostsBy(Tx tx, Id author, Window window) {
        return within(tx, author, window, window.fromTheOldest() ? OLDEST_GHOSTS : NEWEST_GHOSTS)
                .map(PostStore.POST)
                .list();
    }

    /** What an author has answered. */
    List<Post> repliesBy(Tx tx, Id author, Window window) {
        return within(tx, author, window, window.fromTheOldest() ? OLDEST_REPLIES : NEWEST_REPLIES)
                .map(PostStore.POST)
                .list();
    }

    private static Query within(Tx tx, Id author, Window window, String sql) {
        return tx.at(author)
                .query(sql)
                .bind("author", author)
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch());
    }

    /** Everything by an author, deleted posts included. */
    List<Id> idsBy(Tx tx, Id author) {
        return tx.at(author)
                .query("select id from post where slot = :slot and author_id = :author")
                .bind("author", author)
                .map((row, _) -> id(row, "id"))
                .list();
    }
}
