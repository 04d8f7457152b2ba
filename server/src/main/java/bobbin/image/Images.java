package bobbin.image;

import bobbin.image.Shape.Size;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Makes images of what strangers send: looks at the head, refuses what breaks a rule, decodes, turns upright, converts to sRGB, brings into
 * shape and encodes anew. Works on a few threads of its own (half as many as there are processors, one to four), because the libraries hold a
 * processor for long; so a storm of images neither holds up calls nor takes more memory than a few images need.
 */
public final class Images implements AutoCloseable {
    private static final int REST_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    public Images() {
        this(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4));
    }

    Images(int atOnce) {
        threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                REST_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("image-", 1).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Makes an image of a file. Throws {@link UnusableImage} if the file breaks a rule or is no image. */
    public Image make(byte[] file, ImageRules rules, Shape shape) {
        rules.requireSize(file.length);
        Head head = Head.of(file);
        rules.require(head);
        return work(() -> make(head, shape));
    }

    /** The same for a file on disk, which is read when its turn has come, so that those that wait take no memory. */
    public Image make(Path file, ImageRules rules, Shape shape) {
        return work(() -> {
            rules.requireSize(Files.size(file));
            Head head = Head.of(Files.readAllBytes(file));
            rules.require(head);
            return make(head, shape);
        });
    }

    /** Whether a file that begins like this is an image, be it of a kind that is not taken; twelve bytes are enough. */
    public static boolean isImage(byte[] start) {
        return Format.of(start).isPresent() || Start.isForeignImage(start);
    }

    /** Encodes what we drew or decoded ourselves: as PNG if something shines through, as JPEG otherwise. */
    public static Image encode(BufferedImage image) {
        return Encoder.encode(image);
    }

    /** Encodes what we drew ourselves, without loss. */
    public static Image png(BufferedImage image) {
        return Encoder.encode(image, Format.PNG);
    }

    /** Does other long work with pixels on the same few threads, and waits for it. */
    public <T> T work(Callable<T> work) {
        var running = threads.submit(work);
        try {
            return running.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            running.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The work was given up", e);
        }
    }

    static Image make(Head head, Shape shape) {
        Orientation orientation = head.orientation();
        Size upright =
                orientation.isAside() ? new Size(head.height(), head.width()) : new Size(head.width(), head.height());
        BufferedImage decoded = Decoder.decode(head, shape.scale(upright));
        BufferedImage image = Colours.standard(decoded, head.profile());
        BufferedImage drawn = Canvas.draw(image, orientation, shape.of(upright));
        return Encoder.encode(Canvas.solid(drawn));
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
