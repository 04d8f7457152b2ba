package bobbin.video;

import static bobbin.video.Boxes.box;
import static bobbin.video.Boxes.join;
import static bobbin.video.Boxes.u16;
import static bobbin.video.Boxes.u32;
import static bobbin.video.Boxes.u8;
import static bobbin.video.Boxes.zeros;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.common.model.ColorSpace;

/**
 * The pictures of a generated video.
 *
 * @param entry the entry of {@code stsd}
 * @param frames every coded picture; empty if they are to be zeros
 */
@SuppressWarnings("ArrayRecordComponent") // tests do not compare them
public record SamplePictures(byte[] entry, List<Frame> frames) {

    /** One coded picture. */
    @SuppressWarnings("ArrayRecordComponent") // tests do not compare them
    public record Frame(byte[] bytes, boolean key) {}

    /** H.264 that says it is so large; there is nothing to decode. */
    public static SamplePictures h264(int width, int height) {
        return h264(width, height, _ -> {});
    }

    /** Likewise, with changes to the header of the stream. */
    static SamplePictures h264(int width, int height, Consumer<SeqParameterSet> change) {
        SeqParameterSet sps = new SeqParameterSet();
        sps.profileIdc = 100;
        sps.levelIdc = 40;
        sps.chromaFormatIdc = ColorSpace.YUV420J;
        sps.numRefFrames = 1;
        sps.frameMbsOnlyFlag = true;
        sps.picWidthInMbsMinus1 = (width + 15) / 16 - 1;
        sps.picHeightInMapUnitsMinus1 = (height + 15) / 16 - 1;
        sps.frameCroppingFlag = true;
        sps.frameCropRightOffset = (16 - width % 16) % 16 / 2;
        sps.frameCropBottomOffset = (16 - height % 16) % 16 / 2;
        change.accept(sps);
        ByteBuffer written = ByteBuffer.allocate(1024).put((byte) 0x67);
        sps.write(written);
        byte[] unit = Arrays.copyOf(written.array(), written.position());
        return new SamplePictures(visual("avc1", width, height, avcC(unit, u8(0x68, 0xce, 0x38, 0x80))), List.of());
    }

    /** HEVC, described as far as anybody reads. */
    public static SamplePictures hevc(int width, int height) {
        return hevc(width, height, 0x90, 1);
    }

    /** @param source 0x80 is progressive, 0x40 interlaced */
    static SamplePictures hevc(int width, int height, int source, int chroma) {
        byte[] hvcC = box(
                "hvcC",
                u8(1, 1),
                u32(0x60000000),
                u8(source),
                zeros(5),
                u8(93, 0xf0, 0, 0xfc, 0xfc | chroma),
                u8(0xf8, 0xf8),
                u16(0),
                u8(0x0f, 0));
        return new SamplePictures(visual("hvc1", width, height, hvcC), List.of());
    }

    /** With a codec that has nothing to describe. */
    public static SamplePictures of(String format, int width, int height) {
        return new SamplePictures(visual(format, width, height), List.of());
    }

    static byte[] visual(String format, int width, int height, byte[]... extensions) {
        return box(
                format,
                zeros(6),
                u16(1),
                zeros(16),
                u16(width, height),
                u32(0x480000, 0x480000, 0),
                u16(1),
                zeros(32),
                u16(0x18, 0xffff),
                join(extensions));
    }

    static byte[] avcC(byte[] sps, byte[] pps) {
        return box(
                "avcC", u8(1, sps[1], sps[2], sps[3], 0xff, 0xe1), u16(sps.length), sps, u8(1), u16(pps.length), pps);
    }

    /** The same with one more box in the entry. */
    SamplePictures and(byte[] extension) {
        byte[] body = Arrays.copyOfRange(entry, 8, entry.length);
        String format = new String(entry, 4, 4, ISO_8859_1);
        return new SamplePictures(box(format, body, extension), frames);
    }
}
