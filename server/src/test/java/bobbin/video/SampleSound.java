package bobbin.video;

import static bobbin.video.Boxes.box;
import static bobbin.video.Boxes.f64;
import static bobbin.video.Boxes.full;
import static bobbin.video.Boxes.join;
import static bobbin.video.Boxes.letters;
import static bobbin.video.Boxes.u16;
import static bobbin.video.Boxes.u32;
import static bobbin.video.Boxes.u8;
import static bobbin.video.Boxes.zeros;

import java.util.Arrays;
import java.util.List;

/**
 * The sound of a generated video.
 *
 * @param entry the entry of {@code stsd}
 * @param rate samples per second
 * @param perFrame samples in a frame of AAC
 * @param bits per second, on average; counts only if there is no frame
 * @param frame what every frame is; empty for zeros
 */
@SuppressWarnings("ArrayRecordComponent") // tests do not compare them
public record SampleSound(byte[] entry, int rate, int perFrame, long bits, byte[] frame) {
    private static final int AAC_FRAME = 1024;
    private static final int LOW_COMPLEXITY = 2;
    private static final List<Integer> RATES =
            List.of(96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350);
    /** A frame of AAC in which both channels are silent. */
    private static final byte[] SILENCE = u8(0x21, 0x10, 0x04, 0x60, 0x8c, 0x1c);

    /** AAC of low complexity, as most sound is. */
    public static SampleSound aac(int rate, int channels, long bits) {
        return new SampleSound(mp4(rate, channels, config(rate, channels)), rate, AAC_FRAME, bits, zeros(0));
    }

    /** Stereo that a player can play. */
    public static SampleSound silence() {
        return new SampleSound(mp4(48000, 2, config(48000, 2)), 48000, AAC_FRAME, 0, SILENCE);
    }

    /** With a codec that has nothing to describe. */
    public static SampleSound of(String format, int rate, int channels) {
        return new SampleSound(box(format, version0(rate, channels)), rate, AAC_FRAME, 96_000, zeros(0));
    }

    /** MPEG audio of another kind, such as 0x6b for MP3. */
    static SampleSound ofKind(int kind) {
        byte[] entry = box("mp4a", version0(48000, 2), esds(kind, zeros(0)));
        return new SampleSound(entry, 48000, 1152, 96_000, zeros(0));
    }

    /** AAC with another header. */
    static SampleSound withHeader(byte[] header) {
        return new SampleSound(mp4(48000, 2, header), 48000, AAC_FRAME, 96_000, zeros(0));
    }

    /** AAC as old QuickTime files describe it, with {@code esds} inside {@code wave}. */
    static SampleSound quickTime1(int rate, int channels) {
        byte[] wave = box(
                "wave",
                box("frma", letters("mp4a")),
                box("mp4a", u32(0)),
                esds(0x40, config(rate, channels)),
                u32(8, 0));
        byte[] head = join(zeros(6), u16(1, 1, 0), u32(0), u16(2, 16, 0xfffe, 0), u32((long) rate << 16));
        byte[] entry = box("mp4a", head, u32(1024, 0, 0, 2), wave);
        return new SampleSound(entry, rate, AAC_FRAME, 96_000, zeros(0));
    }

    /** Likewise in the newest form, in which the entry itself is wrong on purpose. */
    static SampleSound quickTime2(int rate, int channels) {
        byte[] head = join(zeros(6), u16(1, 2, 0), u32(0), u16(3, 16, 0xfffe, 0), u32(0x10000));
        byte[] more = join(u32(72), f64(rate), u32(channels, 0x7f000000, 0, 0, 0, 1024));
        byte[] entry = box("mp4a", head, more, box("wave", esds(0x40, config(rate, channels))));
        return new SampleSound(entry, rate, AAC_FRAME, 96_000, zeros(0));
    }

    /** With QuickTime's box that says where the channels belong. */
    SampleSound arranged(long tag, long places) {
        byte[] body = Arrays.copyOfRange(entry, 8, entry.length);
        return new SampleSound(box("mp4a", body, full("chan", 0, 0, u32(tag, places, 0))), rate, perFrame, bits, frame);
    }

    private static byte[] mp4(int rate, int channels, byte[] header) {
        return box("mp4a", version0(rate, channels), esds(0x40, header));
    }

    private static byte[] version0(int rate, int channels) {
        return join(zeros(6), u16(1), zeros(8), u16(channels, 16, 0, 0), u32(((long) rate & 0xffff) << 16));
    }

    static byte[] config(int rate, int channels) {
        int index = RATES.indexOf(rate);
        int arrangement = channels == 8 ? 7 : channels;
        return index < 0
                ? join(u16(LOW_COMPLEXITY << 11 | 15 << 7 | rate >> 17), u32((long) rate << 15 | arrangement << 11))
                : u16(LOW_COMPLEXITY << 11 | index << 7 | arrangement << 3);
    }

    static byte[] esds(int kind, byte[] header) {
        byte[] decoder = join(u8(kind, 0x15), zeros(11), descriptor(5, header));
        return full("esds", 0, 0, descriptor(3, u16(1), u8(0), descriptor(4, decoder), descriptor(6, u8(2))));
    }

    private static byte[] descriptor(int tag, byte[]... body) {
        byte[] content = join(body);
        return join(u8(tag, 0x80, 0x80, 0x80 | content.length >> 7, content.length & 0x7f), content);
    }
}
