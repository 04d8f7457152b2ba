package bobbin.work;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Setting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class WorkerTest {
    private static final WorkSettings SETTINGS = WorkSettings.from(Setting::standard);

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Jobs jobs = new Jobs(fixture.ids);
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id post = fixture.ids.next(Id.Kind.POST, ann);
    private final List<Job> done = new ArrayList<>();

    @Test
    void runsAJobOnceWhenItIsDue() {
        Worker worker = worker(Handler.of(done::add));
        add(Duration.ofHours(1), "how");

        assertThat(worker.runDue()).isZero();
        pass(Duration.ofHours(1));
        assertThat(worker.runDue()).isEqualTo(1);
        pass(Duration.ofDays(1));
        assertThat(worker.runDue()).isZero();

        assertThat(done).hasSize(1);
        Job job = done.getFirst();
        assertThat(job.kind()).isEqualTo("deed");
        assertThat(job.subject()).isEqualTo(post);
        assertThat(job.payload()).isEqualTo("how");
        assertThat(job.attempt()).isEqualTo(1);
        assertThat(job.id().slot()).isEqualTo(ann.slot());
    }

    @Test
    void runsNothingThatWasAddedByATransactionThatFailed() {
        try {
            fixture.database.change(tx -> {
                jobs.add(tx, "deed", post, tx.now());
                throw new IllegalStateException("no");
            });
        } catch (IllegalStateException _) {
            assertThat(worker(Handler.of(done::add)).runDue()).isZero();
        }
    }

    @Test
    void runsWhatHasWaitedLongestFirst() {
        List<String> order = new ArrayList<>();
        add(Duration.ofMinutes(3), "third");
        add(Duration.ofMinutes(1), "first");
        add(Duration.ofMinutes(2), "second");
        pass(Duration.ofHours(1));

        worker(Handler.of(job -> order.add(job.payload()))).runDue();

        assertThat(order).containsExactly("first", "second", "third");
    }

    @Test
    void runsAJobAgainWhenItsHandlerSaysSo() {
        Deque<Duration> plan = new ArrayDeque<>(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5)));
        Worker worker = worker(job -> {
            done.add(job);
            return Optional.ofNullable(plan.poll()).map(fixture.time.instant()::plus);
        });
        add(Duration.ZERO, "");

        assertThat(worker.runDue()).isEqualTo(1);
        pass(Duration.ofSeconds(59));
        assertThat(worker.runDue()).isZero();
        pass(Duration.ofSeconds(1));
        assertThat(worker.runDue()).isEqualTo(1);
        pass(Duration.ofMinutes(5));
        assertThat(worker.runDue()).isEqualTo(1);
        pass(Duration.ofDays(1));
        assertThat(worker.runDue()).isZero();

        assertThat(done).extracting(Job::attempt).containsExactly(1, 2, 3);
    }

    @Test
    void runsAFailedJobAgainAfterLongerAndLongerPauses() {
        Worker worker = worker(Handler.of(job -> {
            done.add(job);
            throw new IllegalStateException("not today");
        }));
        add(Duration.ZERO, "");

        assertThat(worker.runDue()).isEqualTo(1);
        for (int pause : List.of(10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600)) {
            pass(Duration.ofSeconds(pause).minusMillis(1));
            assertThat(worker.runDue()).isZero();
            pass(Duration.ofMillis(1));
            assertThat(worker.runDue()).as("after %s seconds", pause).isEqualTo(1);
        }
    }

    @Test
    void takesOverWhatADeadWorkerHeld() {
        add(Duration.ZERO, "");
        Worker dying = worker(_ -> {
            throw new AssertionError("the process ends here");
        });
        try {
            dying.runDue();
        } catch (AssertionError _) {
            Worker other = worker(Handler.of(done::add));
            assertThat(other.runDue()).isZero();

            pass(SETTINGS.hold());
            assertThat(other.runDue()).isEqualTo(1);
        }

        assertThat(done).extracting(Job::attempt).containsExactly(2);
    }

    @Test
    void leavesAJobToWhoeverTookItOver() {
        Worker other = worker(Handler.of(done::add));
        Worker slow = worker(job -> {
            pass(SETTINGS.hold());
            other.runDue();
            return Optional.of(fixture.time.instant());
        });
        add(Duration.ZERO, "");

        slow.runDue();

        assertThat(done).hasSize(1);
        assertThat(other.runDue()).isZero();
    }

    @Test
    void leavesKindsThatItDoesNotKnowToOthers() {
        fixture.database.change(tx -> jobs.add(tx, "from a newer server", post, tx.now()));

        assertThat(worker(Handler.of(done::add)).runDue()).isZero();
        assertThat(new Worker(fixture.database, jobs, Map.of(), SETTINGS).runDue())
                .isZero();
    }

    @Test
    void runsAJobOnceAmongManyWorkers() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        for (int i = 0; i < 40; i++) {
            add(Duration.ZERO, "");
        }
        Callable<Integer> work =
                () -> worker(Handler.of(_ -> runs.incrementAndGet())).runDue();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int claimed = threads.invokeAll(List.of(work, work, work, work)).stream()
                    .mapToInt(Future::resultNow)
                    .sum();

            assertThat(claimed).isEqualTo(40);
        }
        assertThat(runs).hasValue(40);
    }

    @Test
    void keepsOneJobOfTheWholeSystemHoweverOftenItIsAskedTo() {
        Worker worker = worker(job -> {
            done.add(job);
            return Optional.of(fixture.time.instant().plus(Duration.ofHours(1)));
        });
        keep();
        keep();
        worker.runDue();
        keep();

        assertThat(worker.runDue()).isZero();
        pass(Duration.ofHours(1));
        assertThat(worker.runDue()).isEqualTo(1);
        assertThat(done).hasSize(2);
    }

    @Test
    void runsByItselfOnceStartedAndFinishesWhatRunsWhenItCloses() throws Exception {
        CountDownLatch begun = new CountDownLatch(2);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        Handler patient = Handler.of(_ -> {
            begun.countDown();
            await(goOn);
            ended.incrementAndGet();
        });
        try (Worker _ = Worker.start(fixture.database, jobs, Map.of("deed", patient), SETTINGS)) {
            add(Duration.ZERO, "one");
            add(Duration.ZERO, "two");
            begun.await();
            goOn.countDown();
        }

        assertThat(ended).hasValue(2);
        pass(Duration.ofDays(1));
        assertThat(worker(Handler.of(done::add)).runDue()).isZero();
    }

    private Worker worker(Handler handler) {
        return new Worker(fixture.database, jobs, Map.of("deed", handler), SETTINGS);
    }

    private void add(Duration wait, String payload) {
        Instant due = fixture.time.instant().plus(wait);
        fixture.database.change(tx -> jobs.add(tx, "deed", post, due, payload));
    }

    private void keep() {
        fixture.database.change(tx -> jobs.keep(tx, "deed", tx.now()));
    }

    private void pass(Duration time) {
        fixture.time.pass(time);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
