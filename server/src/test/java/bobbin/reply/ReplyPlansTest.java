package bobbin.reply;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Dialect;
import bobbin.sql.Tx;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the engines find replies among long conversations of others (10 §10.2, §10.3, §10.6): by an index, always. */
class ReplyPlansTest {
    private static final int TREES = 10;
    private static final int REPLIES = 1000;

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final List<Id> roots = new ArrayList<>();

    /** A third of the replies answers the one before. */
    @BeforeEach
    void fillsTheTable() {
        Id author = fixture.ids.newOwner(Id.Kind.ACCOUNT);
        fixture.database.change(tx -> {
            for (int tree = 0; tree < TREES; tree++) {
                Id root = fixture.ids.next(Id.Kind.POST, author);
                roots.add(root);
                Id parent = root;
                for (int i = 0; i < REPLIES; i++) {
                    Id reply = fixture.ids.next(Id.Kind.POST, author);
                    insert(tx, root, reply, i % 3 == 0 ? parent : root);
                    parent = reply;
                }
            }
        });
        if (fixture.database.dialect() == Dialect.POSTGRESQL) {
            fixture.database.change(tx -> tx.update("analyze reply").execute());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {ReplyStore.TO, ReplyStore.HIDDEN_TO, ReplyStore.UNDER, ReplyStore.WAITING_UNDER, ReplyStore.BELOW
            })
    void findsEveryListByAnIndex(String which) {
        for (Window window : List.of(Window.newest(25), new Window(Id.LOWEST, Id.HIGHEST, true, 25))) {
            assertThat(plan(which, window))
                    .isNotEmpty()
                    .noneMatch(step -> step.contains("Seq Scan") || step.matches("SCAN [rtbc]\\b.*"));
        }
    }

    private List<String> plan(String which, Window window) {
        String explain = fixture.database.dialect() == Dialect.SQLITE ? "explain query plan " : "explain ";
        String column = fixture.database.dialect() == Dialect.SQLITE ? "detail" : "QUERY PLAN";
        Id root = roots.get(TREES / 2);
        return fixture.database.write(tx -> {
            requireIndexes(tx);
            Query query = tx.at(root)
                    .query(explain + ReplyStore.sql(which, window))
                    .bind("above", window.above())
                    .bind("below", window.below())
                    .bind("fetch", window.fetch());
            bindings(which).forEach(name -> query.bind(name, root));
            return query.map((row, _) -> row.getString(column)).list();
        });
    }

    /**
     * How large a table must be before PostgreSQL prefers indexes is its own affair; the test is whether they lead to every row. In a
     * transaction that writes, because what only reads there is no transaction, in which nothing could be set.
     */
    private void requireIndexes(Tx tx) {
        if (fixture.database.dialect() == Dialect.POSTGRESQL) {
            for (String way : List.of("seqscan", "hashjoin", "mergejoin")) {
                tx.update("set local enable_" + way + " = off").execute();
            }
        }
    }

    private static List<String> bindings(String which) {
        return Stream.of("root", "node")
                .filter(name -> which.contains(":" + name))
                .toList();
    }

    private static void insert(Tx tx, Id root, Id reply, Id parent) {
        tx.at(root)
                .update("""
                insert into reply (slot, root_id, reply_id, parent_id, top_id, author_id, owner_id, lifetime)
                values (:slot, :root, :reply, :parent, :reply, 1, 1, 'LASTING')
                """)
                .bind("root", root)
                .bind("reply", reply)
                .bind("parent", parent)
                .execute();
    }
}
