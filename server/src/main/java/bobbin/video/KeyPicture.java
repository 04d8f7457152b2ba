package bobbin.video;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jcodec.codecs.h264.decode.DeblockerInput;
import org.jcodec.codecs.h264.decode.SliceDecoder;
import org.jcodec.codecs.h264.decode.deblock.DeblockingFilter;
import org.jcodec.codecs.h264.io.model.Frame;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.NALUnitType;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.common.IntObjectMap;
import org.jcodec.common.logging.LogLevel;
import org.jcodec.common.logging.Logger;
import org.jcodec.common.model.ColorSpace;

/**
 * Decodes one picture of H.264 that leans on no other. The library is led by the hand: what it would believe of a hostile stream is looked
 * at before, each macroblock is decoded at most once, and it stops between two of them when the thread is interrupted. So the work is that
 * of one picture, whatever the stream is.
 */
final class KeyPicture {
    /** 4096 x 2304, the largest of level 5.1. */
    private static final int MOST_BLOCKS = 36_864;

    private static final int MOST_PARAMETER_SETS = 256;
    /** Baseline, main and high. */
    private static final Set<Integer> KNOWN_PROFILES = Set.of(66, 77, 100);

    static {
        Logger.setLevel(LogLevel.ERROR); // it prints to the console what it thinks of broken streams
    }

    private final Map<Integer, Sps> headers = new HashMap<>();
    private final Map<Integer, SeqParameterSet> sequences = new HashMap<>();
    private final Map<Integer, PictureParameterSet> pictures = new HashMap<>();

    private KeyPicture() {}

    /**
     * @param sample one picture, as it lies in the file
     * @throws RuntimeException if it cannot be decoded, for whatever reason; the library throws what it likes
     */
    static Planes decode(AvcConfig config, byte[] sample) {
        KeyPicture picture = new KeyPicture();
        config.units().forEach(picture::learn);
        return picture.decode(config.lengthBytes(), sample);
    }

    private Planes decode(int lengthBytes, byte[] sample) {
        Canvas canvas = null;
        int at = 0;
        while (at + lengthBytes < sample.length) {
            int length = length(sample, at, lengthBytes);
            at += lengthBytes;
            if (length < 1 || length > sample.length - at) {
                throw VideoUnusable.because("a packet ends after its picture");
            }
            byte[] unit = new byte[length];
            System.arraycopy(sample, at, unit, 0, length);
            at += length;
            int type = Nal.type(unit);
            if (type == Nal.SLICE || type == Nal.KEY_SLICE) {
                Slice slice = slice(unit);
                canvas = canvas == null ? new Canvas(slice.header, slice.sequence) : canvas;
                canvas.draw(slice);
            } else {
                learn(unit);
            }
        }
        if (canvas == null) {
            throw VideoUnusable.because("there is no picture in the sample");
        }
        return canvas.finished();
    }

    private static int length(byte[] sample, int at, int lengthBytes) {
        int length = 0;
        for (int i = 0; i < lengthBytes; i++) {
            length = length << 8 | (sample[at + i] & 0xff);
        }
        return length;
    }

    /** Keeps the headers of the stream and of its pictures, and passes over everything else. */
    private void learn(byte[] unit) {
        if (headers.size() > MOST_PARAMETER_SETS || pictures.size() > MOST_PARAMETER_SETS) {
            throw VideoUnusable.because("there are too many headers");
        }
        byte[] payload = Nal.payload(unit);
        if (Nal.type(unit) == Nal.SPS) {
            Sps sps = Sps.read(payload);
            requireDecodable(sps);
            headers.put(sps.id(), sps);
            sequences.put(sps.id(), SeqParameterSet.read(ByteBuffer.wrap(sps.withoutDisplay(payload))));
        } else if (Nal.type(unit) == Nal.PPS) {
            requireOneGroup(payload);
            PictureParameterSet pps = PictureParameterSet.read(ByteBuffer.wrap(payload));
            pictures.put(pps.picParameterSetId, pps);
        }
    }

