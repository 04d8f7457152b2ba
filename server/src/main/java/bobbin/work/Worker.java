package bobbin.work;

import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs what is due. Every server has one; a job is run by whoever claims it first. A claim ends after {@code work.hold}, so that another
 * server takes over what a dead one held.
 */
public final class Worker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
    /** The exponent of a power that reaches the longest pause and does not overflow. */
    private static final int MOST_DOUBLINGS = 10;

    private static final int MOST_AT_ONCE = 64;

    private final Database database;
    private final Jobs jobs;
    private final Map<String, Handler> handlers;
    private final WorkSettings settings;
    private final JobStore store = new JobStore();
    private final Semaphore free;
    /**
     * Threads of the machine, of which there are few: a job that writes a video for a second would otherwise sit on the carriers of the
     * virtual threads that answer calls (docs/decisions/0026).
     */
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().name("job-", 1).factory());

    private final Thread dispatcher = Thread.ofVirtual().name("worker").unstarted(this::dispatch);
    private volatile boolean closed;

    /** A worker that runs nothing by itself, only when it is told to {@link #runDue}. */
    public Worker(Database database, Jobs jobs, Map<String, Handler> handlers, WorkSettings settings) {
        this.database = database;
        this.jobs = jobs;
        this.handlers = Map.copyOf(handlers);
        this.settings = settings;
        this.free = new Semaphore(settings.parallel());
    }

    /**
     * Runs from now on whatever becomes due, several jobs at a time. If no other server can be running, it begins with what an earlier one
     * left when it died, and does not wait until that counts as abandoned.
     */
    public static Worker start(Database database, Jobs jobs, Map<String, Handler> handlers, WorkSettings settings) {
        Worker worker = new Worker(database, jobs, handlers, settings);
        if (database.isAlone()) {
            database.change(tx -> worker.store.letGo(tx, tx.now().plus(settings.hold())));
        }
        worker.dispatcher.start();
        return worker;
    }

    /**
     * Runs all that is due, one job after the other on this thread, until nothing is.
     *
     * @return how many jobs it ran
     */
    public int runDue() {
        int count = 0;
        for (List<Job> due = claim(MOST_AT_ONCE); !due.isEmpty(); due = claim(MOST_AT_ONCE)) {
            due.forEach(this::run);
            count += due.size();
        }
        return count;
    }

    /** How many jobs run at this moment. */
    public int running() {
        return settings.parallel() - free.availablePermits();
    }

    /** Whether it looks for what becomes due. */
    public boolean isRunning() {
        return dispatcher.isAlive() && !closed;
    }

    /** Takes on nothing more, and gives what runs some time to end. */
    @Override
    public void close() {
        closed = true;
        jobs.ring();
        free.release();
        try {
            dispatcher.join();
            threads.shutdown();
            if (!threads.awaitTermination(settings.grace().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("jobs=interrupted again_in={}", settings.hold());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }

    private void dispatch() {
        while (!closed) {
            try {
                if (dispatchSome() == 0) {
                    jobs.listen(settings.poll());
                }
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Starts what is due and has room; waits for room if there is none. */
    private int dispatchSome() throws InterruptedException {
        free.acquire();
        int room = 1 + free.drainPermits();
        List<Job> claimed = closed ? List.of() : claimIfPossible(Math.min(room, MOST_AT_ONCE));
        free.release(room - claimed.size());
        for (Job job : claimed) {
            threads.execute(() -> {
                try {
                    run(job);
                } finally {
                    free.release();
                }
            });
        }
        return claimed.size();
    }

    private List<Job> claimIfPossible(int limit) {
        try {
            return claim(limit);
        } catch (RuntimeException e) {
            LOG.warn("jobs=unclaimed reason={}", e.getMessage());
            return List.of();
        }
    }

    private List<Job> claim(int limit) {
        if (handlers.isEmpty()) {
            return List.of();
        }
        List<Id> due = database.read(tx -> store.due(tx, handlers.keySet(), limit));
        if (due.isEmpty()) {
            return List.of();
        }
        return database.write(tx -> due.stream()
                .flatMap(id -> store.claim(tx, id, tx.now().plus(settings.hold())).stream())
                .toList());
    }

    private void run(Job job) {
        try {
            Optional<Instant> again =
                    Objects.requireNonNull(handlers.get(job.kind())).run(job);
            database.change(tx -> end(tx, job, again));
        } catch (RuntimeException e) {
            LOG.error(
                    "job=failed kind={} id={} subject={} attempt={}",
                    job.kind(),
                    job.id(),
                    job.subject(),
                    job.attempt(),
                    e);
            runLater(job);
        }
    }

    private void end(Tx tx, Job job, Optional<Instant> again) {
        if (again.isEmpty()) {
            store.delete(tx, job);
        } else {
            store.postpone(tx, job, again.get());
        }
    }

    private void runLater(Job job) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(job.attempt() - 1, MOST_DOUBLINGS));
        Duration bounded = pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
        try {
            database.change(tx -> store.postpone(tx, job, tx.now().plus(bounded)));
        } catch (RuntimeException e) {
            // Then it counts as abandoned after its time.
            LOG.warn("job=held id={} reason={}", job.id(), e.getMessage());
        }
    }
}
