package bobbin.video;

import java.util.ArrayList;
import java.util.List;

/** The tables that say how long, how large and where the samples of a track are ({@code stbl}). Read as they stand, never kept. */
final class SampleTable {
    /** How many key frames are looked up: the first may be black. */
    static final int KEY_FRAMES = 4;

    private final Source source;
    private final Box stbl;
    private final Box times;
    private final Sizes sizes;
    private final Box runs;
    private final Chunks chunks;

    SampleTable(Source source, Box stbl) {
        this.source = source;
        this.stbl = stbl;
        this.times = source.need(stbl, "stts").atLeast(8);
        this.sizes = Sizes.of(source, stbl);
        this.runs = source.need(stbl, "stsc").atLeast(8);
        this.chunks = Chunks.of(source, stbl);
    }

    /** Adds up the samples; refuses tables that contradict each other or the size of the file. */
    void count(Tally tally) {
        long first = times.body() + 8;
        long entries = times.entries(source.u32(times.body() + 4), first, 8);
        for (long i = 0; i < entries; i++) {
            tally.time(source.u32(first + 8 * i), source.u32(first + 8 * i + 4));
        }
        if (tally.samples() != sizes.count()) {
            throw VideoUnusable.because("there are times for another number of samples than there are sizes");
        }
        sizes.weigh(tally);
        chunks.requireWithinFile();
    }

    /** The first pictures that can be shown alone; all can where no table says which. */
    List<KeyFrame> keyFrames() {
        List<KeyFrame> found = new ArrayList<>();
        Box sync = source.find(stbl, "stss").orElse(null);
        if (sync == null) {
            for (long sample = 0; sample < Math.min(KEY_FRAMES, sizes.count()); sample++) {
                found.add(locate(sample));
            }
            return found;
        }
        long first = sync.atLeast(8).body() + 8;
        long entries = sync.entries(source.u32(sync.body() + 4), first, 4);
        for (long i = 0; i < Math.min(KEY_FRAMES, entries); i++) {
            found.add(locate(source.u32(first + 4 * i) - 1));
        }
        return found;
    }

    /** Walks along the runs of chunks of equal length to the one that holds this sample. */
    private KeyFrame locate(long sample) {
        if (sample < 0 || sample >= sizes.count()) {
            throw VideoUnusable.because("a key frame is no sample");
        }
        long first = runs.body() + 8;
        long entries = runs.entries(source.u32(runs.body() + 4), first, 12);
        long before = 0;
        for (long i = 0; i < entries; i++) {
            long chunk = source.u32(first + 12 * i);
            long perChunk = source.u32(first + 12 * i + 4);
            long next = i + 1 < entries ? source.u32(first + 12 * (i + 1)) : chunks.count() + 1;
            if (chunk < 1 || next <= chunk || perChunk == 0) {
                throw VideoUnusable.because("the runs of chunks are out of order");
            }
            if ((sample - before) / perChunk < next - chunk) {
                return at(chunk - 1 + (sample - before) / perChunk, sample, (sample - before) % perChunk);
            }
            before += (next - chunk) * perChunk;
        }
        throw VideoUnusable.because("a key frame is in no chunk");
    }

    private KeyFrame at(long chunk, long sample, long placeInChunk) {
        long offset = chunks.offset(chunk) + sizes.of(sample - placeInChunk, sample);
        return new KeyFrame(offset, sizes.of(sample)).within(source);
    }

    /** {@code stsz}, or {@code stz2} where sizes take 4, 8 or 16 bits. */
    private record Sizes(Source source, Box box, int bits, long constant, long count) {
        private static final int HEADER = 12;
        /** A day of 60 frames a second. */
        private static final int MOST_SAMPLES = 5_184_000;

        static Sizes of(Source source, Box stbl) {
            Box box = source.find(stbl, "stsz").orElseGet(() -> source.need(stbl, "stz2"));
            long value = source.u32(box.atLeast(HEADER).body() + 4);
            long count = source.u32(box.body() + 8);
            Sizes sizes = box.is("stsz")
                    ? new Sizes(source, box, 32, value, count)
                    : new Sizes(source, box, (int) (value & 0xff), 0, count);
            if (sizes.bits != 4 && sizes.bits != 8 && sizes.bits != 16 && sizes.bits != 32) {
                throw VideoUnusable.because("sizes have an unknown width");
            }
            if (sizes.constant == 0) {
                if (count > MOST_SAMPLES) {
                    throw VideoUnusable.because("there are too many samples");
                }
                box.entries((count * sizes.bits + 7) / 8, box.body() + HEADER, 1);
            }
            return sizes;
        }

        void weigh(Tally tally) {
            if (constant > 0) {
                tally.weigh(count, constant);
            } else {
                tally.weigh(1, of(0, count));
            }
            if (tally.bytes() > source.size()) {
                throw VideoUnusable.because("the samples are larger than the file");
            }
        }

        /** Of several samples together. */
        long of(long from, long to) {
            if (constant > 0) {
                return (to - from) * constant;
            }
            long sum = 0;
            for (long i = from; i < to; i++) {
                sum += of(i);
            }
            return sum;
        }

        long of(long sample) {
            if (constant > 0) {
                return constant;
            }
            long first = box.body() + HEADER;
            return switch (bits) {
                case 4 -> (source.u8(first + sample / 2) >> (sample % 2 == 0 ? 4 : 0)) & 0xf;
                case 8 -> source.u8(first + sample);
                case 16 -> source.u16(first + 2 * sample);
                default -> source.u32(first + 4 * sample);
            };
        }
    }

    /** {@code stco}, or {@code co64} where offsets take 64 bits. */
    private record Chunks(Source source, Box box, int width, long count) {
        private static final int HEADER = 8;

        static Chunks of(Source source, Box stbl) {
            Box box = source.find(stbl, "stco").orElseGet(() -> source.need(stbl, "co64"));
            int width = box.is("stco") ? 4 : 8;
            long said = source.u32(box.atLeast(HEADER).body() + 4);
            return new Chunks(source, box, width, box.entries(said, box.body() + HEADER, width));
        }

        long offset(long chunk) {
            if (chunk >= count) {
                throw VideoUnusable.because("a chunk is missing");
            }
            long at = box.body() + HEADER + width * chunk;
            return width == 4 ? source.u32(at) : source.u64(at);
        }

        void requireWithinFile() {
            for (long chunk = 0; chunk < count; chunk++) {
                if (offset(chunk) >= source.size()) {
                    throw VideoUnusable.because("a chunk lies behind the end of the file");
                }
            }
        }
    }
}