    /** Before the library reads the header itself: it has never heard of some profiles, and would read other bits than we did. */
    private static void requireDecodable(Sps header) {
        CodecProfile profile = header.profile();
        if (!KNOWN_PROFILES.contains(profile.number())
                || !profile.chroma().is420()
                || profile.bitDepth() != 8
                || header.hasFields()
                || header.columns() * header.rows() > MOST_BLOCKS
                || header.width() < 1
                || header.height() < 1) {
            throw VideoUnusable.because("the decoder does not know such streams");
        }
    }

    /** Groups of slices are a feature that hardly anybody uses, and their maps may be as large as the stream says. */
    private static void requireOneGroup(byte[] payload) {
        Bits bits = new Bits(payload);
        bits.golomb(255);
        bits.golomb(31);
        bits.skip(2);
        bits.golomb(0);
    }

    private Slice slice(byte[] unit) {
        byte[] payload = Nal.payload(unit);
        Bits bits = new Bits(payload);
        bits.golomb(MOST_BLOCKS - 1);
        int kind = bits.golomb(9) % 5;
        PictureParameterSet pps = pictures.get(bits.golomb(255));
        if (kind != SliceType.I.ordinal() || pps == null) {
            throw VideoUnusable.because("a slice leans on other pictures, or on a header that is not there");
        }
        Sps header = headers.get(pps.seqParameterSetId);
        SeqParameterSet sequence = sequences.get(pps.seqParameterSetId);
        if (header == null || sequence == null) {
            throw VideoUnusable.because("a slice leans on a header that is not there");
        }
        NALUnit type = new NALUnit(
                Nal.type(unit) == Nal.KEY_SLICE ? NALUnitType.IDR_SLICE : NALUnitType.NON_IDR_SLICE,
                Nal.isReference(unit) ? 1 : 0);
        return new Slice(header, sequence, pps, type, payload);
    }

    /** A part of a picture, and what it leans on. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    private record Slice(
            Sps header, SeqParameterSet sequence, PictureParameterSet picture, NALUnit unit, byte[] payload) {}

    /** Where the picture is put together. */
    private static final class Canvas {
        private final Sps header;
        private final DeblockerInput edges;
        private final Frame frame;
        private int blocksLeft;

        Canvas(Sps header, SeqParameterSet sequence) {
            this.header = header;
            this.blocksLeft = header.columns() * header.rows();
            this.edges = new DeblockerInput(sequence);
            int pixels = 256 * blocksLeft;
            byte[][] planes = {new byte[pixels], new byte[pixels / 4], new byte[pixels / 4]};
            this.frame = new Frame(
                    16 * header.columns(),
                    16 * header.rows(),
                    planes,
                    ColorSpace.YUV420,
                    null,
                    0,
                    SliceType.I,
                    edges.mvs,
                    edges.refsUsed,
                    0);
        }

        void draw(Slice slice) {
            if (!slice.header.equals(header)
                    || slice.sequence.bitDepthChromaMinus8 != 0
                    || slice.sequence.qpprimeYZeroTransformBypassFlag
                    || slice.picture.constrainedIntraPredFlag) {
                throw VideoUnusable.because("the decoder does not know such slices");
            }
            WatchedSlice reader =
                    WatchedSlice.open(slice.sequence, slice.picture, slice.unit, slice.payload, blocksLeft);
            new SliceDecoder(slice.sequence, new Frame[0], new IntObjectMap<>(), edges, frame).decodeFromReader(reader);
            blocksLeft = reader.blocksLeft();
        }

        Planes finished() {
            if (blocksLeft > 0) {
                throw VideoUnusable.because("a part of the picture is missing");
            }
            new DeblockingFilter(header.columns(), 8, edges).deblockFrame(frame);
            return new Planes(
                    frame.getPlaneData(0),
                    frame.getPlaneData(1),
                    frame.getPlaneData(2),
                    16 * header.columns(),
                    header.crop().left(),
                    header.crop().top(),
                    header.width(),
                    header.height(),
                    header.colours());
        }
    }
}
