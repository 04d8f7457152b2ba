package bobbin.image;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Decodes an image whose head was looked at. Of large ones it takes only every n-th pixel, so that memory does not depend on their size. */
final class Decoder {
    /** 1440 by 14400: the largest that is kept as it is. */
    private static final long MOST_PIXELS = 20_736_000;

    /** What the library says when compressed data end before the image does, and it makes up the rest. */
    private static final String CUT_OFF = "premature end";

    private Decoder() {}

    /** @param scale how many pixels of the file will be one in the end, in each direction */
    static BufferedImage decode(Head head, double scale) {
        int every = (int) Math.max(1, scale / 2);
        while (pixels(head, every) > MOST_PIXELS) {
            every++;
        }
        try {
            return read(head, every);
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnusableImage unusable
                    ? unusable
                    : new UnusableImage(Fault.DAMAGED, "cannot be decoded: " + e.getMessage());
        }
    }

    private static long pixels(Head head, int every) {
        return (long) Math.ceilDiv(head.width(), every) * Math.ceilDiv(head.height(), every);
    }

    private static BufferedImage read(Head head, int every) throws IOException {
        ImageReader reader =
                ImageIO.getImageReadersByFormatName(head.format().ending()).next();
        AtomicBoolean cutOff = new AtomicBoolean();
        try (ImageInputStream in = new ByteArrayImageInputStream(head.essence())) {
            reader.setInput(in, true, true);
            if (reader.getWidth(0) != head.width() || reader.getHeight(0) != head.height()) {
                throw new UnusableImage(Fault.DAMAGED, "two sizes in one");
            }
            reader.addIIOReadWarningListener((_, warning) ->
                    cutOff.compareAndSet(false, warning.toLowerCase(Locale.ROOT).contains(CUT_OFF)));
            ImageReadParam how = reader.getDefaultReadParam();
            how.setSourceSubsampling(every, every, 0, 0);
            BufferedImage image = reader.read(0, how);
            if (cutOff.get()) {
                throw new UnusableImage(Fault.DAMAGED, "ends early");
            }
            return image;
        } finally {
            reader.dispose();
        }
    }
}
