package bobbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.TestEngine;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SqliteTest {
    private static final Set<Thread.State> WAITING = EnumSet.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);

    @RegisterExtension
    final Fixture fixture = new Fixture(TestEngine.SQLITE);

    private final Database database = fixture.database;

    @BeforeEach
    void makeATable() {
        database.change(
                tx -> tx.update("create table note (text text primary key)").execute());
    }

    @Test
    void acknowledgesTheWritesOfABatchOnlyWhenAllAreCommitted() throws Exception {
        CountDownLatch firstRan = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CountDownLatch gate = holdTheWriter(database);
        Future<?> first = queued(() -> database.change(tx -> {
            insert(tx, "first");
            firstRan.countDown();
        }));
        Future<?> second = queued(() -> database.change(tx -> {
            await(goOn);
            insert(tx, "second");
        }));

        gate.countDown();
        firstRan.await();
        assertThat(first.isDone()).isFalse();
        assertThat(notes()).isEmpty();

        goOn.countDown();
        first.get();
        second.get();
        assertThat(notes()).containsExactly("first", "second");
    }

    @Test
    void isolatesAFailingWriteFromTheRestOfItsBatch() throws Exception {
        CountDownLatch gate = holdTheWriter(database);
        Future<?> before = queued(() -> database.change(tx -> insert(tx, "before")));
        Future<?> refused = queued(() -> database.change(tx -> {
            insert(tx, "refused");
            throw new IllegalArgumentException("no");
        }));
        Future<?> broken = queued(() -> database.change(tx -> {
            insert(tx, "broken");
            tx.update("insert into nowhere values (1)").execute();
        }));
        Future<?> wrong = queued(() -> database.change(tx -> {
            insert(tx, "wrong");
            throw new AssertionError("not even this");
        }));
        Future<?> after = queued(() -> database.change(tx -> insert(tx, "after")));

        gate.countDown();
        before.get();
        after.get();

        assertThatThrownBy(refused::get).hasCauseInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(broken::get).hasStackTraceContaining("no such table");
        assertThatThrownBy(wrong::get).hasCauseInstanceOf(AssertionError.class);
        assertThat(notes()).containsExactly("after", "before");
    }

    @Test
    void tellsEverybodyInABatchThatIsLost() throws Exception {
        CountDownLatch gate = holdTheWriter(database);
        Future<?> innocent = queued(() -> database.change(tx -> insert(tx, "innocent")));
        Future<?> culprit =
                queued(() -> database.change(tx -> tx.update("rollback").execute()));

        gate.countDown();

        assertThatThrownBy(innocent::get).hasCauseInstanceOf(Unavailable.class);
        assertThatThrownBy(culprit::get).hasCauseInstanceOf(Unavailable.class);
        assertThat(notes()).isEmpty();
        database.change(tx -> insert(tx, "afterwards"));
        assertThat(notes()).containsExactly("afterwards");
    }

    @Test
    void refusesAWriteWhenTooManyWait() throws Exception {
        DatabaseSettings settings = settings(1, Duration.ofSeconds(5));
        try (Database narrow = Database.open(settings, fixture.time)) {
            CountDownLatch gate = holdTheWriter(narrow);
            Future<?> waits = queued(() -> narrow.change(_ -> {}));

            assertThatThrownBy(() -> narrow.change(_ -> {}))
                    .isInstanceOf(Unavailable.class)
                    .hasMessageContaining("Too many");

            gate.countDown();
            waits.get();
        }
    }

    @Test
    void takesAWriteBackWhenItWaitsTooLong() throws Exception {
        DatabaseSettings settings = settings(10, Duration.ofMillis(100));
        try (Database hasty = Database.open(settings, fixture.time)) {
            hasty.change(tx -> tx.update("create table note (text text)").execute());
            CountDownLatch gate = holdTheWriter(hasty);

            assertThatThrownBy(() -> hasty.change(tx -> insert(tx, "late"))).isInstanceOf(Unavailable.class);
            gate.countDown();
            hasty.change(tx -> insert(tx, "in time"));

            assertThat(notes(hasty)).containsExactly("in time");
        }
    }

    @Test
    void finishesAcceptedWritesWhenItCloses() throws Exception {
        CountDownLatch gate = holdTheWriter(database);
        Future<?> accepted = queued(() -> database.change(tx -> insert(tx, "accepted")));
        Future<?> closing = queued(database::close);

        gate.countDown();
        accepted.get();
        closing.get();

        try (Database again = Database.open(fixture.settings, fixture.time)) {
            assertThat(notes(again)).containsExactly("accepted");
        }
        assertThatThrownBy(() -> database.read(Tx::now)).isInstanceOf(Unavailable.class);
        assertThatThrownBy(() -> database.readLong(Tx::now)).isInstanceOf(Unavailable.class);
    }

    @Test
    void recoversFromAFullDisk() {
        database.change(
                tx -> tx.query("pragma max_page_count = 40").mapTo(Long.class).one());

        assertThatThrownBy(() -> database.change(tx -> insert(tx, "x".repeat(1_000_000))))
                .isInstanceOf(Unavailable.class);
        database.change(tx -> insert(tx, "small"));
        assertThat(notes()).containsExactly("small");

        database.change(tx ->
                tx.query("pragma max_page_count = 1000000").mapTo(Long.class).one());
        database.change(tx -> insert(tx, "x".repeat(1_000_000)));
        assertThat(notes()).hasSize(2);
    }

    @Test
    void refusesToWriteInARead() {
        assertThatThrownBy(
                        () -> database.read(tx -> tx.update("delete from note").execute()))
                .hasStackTraceContaining("readonly");
    }

    @Test
    void letsOnlyOneServerServeAFile() {
        assertThatThrownBy(() -> Database.open(fixture.settings, fixture.time))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already");
    }

    @Test
    void letsACommandWorkBesideTheServerAndCountsItsWrites() {
        database.change(tx -> insert(tx, "ours"));
        long before = foreignWrites();
        database.change(tx -> insert(tx, "ours too"));
        assertThat(foreignWrites()).isEqualTo(before);

        try (Database command = Database.join(fixture.settings, fixture.time)) {
            command.change(tx -> insert(tx, "theirs"));
        }

        assertThat(notes()).containsExactly("ours", "ours too", "theirs");
        long seenByAWrite = database.write(_ -> foreignWrites());
        assertThat(seenByAWrite).isGreaterThan(before);
    }

    @Test
    void preparesAStatementOnce() {
        Set<Statement> prepared = Collections.newSetFromMap(new IdentityHashMap<>());
        for (String run : List.of("a", "b", "c")) {
            database.change(tx -> tx.update("insert into note (text) values (:text)")
                    .bind("text", "note " + run)
                    .addCustomizer(noting(prepared))
                    .execute());
        }

        assertThat(prepared).hasSize(1);
    }

    private static StatementCustomizer noting(Set<Statement> prepared) {
        return new StatementCustomizer() {
            @Override
            public void beforeExecution(PreparedStatement statement, StatementContext context) {
                prepared.add(statement);
            }
        };
    }

    private long foreignWrites() {
        return database.foreignWrites().orElseThrow();
    }

    /** Keeps the writer busy until the latch is counted down, so that further writes become one batch. */
    private static CountDownLatch holdTheWriter(Database database) throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch gate = new CountDownLatch(1);
        Thread.ofVirtual()
                .start(() -> database.change(_ -> {
                    held.countDown();
                    await(gate);
                }));
        held.await();
        return gate;
    }

    /** Starts a call and comes back when it waits for its turn. */
    private static Future<?> queued(Runnable call) {
        FutureTask<?> task = new FutureTask<>(Executors.callable(call));
        Thread caller = Thread.ofVirtual().start(task);
        while (!WAITING.contains(caller.getState())) {
            Thread.onSpinWait();
        }
        return task;
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private DatabaseSettings settings(int waitingWrites, Duration patience) {
        return new DatabaseSettings("", "", "", fixture.empty().directory(), 1, waitingWrites, patience, true);
    }

    private static void insert(Tx tx, String text) {
        tx.update("insert into note (text) values (:text)").bind("text", text).execute();
    }

    private List<String> notes() {
        return notes(database);
    }

    private static List<String> notes(Database database) {
        return database.read(tx -> tx.query("select text from note order by text")
                .mapTo(String.class)
                .list());
    }
}
