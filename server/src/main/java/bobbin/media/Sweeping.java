package bobbin.media;

import bobbin.sql.Database;
import bobbin.work.Handler;
import bobbin.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, once an hour, the files of media that nothing shows any more or ever showed, and what crashes left behind. */
public final class Sweeping implements Handler {
    /** The kind of its job, of which there is one. */
    public static final String KIND = "media.sweep";

    private static final Logger LOG = LoggerFactory.getLogger(Sweeping.class);
    private static final Duration PERIOD = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    /** Longer than anything is on its way in. */
    private static final Duration STALE = Duration.ofHours(3);

    private final Database database;
    private final Shelf shelf;
    private final Incoming incoming;
    private final InstantSource time;
    private final MediaStore store = new MediaStore();

    Sweeping(Database database, Shelf shelf, Incoming incoming, InstantSource time) {
        this.database = database;
        this.shelf = shelf;
        this.incoming = incoming;
        this.time = time;
    }

    @Override
    public Optional<Instant> run(Job job) {
        incoming.removeOlderThan(time.instant().minus(STALE));
        List<Media> expired = database.readLong(tx -> store.expired(tx, AT_ONCE));
        long removed = expired.stream().filter(this::remove).count();
        boolean more = removed == AT_ONCE;
        return Optional.of(more ? time.instant() : time.instant().plus(PERIOD));
    }

    /** The row goes last, so that what cannot be removed now is removed later. */
    private boolean remove(Media media) {
        if (!database.write(tx -> store.claimExpired(tx, media))) {
            return false;
        }
        try {
            media.file().ifPresent(shelf::remove);
            database.change(tx -> store.delete(tx, media));
            return true;
        } catch (RuntimeException e) {
            LOG.warn("event=media_not_removed media={} reason={}", media.id(), e.getMessage());
            return false;
        }
    }
}
