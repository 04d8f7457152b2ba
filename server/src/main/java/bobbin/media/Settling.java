package bobbin.media;

import bobbin.base.Id;
import bobbin.media.Media.State;
import bobbin.sql.Database;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** What becomes of media that are made in the background: writes it down, tells those who want to know, and wakes those who wait. */
final class Settling {
    /** Another server may have settled it: nobody rings then. */
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);

    private final Database database;
    private final MediaEvents events;
    private final MediaStore store = new MediaStore();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private long rings;

    Settling(Database database, MediaEvents events) {
        this.database = database;
        this.events = events;
    }

    /** What is still to be made. */
    Optional<Media> pending(Id id) {
        return database.read(tx -> store.find(tx, List.of(id))).stream()
                .filter(media -> media.state() == State.IN_PROGRESS)
                .findFirst();
    }

    /** Writes down under which names the files will lie, before they do; false if it is not to be made any more. */
    boolean begin(Media media, MediaFile file) {
        return database.write(tx -> store.begin(tx, media, file));
    }

    /** Its files are there; false if another run was faster, or nobody wants it any more. */
    boolean finish(Media media, MediaFile file, String transcript) {
        Media finished =
                new Media(media.id(), media.owner(), media.kind(), State.FINISHED, Optional.of(file), Optional.empty());
        return database.write(tx -> {
            boolean first = store.finish(tx, media, file.key(), transcript);
            if (first) {
                events.settled(tx, finished);
                tx.afterCommit(this::ring);
            }
            return first;
        });
    }

    void fail(Media media, String error, String transcript) {
        Media failed =
                new Media(media.id(), media.owner(), media.kind(), State.ERROR, Optional.empty(), Optional.of(error));
        database.change(tx -> {
            if (store.fail(tx, media, error, transcript)) {
                events.settled(tx, failed);
                tx.afterCommit(this::ring);
            }
        });
    }

    /** Waits until all of these are settled, but no longer than this, and answers with how they are then. */
    List<Media> await(Collection<Id> ids, Duration time) {
        long deadline = System.nanoTime() + time.toNanos();
        while (true) {
            long before = rings();
            List<Media> found = database.read(tx -> store.find(tx, ids));
            long left = deadline - System.nanoTime();
            boolean settled = found.stream().noneMatch(media -> media.state() == State.IN_PROGRESS);
            if (settled || left <= 0 || !rest(before, Math.min(left, LOOK_AGAIN.toNanos()))) {
                return found;
            }
        }
    }

    private long rings() {
        lock.lock();
        try {
            return rings;
        } finally {
            lock.unlock();
        }
    }

    private void ring() {
        lock.lock();
        try {
            rings++;
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Until the next ring, or that long; false if the thread is to end. */
    private boolean rest(long before, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (rings == before && left > 0) {
                left = rung.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            lock.unlock();
        }
    }
}
