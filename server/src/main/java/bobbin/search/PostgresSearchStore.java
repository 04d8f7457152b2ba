package bobbin.search;

import static java.util.stream.Collectors.joining;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.statement.Query;

/** The words of posts in PostgreSQL, one row for each. */
final class PostgresSearchStore extends SearchStore {
    /** A word is as rare as the newest post but so many with it is old. */
    private static final int NEWEST = 100;

    PostgresSearchStore() {
        super("post_id");
    }

    @Override
    String matching(int words) {
        return IntStream.range(1, words)
                .mapToObj(PostgresSearchStore::another)
                .collect(joining("", "word = :word0", ""));
    }

    /** The offset keeps the planner from joining: it knows nothing of how common words are, and would begin with any of them. */
    private static String another(int n) {
        return """
                 and exists (
                    select 1 from post_words other where other.word = :word%d and other.post_id = post_words.post_id offset 0)
                """.formatted(n);
    }

    /** The rarest leads, so that as few posts as possible are looked at. */
    @Override
    Query bind(Tx tx, Query query, Collection<String> words) {
        int n = 0;
        for (String word : words.size() == 1 ? words : rarestFirst(tx, words)) {
            query.bind("word" + n++, word);
        }
        return query;
    }

    private static List<String> rarestFirst(Tx tx, Collection<String> words) {
        return tx.query("""
                select word from unnest(string_to_array(:words, ' ')) as asked (word)
                order by coalesce(
                    (select post_id from post_words where post_words.word = asked.word
                        order by post_id desc offset %d limit 1),
                    0), word
                """.formatted(NEWEST))
                .bind("words", String.join(" ", words))
                .mapTo(String.class)
                .list();
    }

    @Override
    void insertWords(Tx tx, Id post, String words) {
        tx.update("insert into post_words (word, post_id) select unnest(string_to_array(:words, ' ')), :post")
                .bind("words", words)
                .bind("post", post)
                .execute();
    }

    @Override
    void deleteWords(Tx tx, Id post) {
        tx.update("delete from post_words where post_id = :post")
                .bind("post", post)
                .execute();
    }
}
