package bobbin.video;

import static bobbin.video.Boxes.box;
import static bobbin.video.Boxes.full;
import static bobbin.video.Boxes.join;
import static bobbin.video.Boxes.letters;
import static bobbin.video.Boxes.u16;
import static bobbin.video.Boxes.u32;
import static bobbin.video.Boxes.u8;
import static bobbin.video.Boxes.zeros;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * Builds files whose samples are described in fragments: 30 frames a second, 640 x 360, no sound.
 *
 * @param perFragment how many frames a fragment has
 */
record FragmentedSample(SamplePictures pictures, int perFragment) {
    private static final int SCALE = 3000;
    private static final int DELTA = 100;
    private static final int LEANS_ON_OTHERS = 0x10000;

    /** Every frame says how long and how large it is. */
    byte[] spelledOut() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(head());
        for (int first = 0; first < pictures.frames().size(); first += perFragment) {
            List<SamplePictures.Frame> frames = pictures.frames()
                    .subList(
                            first,
                            Math.min(first + perFragment, pictures.frames().size()));
            byte[] rows = zeros(0);
            byte[] data = zeros(0);
            for (SamplePictures.Frame frame : frames) {
                rows = join(rows, u32(DELTA, frame.bytes().length, frame.key() ? 0 : LEANS_ON_OTHERS));
                data = join(data, frame.bytes());
            }
            long start = (long) first * DELTA;
            int length = moof(start, 0x701, frames.size(), 0, rows).length;
            file.writeBytes(moof(start, 0x701, frames.size(), length + 8, rows));
            file.writeBytes(box("mdat", data));
        }
        return file.toByteArray();
    }

    /** One fragment in which all frames are alike, as the index says. */
    byte[] byDefault(long frames) {
        byte[] moof = moof(0, 0x1, frames, 0, zeros(0));
        return join(head(), moof, box("mdat", zeros(1000)));
    }

    private static byte[] moof(long start, int says, long frames, int dataAt, byte[] rows) {
        return box(
                "moof",
                full("mfhd", 0, 0, u32(1)),
                box(
                        "traf",
                        full("tfhd", 0, 0x20000, u32(1)),
                        full("tfdt", 0, 0, u32(start)),
                        full("trun", 0, says, u32(frames, dataAt), rows)));
    }

    private byte[] head() {
        byte[] stbl = new SampleTables(pictures.entry(), new long[0], DELTA, List.of(), 0, false).stbl();
        byte[] tkhd = full(
                "tkhd",
                0,
                3,
                u32(0, 0, 1, 0, 0),
                zeros(16),
                u32(0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000),
                u32(640L << 16, 360L << 16));
        byte[] mdia = box(
                "mdia",
                full("mdhd", 0, 0, u32(0, 0, SCALE, 0), u16(0x55c4, 0)),
                full("hdlr", 0, 0, u32(0), letters("vide"), zeros(12), u8(0)),
                box("minf", stbl));
        byte[] mvex = box("mvex", full("trex", 0, 0, u32(1, 1, DELTA, 20, 0)));
        return join(
                box("ftyp", letters("iso5"), u32(0), letters("iso5")),
                box("moov", full("mvhd", 0, 0, u32(0, 0, 1000, 0), zeros(80)), box("trak", tkhd, mdia), mvex));
    }
}
