package bobbin.search;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Dialect;
import bobbin.sql.Row;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;

/**
 * The tables {@code post_words} and {@code standing}, which belong to nobody. How words are kept is the one thing in which the engines
 * truly differ; what is asked of them is the same.
 */
abstract class SearchStore {
    private static final RowMapper<Hit> HIT = Row.inOrder(row -> new Hit(row.id(), row.id()));

    /** The most popular are sought among so many of the newest that fit, or a common word would take its time. */
    private static final int MOST_COMPARED = 5000;

    private final String post;

    /** @param post the column of {@code post_words} that names the post */
    SearchStore(String post) {
        this.post = post;
    }

    static SearchStore on(Dialect dialect) {
        return switch (dialect) {
            case SQLITE -> new SqliteSearchStore();
            case POSTGRESQL -> new PostgresSearchStore();
        };
    }

    /** Whether a post has so many words, which {@link #bind} names. */
    abstract String matching(int words);

    abstract Query bind(Tx tx, Query query, Collection<String> words);

    abstract void insertWords(Tx tx, Id post, String words);

    abstract void deleteWords(Tx tx, Id post);

    void insert(Tx tx, Id post, Collection<String> words) {
        insertWords(tx, post, String.join(" ", words));
        tx.update("insert into standing (post_id, place) values (:post, :post)")
                .bind("post", post)
                .execute();
    }

    /** Gives a post other words, if it has any: holds its place meanwhile, so that nobody deletes it at the same time. */
    void replace(Tx tx, Id post, Collection<String> words) {
        int held = tx.update("update standing set place = place where post_id = :post")
                .bind("post", post)
                .execute();
        if (held > 0) {
            deleteWords(tx, post);
            insertWords(tx, post, String.join(" ", words));
        }
    }

    void delete(Tx tx, Id post) {
        tx.update("delete from standing where post_id = :post")
                .bind("post", post)
                .execute();
        deleteWords(tx, post);
    }

    void move(Tx tx, Id post, Id place) {
        tx.update("update standing set place = :place where post_id = :post")
                .bind("post", post)
                .bind("place", place)
                .execute();
    }

    /** Posts with all of these words, by time. */
    List<Hit> byTime(Tx tx, Collection<String> words, Window window) {
        return bind(tx, tx.query(found(words.size(), window.order())), words)
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("most", window.fetch())
                .map(HIT)
                .list();
    }

    /**
     * Posts with all of these words, by where they stand.
     *
     * @param times when they were published
     * @param place where in the list they are
     */
    List<Hit> byStanding(Tx tx, Collection<String> words, Window times, Window place) {
        return bind(tx, tx.query(compared(words.size(), place.order())), words)
                .bind("above", times.above())
                .bind("below", times.below())
                .bind("most", MOST_COMPARED)
                .bind("low", place.above())
                .bind("high", place.below())
                .bind("fetch", place.fetch())
                .map(HIT)
                .list();
    }

    private String found(int words, String order) {
        return """
                select %1$s as post_id, %1$s as place from post_words
                where %2$s and %1$s > :above and %1$s < :below order by %1$s %3$s limit :most
                """.formatted(post, matching(words), order);
    }

    private String compared(int words, String order) {
        return """
                select standing.post_id, standing.place from (%s) found join standing on standing.post_id = found.post_id
                where standing.place > :low and standing.place < :high order by standing.place %s limit :fetch
                """.formatted(found(words, "desc"), order);
    }
}
