package bobbin.video;

import static bobbin.video.Boxes.box;
import static bobbin.video.Boxes.full;
import static bobbin.video.Boxes.join;
import static bobbin.video.Boxes.letters;
import static bobbin.video.Boxes.u16;
import static bobbin.video.Boxes.u32;
import static bobbin.video.Boxes.u64;
import static bobbin.video.Boxes.u8;
import static bobbin.video.Boxes.zeros;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Builds an MP4 or MOV file box by box: 640 x 360, H.264, 30 frames a second, 5 seconds, 1 Mbit/s, with the index in front and no sound,
 * unless told otherwise. Whoever wants other faults changes the bytes with {@link Boxes#with}.
 */
public final class VideoSample {
    private static final int MOVIE_SCALE = 1000;
    private static final int FASTSTART_LIMIT = 1 << 24;

    private String brand = "isom";
    private SamplePictures pictures = SamplePictures.h264(640, 360);
    private int width = 640;
    private int height = 360;
    private int rotation;
    private long scale = 3000;
    private long delta = 100;
    private Duration duration = Duration.ofSeconds(5);
    private long bits = 1_000_000;
    private final List<SampleSound> sounds = new ArrayList<>();
    private long filler;
    private boolean indexInFront = true;
    private boolean wide;
    private Optional<Long> edit = Optional.empty();
    private UnaryOperator<byte[]> pictureTables = UnaryOperator.identity();

    private VideoSample() {}

    public static VideoSample mp4() {
        return new VideoSample();
    }

    public static VideoSample mov() {
        VideoSample sample = new VideoSample();
        sample.brand = "qt  ";
        return sample;
    }

    /** As coded; says that it is shown likewise. */
    public VideoSample size(int columns, int rows) {
        return pictures(SamplePictures.h264(columns, rows), columns, rows);
    }

    /** Whatever is coded, it says that before turning it is shown so large. */
    public VideoSample pictures(SamplePictures coded, int columns, int rows) {
        pictures = coded;
        width = columns;
        height = rows;
        return this;
    }

    /** Frames per second, as a fraction. */
    public VideoSample rate(long numerator, long denominator) {
        scale = numerator;
        delta = denominator;
        return this;
    }

    public VideoSample duration(Duration time) {
        duration = time;
        return this;
    }

    /** Bits of pictures per second. */
    public VideoSample bitRate(long perSecond) {
        bits = perSecond;
        return this;
    }

    /** One more track of sound. */
    public VideoSample sound(SampleSound heard) {
        sounds.add(heard);
        return this;
    }

    /** Shown turned clockwise by 0, 90, 180 or 270 degrees. */
    public VideoSample turned(int degrees) {
        rotation = degrees;
        return this;
    }

    public VideoSample indexAtTheEnd() {
        indexInFront = false;
        return this;
    }

    /** Sizes and offsets of 64 bits. */
    public VideoSample wide() {
        wide = true;
        return this;
    }

    /** An edit list that plays so many thousandths of a second. */
    public VideoSample edited(long millis) {
        edit = Optional.of(millis);
        return this;
    }

    /** Bytes that belong to no track, to make the file large. */
    public VideoSample filledWith(long bytes) {
        filler = bytes;
        return this;
    }

    /** Changes the {@code stbl} of the pictures. */
    VideoSample tables(UnaryOperator<byte[]> change) {
        pictureTables = change;
        return this;
    }

    public byte[] bytes() {
        long length = samplesLength();
        if (length > FASTSTART_LIMIT) {
            throw new IllegalStateException("write it to a file instead");
        }
        ByteBuffer samples = ByteBuffer.allocate((int) length);
        pictures.frames().forEach(frame -> samples.put(frame.bytes()));
        long at = pictureBytes();
        for (SampleSound sound : sounds) {
            samples.position((int) at);
            for (long i = 0; sound.frame().length > 0 && i < frames(sound); i++) {
                samples.put(sound.frame());
            }
            at += bytes(sound);
        }
        byte[] head = head();
        byte[] start = mdatStart(length);
        return indexInFront
                ? join(head, moov(head.length + moovLength() + start.length), start, samples.array())
                : join(head, start, samples.array(), moov(head.length + start.length));
    }

    /** Writes it with holes instead of samples, so that any size costs nothing. */
    public Path write(Path file) {
        long length = samplesLength();
        byte[] head = head();
        byte[] start = mdatStart(length);
        int before = head.length + (indexInFront ? moovLength() : 0) + start.length;
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            out.write(ByteBuffer.wrap(indexInFront ? join(head, moov(before), start) : join(head, start)));
            long at = before;
            for (SamplePictures.Frame frame : pictures.frames()) {
                at += out.write(ByteBuffer.wrap(frame.bytes()), at);
            }
            byte[] end = indexInFront ? zeros(1) : moov(before);
            out.write(ByteBuffer.wrap(end), before + length - (indexInFront ? 1 : 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private byte[] head() {
        return join(box("ftyp", letters(brand), u32(512), letters(brand), letters("avc1")), box("free", zeros(4)));
    }

    private byte[] mdatStart(long length) {
        return wide || length > 0xfffffff0L
                ? join(u32(1), letters("mdat"), u64(length + 16))
                : join(u32(length + 8), letters("mdat"));
    }

    private int moovLength() {
        return moov(0).length;
    }

    private byte[] moov(long samplesAt) {
        byte[] mvhd = full("mvhd", 0, 0, u32(0, 0, MOVIE_SCALE, duration.toMillis()), zeros(80));
        byte[] tracks = pictureTrack(samplesAt);
        long at = samplesAt + pictureBytes();
        for (SampleSound sound : sounds) {
            tracks = join(tracks, soundTrack(sound, at));
            at += bytes(sound);
        }
        return box("moov", mvhd, tracks);
    }

    private byte[] pictureTrack(long samplesAt) {
        SampleTables tables = pictures.frames().isEmpty()
                ? SampleTables.even(pictures.entry(), frames(), delta, pictureBytes(), samplesAt, wide)
                : SampleTables.of(pictures, delta, samplesAt, wide);
        return box(
                "trak",
                tkhd(1, width, height),
                edts(),
                box(
                        "mdia",
                        mdhd(scale, frames() * delta),
                        hdlr("vide"),
                        box("minf", full("vmhd", 0, 1, zeros(8)), pictureTables.apply(tables.stbl()))));
    }

    private byte[] soundTrack(SampleSound sound, long samplesAt) {
        long frames = frames(sound);
        SampleTables tables = SampleTables.even(sound.entry(), frames, sound.perFrame(), bytes(sound), samplesAt, wide);
        return box(
                "trak",
                tkhd(2, 0, 0),
                edts(),
                box(
                        "mdia",
                        mdhd(sound.rate(), frames * sound.perFrame()),
                        hdlr("soun"),
                        box("minf", full("smhd", 0, 0, u32(0)), tables.stbl())));
    }

    private byte[] tkhd(int id, int columns, int rows) {
        long one = 0x10000;
        long cos = rotation == 0 ? one : rotation == 180 ? -one : 0;
        long sin = rotation == 90 ? one : rotation == 270 ? -one : 0;
        return full(
                "tkhd",
                0,
                3,
                u32(0, 0, id, 0, duration.toMillis()),
                zeros(16),
                u32(cos, sin, 0, -sin, cos, 0, 0, 0, 0x40000000),
                u32((long) columns << 16, (long) rows << 16));
    }

    private byte[] edts() {
        return edit.map(millis -> box("edts", full("elst", 0, 0, u32(1, millis, 0, 0x10000))))
                .orElseGet(() -> zeros(0));
    }

    private static byte[] mdhd(long scale, long units) {
        return full("mdhd", 0, 0, u32(0, 0, scale, units), u16(0x55c4, 0));
    }

    private static byte[] hdlr(String type) {
        return full("hdlr", 0, 0, u32(0), letters(type), zeros(12), u8(0));
    }

    private long frames() {
        return pictures.frames().isEmpty()
                ? Math.round(duration.toNanos() / 1e9 * scale / delta)
                : pictures.frames().size();
    }

    private long pictureBytes() {
        return pictures.frames().isEmpty()
                ? bits * frames() * delta / scale / 8
                : pictures.frames().stream()
                        .mapToLong(frame -> frame.bytes().length)
                        .sum();
    }

    private long frames(SampleSound sound) {
        return Math.round(duration.toNanos() / 1e9 * sound.rate() / sound.perFrame());
    }

    private long bytes(SampleSound sound) {
        return sound.frame().length > 0
                ? frames(sound) * sound.frame().length
                : sound.bits() * frames(sound) * sound.perFrame() / sound.rate() / 8;
    }

    private long samplesLength() {
        return pictureBytes() + sounds.stream().mapToLong(this::bytes).sum() + filler;
    }
}
