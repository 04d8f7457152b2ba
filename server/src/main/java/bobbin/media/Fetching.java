package bobbin.media;

import bobbin.base.Refusal;
import bobbin.image.ImageRules;
import bobbin.media.Media.Kind;
import bobbin.video.VideoProblem;
import bobbin.video.VideoRules;
import bobbin.work.Handler;
import bobbin.work.Job;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches and makes in the background what a call did not wait for. A run that dies with its server is begun anew, under another name, and
 * what the first left behind is removed.
 */
public final class Fetching implements Handler {
    /** The kind of its jobs. */
    public static final String KIND = "media.fetch";

    static final long MOST_IMAGE_BYTES = ImageRules.BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);

    /** So long a fault of ours, such as a full disk, is waited out. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private static final Duration PAUSE = Duration.ofSeconds(10);

    /** When all that may be fetched at a time are. */
    private static final Duration QUEUE = Duration.ofSeconds(1);

    private final Backstage backstage;
    private final MediaSettings settings;
    private final InstantSource time;
    private final Semaphore free;

    Fetching(Backstage backstage, MediaSettings settings, InstantSource time) {
        this.backstage = backstage;
        this.settings = settings;
        this.time = time;
        this.free = new Semaphore(settings.atOnce());
    }

    @Override
    public Optional<Instant> run(Job job) {
        if (!free.tryAcquire()) {
            return Optional.of(time.instant().plus(QUEUE));
        }
        try {
            return backstage.settling().pending(job.subject()).flatMap(media -> attempt(media, job));
        } finally {
            free.release();
        }
    }

    /** When to try again; empty if it is settled. */
    private Optional<Instant> attempt(Media media, Job job) {
        try {
            media.file().ifPresent(backstage.shelf()::remove);
            fetch(media, MediaSource.of(media.kind(), job.payload()));
            return Optional.empty();
        } catch (Flaw.Found found) {
            requireGoingOn(found);
            return failed(media, found.flaw().word(), found.transcript());
        } catch (Refusal refusal) {
            return failed(media, word(media), "refused=\"" + refusal.getMessage() + "\"");
        } catch (RuntimeException e) {
            requireGoingOn(e);
            LOG.error("event=media_not_made media={} attempt={}", media.id(), job.attempt(), e);
            Instant now = time.instant();
            return media.id().time().plus(PATIENCE).isAfter(now)
                    ? Optional.of(now.plus(PAUSE))
                    : failed(media, VideoProblem.UNKNOWN, "given_up_after=" + PATIENCE);
        }
    }

    /** When the server stops, whatever fails then fails because of that, and is done again by the next one. */
    private static void requireGoingOn(RuntimeException e) {
        if (Thread.currentThread().isInterrupted()) {
            throw e;
        }
    }

    private void fetch(Media media, MediaSource source) {
        long left = backstage.room().require(media.owner());
        long bytes = media.kind() == Kind.VIDEO ? VideoRules.LARGEST : MOST_IMAGE_BYTES;
        Duration atMost = media.kind() == Kind.VIDEO ? settings.videoTime() : settings.imageTime();
        try (Made made = backstage.workshop().make(media.owner(), source, Math.min(bytes, left), atMost)) {
            if (!backstage.settling().begin(media, made.file())) {
                return;
            }
            backstage.shelf().put(made);
            if (!backstage.settling().finish(media, made.file(), made.transcript())) {
                backstage.shelf().remove(made.file());
            }
            LOG.info(
                    "event=media_made media={} kind={} bytes={}",
                    media.id(),
                    media.kind(),
                    made.file().bytes());
        }
    }

    private Optional<Instant> failed(Media media, VideoProblem word, String transcript) {
        LOG.info("event=media_failed media={} kind={} error={}", media.id(), media.kind(), word);
        backstage.settling().fail(media, word.name(), transcript);
        return Optional.empty();
    }

    private static VideoProblem word(Media media) {
        return media.kind() == Kind.VIDEO ? VideoProblem.FAILED_DOWNLOADING_VIDEO : VideoProblem.UNKNOWN;
    }
}
