package bobbin.search;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Collection;

/** The words of posts in PostgreSQL, as an array with an inverted index. */
final class PostgresSearchStore extends SearchStore {

    PostgresSearchStore() {
        super("post_id", "words @> string_to_array(:words, ' ')");
    }

    @Override
    String bound(Collection<String> words) {
        return String.join(" ", words);
    }

    @Override
    void insertWords(Tx tx, Id post, String words) {
        tx.update("insert into post_words (post_id, words) values (:post, string_to_array(:words, ' '))")
                .bind("post", post)
                .bind("words", words)
                .execute();
    }

    @Override
    void deleteWords(Tx tx, Id post) {
        tx.update("delete from post_words where post_id = :post")
                .bind("post", post)
                .execute();
    }
}
