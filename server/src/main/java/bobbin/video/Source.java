package bobbin.video;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Reads numbers and boxes anywhere in a file that nobody vouches for. Only a window of 64 KiB is in memory, and what may be read in all is
 * bounded, so that no file can keep us busy: beyond the bounds it counts as damaged.
 */
final class Source {
    /** A file of five minutes has tables of less than 1 MiB; this is for those that are far too long, so that we can say so. */
    private static final long MOST_BYTES = 24L << 20;

    private static final int MOST_BOXES = 250_000;
    private static final int WINDOW = 64 << 10;
    /** How much is read after a jump. Where reading goes on, it doubles until the window is full. */
    private static final int LANDING = 512;

    private final SeekableByteChannel file;
    private final long size;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;
    private int ahead = LANDING;
    private long bytesLeft = MOST_BYTES;
    private int boxesLeft = MOST_BOXES;

    Source(SeekableByteChannel file) {
        try {
            this.file = file;
            this.size = file.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size() {
        return size;
    }

    int u8(long at) {
        return window.get(reach(at, 1)) & 0xff;
    }

    int u16(long at) {
        return window.getShort(reach(at, 2)) & 0xffff;
    }

    int i32(long at) {
        return window.getInt(reach(at, 4));
    }

    long u32(long at) {
        return i32(at) & 0xffff_ffffL;
    }

    /** An unsigned number of 64 bits; refuses those beyond 63. */
    long u64(long at) {
        long value = window.getLong(reach(at, 8));
        if (value < 0) {
            throw VideoUnusable.because("a number is beyond 63 bits");
        }
        return value;
    }

    double f64(long at) {
        return window.getDouble(reach(at, 8));
    }

    /** Four letters. */
    String letters(long at) {
        byte[] letters = new byte[4];
        window.get(reach(at, 4), letters);
        return new String(letters, ISO_8859_1);
    }

    /** A copy of some bytes; the caller bounds the length. */
    byte[] bytes(long at, int length) {
        requireWithin(at, length);
        byte[] bytes = new byte[length];
        read(at, ByteBuffer.wrap(bytes));
        return bytes;
    }

    /** The box that begins here and ends before {@code limit}. A size of 0 means: as far as it goes. */
    Box box(long at, long limit) {
        if (--boxesLeft < 0) {
            throw VideoUnusable.because("too many boxes");
        }
        long said = u32(at);
        int header = said == 1 ? 16 : 8;
        long length = said == 1 ? u64(at + 8) : said == 0 ? limit - at : said;
        String type = letters(at + 4);
        if (length < header || length > limit - at) {
            throw VideoUnusable.because("a box ends before it begins or after what it lies in");
        }
        return new Box(type, at, at + header, at + length);
    }

    /** The boxes in a part of the file, one after the other. Zeros are padding, and end them. */
    Iterable<Box> boxes(long from, long to) {
        return () -> new Iterator<>() {
            private long at = from;

            @Override
            public boolean hasNext() {
                return to - at >= 8 && (u32(at) != 0 || u32(at + 4) != 0);
            }

            @Override
            public Box next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                Box box = box(at, to);
                at = box.end();
                return box;
            }
        };
    }

    Iterable<Box> boxes(Box parent) {
        return boxes(parent.body(), parent.end());
    }

    /** The first box of this type within another. */
    Optional<Box> find(Box parent, String type) {
        for (Box box : boxes(parent)) {
            if (box.is(type)) {
                return Optional.of(box);
            }
        }
        return Optional.empty();
    }

    Box need(Box parent, String type) {
        return find(parent, type).orElseThrow(() -> VideoUnusable.because("there is no " + type));
    }

    /** Sees to it that these bytes are in the window, and says where in it. */
    private int reach(long at, int length) {
        if (at < windowStart || at - windowStart > window.limit() - length) {
            requireWithin(at, length);
            boolean goesOn = at >= windowStart && at - windowStart <= window.limit();
            ahead = goesOn ? Math.min(2 * ahead, WINDOW) : LANDING;
            window.clear().limit((int) Math.min(ahead, size - at));
            windowStart = at;
            read(at, window);
            window.flip();
        }
        return (int) (at - windowStart);
    }

    private void requireWithin(long at, long length) {
        if (at < 0 || length > size - at) {
            throw VideoUnusable.because("the file ends early");
        }
    }

    private void read(long at, ByteBuffer into) {
        bytesLeft -= into.remaining();
        if (bytesLeft < 0) {
            throw VideoUnusable.because("the tables are too long");
        }
        try {
            file.position(at);
            while (into.hasRemaining()) {
                if (file.read(into) < 0) {
                    throw VideoUnusable.because("the file became shorter");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
