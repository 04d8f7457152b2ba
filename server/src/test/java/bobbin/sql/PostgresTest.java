package bobbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.TestEngine;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresTest {
    @RegisterExtension
    final Fixture fixture = new Fixture(TestEngine.POSTGRESQL);

    private final Database database = fixture.database;

    @BeforeEach
    void makeATable() {
        database.change(tx -> {
            tx.update("create table counter (name text primary key, n bigint)").execute();
            tx.update("insert into counter values ('a', 0), ('b', 0)").execute();
        });
    }

    @Test
    void runsAgainWhatTheEngineGaveUp() {
        AtomicInteger runs = new AtomicInteger();

        database.change(tx -> {
            add(tx, "a");
            if (runs.incrementAndGet() < 3) {
                fail(tx, "40001");
            }
        });

        assertThat(runs).hasValue(3);
        assertThat(n("a")).isEqualTo(1);
    }

    @Test
    void givesUpWhatTheEngineGivesUpAgainAndAgain() {
        assertThatThrownBy(() -> database.change(tx -> fail(tx, "40001"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void outlivesADeadlock() throws Exception {
        CyclicBarrier both = new CyclicBarrier(2);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> calls = List.of(() -> addBoth(both, "a", "b"), () -> addBoth(both, "b", "a"));

            assertThat(threads.invokeAll(calls)).extracting(Future::resultNow).containsOnly(true);
        }

        assertThat(n("a")).isEqualTo(2);
        assertThat(n("b")).isEqualTo(2);
    }

    @Test
    void comesBackAfterLostConnections() {
        assertThatThrownBy(() -> database.change(tx -> {
                    add(tx, "a");
                    terminateAll(tx);
                    add(tx, "a");
                }))
                .isInstanceOf(Unavailable.class);

        assertThat(n("a")).isZero();
        database.change(tx -> add(tx, "a"));
        assertThat(n("a")).isEqualTo(1);
    }

    @Test
    void tellsThatTheDiskIsFull() {
        assertThatThrownBy(() -> database.change(tx -> fail(tx, "53100"))).isInstanceOf(Unavailable.class);
    }

    @Test
    void tellsThatNobodyIsThere() {
        DatabaseSettings nobody = new DatabaseSettings(
                "jdbc:postgresql://localhost:1/none",
                "ann",
                "",
                fixture.settings.directory(),
                1,
                1,
                fixture.settings.patience(),
                true);

        assertThatThrownBy(() -> Database.open(nobody, fixture.time)).isInstanceOf(Unavailable.class);
    }

    @Test
    void neverClaimsToKnowWhatOthersWrite() {
        assertThat(database.foreignWrites()).isEmpty();
    }

    @Test
    void finishesWhatRunsWhenItCloses() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CyclicBarrier running = new CyclicBarrier(2);
            Future<?> write = threads.submit(() -> database.change(tx -> {
                meet(running);
                tx.query("select pg_sleep(0.05)").mapToMap().one();
                add(tx, "a");
            }));
            running.await();
            database.close();

            // Not its state: the thread may still be on its way out.
            assertThatCode(write::get).doesNotThrowAnyException();
        }
        assertThatThrownBy(() -> database.read(Tx::now)).isInstanceOf(Unavailable.class);
    }

    private boolean addBoth(CyclicBarrier both, String one, String other) {
        AtomicInteger runs = new AtomicInteger();
        database.change(tx -> {
            add(tx, one);
            if (runs.incrementAndGet() == 1) {
                meet(both);
            }
            add(tx, other);
        });
        return true;
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void add(Tx tx, String name) {
        tx.update("update counter set n = n + 1 where name = :name")
                .bind("name", name)
                .execute();
    }

    private static void fail(Tx tx, String state) {
        tx.update("do $$ begin raise exception using errcode = '" + state + "'; end $$")
                .execute();
    }

    private static void terminateAll(Tx tx) {
        tx.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()")
                .mapToMap()
                .list();
    }

    private int n(String name) {
        return database.read(tx -> tx.query("select n from counter where name = :name")
                .bind("name", name)
                .mapTo(Integer.class)
                .one());
    }
}
