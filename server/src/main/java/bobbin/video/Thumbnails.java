package bobbin.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes still pictures of videos. H.264 with 8 bits, 4:2:0 and whole frames is decoded; everything else gets a drawn placeholder. Only one
 * picture is decoded at a time, on a thread of its own and for as long as it is given: so the decoder takes at most 64 MiB, and no stream
 * can keep a caller.
 */
public final class Thumbnails {
    private static final Logger log = LoggerFactory.getLogger(Thumbnails.class);

    /** A third of a second of the highest bit rate that is allowed (04 §7.2). */
    private static final long LARGEST_FRAME = 4L << 20;

    private final Duration patience;
    private final ReentrantLock turn = new ReentrantLock(true);

    /** @param patience how long one picture may be decoded, before a placeholder is drawn */
    public Thumbnails(Duration patience) {
        this.patience = patience;
    }

    /**
     * The first picture of a video that is not of one colour, or a placeholder.
     *
     * @throws VideoUnusable if the file cannot even be probed
     */
    public Thumbnail of(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            Source source = new Source(channel);
            Movie movie = Movie.read(source);
            Still still = Still.of(movie.video().picture());
            return movie.avc()
                    .flatMap(avc -> inTime(() -> paint(source, movie, avc, still)))
                    .orElseGet(still::drawn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Decodes on the calling thread, and takes as long as it takes. */
    static Thumbnail paint(Source source, Movie movie, AvcConfig avc, Still still) {
        Planes shown = null;
        for (KeyFrame frame : movie.keyFrames()) {
            if (shown == null || shown.isBlank()) {
                try {
                    shown = decode(source, frame, avc);
                } catch (RuntimeException e) {
                    if (shown == null) {
                        throw e;
                    }
                }
            }
        }
        if (shown == null) {
            throw VideoUnusable.because("there is no picture");
        }
        return still.of(shown);
    }

    private static Planes decode(Source source, KeyFrame frame, AvcConfig avc) {
        if (frame.bytes() > LARGEST_FRAME) {
            throw VideoUnusable.because("the picture is too large");
        }
        return KeyPicture.decode(avc, source.bytes(frame.offset(), (int) frame.bytes()));
    }

    private Optional<Thumbnail> inTime(Callable<Thumbnail> work) {
        turn.lock();
        try {
            FutureTask<Thumbnail> task = new FutureTask<>(work);
            Thread.ofPlatform().daemon().name("thumbnail").start(task);
            try {
                return Optional.of(task.get(patience.toNanos(), TimeUnit.NANOSECONDS));
            } catch (TimeoutException e) {
                log.info("thumbnail=drawn reason=\"decoding took too long\"");
            } catch (ExecutionException e) {
                log.info("thumbnail=drawn reason=\"{}\"", String.valueOf(e.getCause()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                task.cancel(true);
            }
            return Optional.empty();
        } finally {
            turn.unlock();
        }
    }
}
