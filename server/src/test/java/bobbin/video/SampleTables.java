package bobbin.video;

import static bobbin.video.Boxes.box;
import static bobbin.video.Boxes.full;
import static bobbin.video.Boxes.join;
import static bobbin.video.Boxes.u32;
import static bobbin.video.Boxes.u64;
import static bobbin.video.Boxes.zeros;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The tables of a generated track, with all samples in one chunk.
 *
 * @param entry of {@code stsd}
 * @param sizes of every sample
 * @param delta how long every sample is shown
 * @param keys the samples that can be shown alone, from 1; empty if all can
 */
@SuppressWarnings("ArrayRecordComponent") // tests do not compare them
record SampleTables(byte[] entry, long[] sizes, long delta, List<Integer> keys, long offset, boolean wide) {

    /** Samples of the same size, the last with what remains. */
    static SampleTables even(byte[] entry, long samples, long delta, long bytes, long offset, boolean wide) {
        long each = samples == 0 ? 0 : bytes / samples;
        long[] sizes = LongStream.range(0, samples).map(_ -> each).toArray();
        if (samples > 0) {
            sizes[(int) samples - 1] += bytes - each * samples;
        }
        return new SampleTables(entry, sizes, delta, List.of(), offset, wide);
    }

    static SampleTables of(SamplePictures pictures, long delta, long offset, boolean wide) {
        List<Integer> keys = new ArrayList<>();
        for (int i = 0; i < pictures.frames().size(); i++) {
            if (pictures.frames().get(i).key()) {
                keys.add(i + 1);
            }
        }
        long[] sizes = pictures.frames().stream()
                .mapToLong(frame -> frame.bytes().length)
                .toArray();
        return new SampleTables(pictures.entry(), sizes, delta, keys, offset, wide);
    }

    byte[] stbl() {
        return box(
                "stbl",
                full("stsd", 0, 0, u32(1), entry),
                full("stts", 0, 0, sizes.length == 0 ? u32(0) : u32(1, sizes.length, delta)),
                keys.isEmpty()
                        ? zeros(0)
                        : full(
                                "stss",
                                0,
                                0,
                                u32(keys.size()),
                                u32(keys.stream().mapToLong(key -> key).toArray())),
                full("stsc", 0, 0, sizes.length == 0 ? u32(0) : u32(1, 1, sizes.length, 1)),
                full("stsz", 0, 0, u32(0, sizes.length), u32(sizes)),
                chunks());
    }

    private byte[] chunks() {
        if (sizes.length == 0) {
            return full("stco", 0, 0, u32(0));
        }
        return wide ? full("co64", 0, 0, join(u32(1), u64(offset))) : full("stco", 0, 0, u32(1, offset));
    }
}
