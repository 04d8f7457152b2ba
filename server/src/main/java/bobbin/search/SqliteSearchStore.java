package bobbin.search;

import static java.util.stream.Collectors.joining;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Collection;
import org.jdbi.v3.core.statement.Query;

/** The words of posts in SQLite's full-text search. */
final class SqliteSearchStore extends SearchStore {

    SqliteSearchStore() {
        super("rowid");
    }

    @Override
    String matching(int words) {
        return "post_words match :words";
    }

    /** Each in quotes, so that none is taken for a word of the search language. None has a quote in it. */
    @Override
    Query bind(Tx tx, Query query, Collection<String> words) {
        return query.bind(
                "words", words.stream().map(word -> "\"" + word + "\"").collect(joining(" ")));
    }

    @Override
    void insertWords(Tx tx, Id post, String words) {
        tx.update("insert into post_words (rowid, words) values (:post, :words)")
                .bind("post", post)
                .bind("words", words)
                .execute();
    }

    @Override
    void deleteWords(Tx tx, Id post) {
        tx.update("delete from post_words where rowid = :post")
                .bind("post", post)
                .execute();
    }
}
