package bobbin.search;

import static java.util.stream.Collectors.joining;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Collection;

/** The words of posts in SQLite's full-text search. */
final class SqliteSearchStore extends SearchStore {

    SqliteSearchStore() {
        super("rowid", "post_words match :words");
    }

    /** Each in quotes, so that none is taken for a word of the search language. None has a quote in it. */
    @Override
    String bound(Collection<String> words) {
        return words.stream().map(word -> "\"" + word + "\"").collect(joining(" "));
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
