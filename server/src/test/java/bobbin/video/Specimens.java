package bobbin.video;

import static bobbin.video.Boxes.box;
import static bobbin.video.Boxes.full;
import static bobbin.video.Boxes.join;
import static bobbin.video.Boxes.letters;
import static bobbin.video.Boxes.u32;
import static bobbin.video.Boxes.u64;
import static bobbin.video.Boxes.with;
import static bobbin.video.Boxes.without;
import static bobbin.video.Boxes.zeros;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** Files by name: those that can be read, and those of which each is wrong in another way. */
final class Specimens {
    /** H.264 of the high profile with two slices and arithmetic code; see the README beside it. */
    static final String HIGH = "h264-high.mp4";

    static final String HEVC = "hevc-main.mov";

    private static final Duration SHORT = Duration.ofMillis(400);

    private Specimens() {}

    /** A short clip with a picture that can be decoded and with sound. */
    static VideoSample small() {
        return VideoSample.mp4()
                .pictures(new TestPattern(64, 48).encode(12, 4), 64, 48)
                .duration(SHORT)
                .sound(SampleSound.silence());
    }

    static Map<String, byte[]> good() {
        SamplePictures clip = new TestPattern(64, 48).encode(12, 4);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("plain", small().bytes());
        files.put("index at the end", small().indexAtTheEnd().bytes());
        files.put("64 bits", small().wide().bytes());
        files.put(
                "QuickTime",
                VideoSample.mov()
                        .duration(SHORT)
                        .bitRate(80_000)
                        .edited(400)
                        .turned(90)
                        .bytes());
        files.put(
                "sound of version 1",
                small().sound(SampleSound.quickTime1(44100, 2)).bytes());
        files.put(
                "sound of version 2",
                small().sound(SampleSound.quickTime2(48000, 1)).bytes());
        files.put(
                "arranged sound",
                small().sound(SampleSound.aac(48000, 2, 9000).arranged(6553601, 0))
                        .bytes());
        files.put("fragments", new FragmentedSample(clip, 4).spelledOut());
        files.put("fragments by default", new FragmentedSample(SamplePictures.h264(640, 360), 1).byDefault(40));
        files.put(
                "HEVC",
                small().pictures(SamplePictures.hevc(640, 360), 640, 360)
                        .bitRate(80_000)
                        .bytes());
        files.put(HIGH, resource(HIGH));
        files.put(HEVC, resource(HEVC));
        return files;
    }

    static Map<String, byte[]> bad() {
        Map<String, byte[]> files = new LinkedHashMap<>(badBoxes());
        files.putAll(badTables());
        files.putAll(badDescriptions());
        return files;
    }

    private static Map<String, byte[]> badBoxes() {
        byte[] plain = small().bytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", zeros(0));
        files.put("seven bytes", letters("       "));
        files.put("a text", letters("Once upon a time there was no video."));
        files.put("zeros", zeros(5000));
        files.put("only a brand", box("ftyp", letters("isom"), u32(0)));
        files.put("no index", without(plain, "moov"));
        files.put("an empty index", join(box("ftyp", letters("isom")), box("moov")));
        files.put("cut in the samples", Arrays.copyOf(plain, plain.length - 100));
        files.put("cut in the index", Arrays.copyOf(plain, 700));
        files.put("index lost at the end", cutInHalf(small().indexAtTheEnd().bytes()));
        files.put("a box of one byte", with(plain, "trak", -8, 7));
        files.put("a box larger than its parent", with(plain, "mdia", -8, 0x7fffffff));
        files.put("a box of nearly 2^64 bytes", join(box("ftyp", letters("isom")), u32(1), letters("moov"), u64(-1)));
        files.put(
                "a box of nearly 2^63 bytes",
                join(box("ftyp", letters("isom")), u32(1), letters("moov"), u64(Long.MAX_VALUE)));
        files.put("endless nesting", join(box("ftyp", letters("isom")), nested(2000)));
        return files;
    }

    private static Map<String, byte[]> badTables() {
        byte[] plain = small().bytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("no units in a second of the movie", with(plain, "mvhd", 12, 0));
        files.put("no units in a second of the pictures", with(plain, "mdhd", 12, 0));
        files.put("more times than fit", with(plain, "stts", 4, -1));
        files.put("more sizes than fit", with(plain, "stsz", 8, -1));
        files.put("more chunks than fit", with(plain, "stco", 4, 0x40000000));
        files.put("more key frames than fit", with(plain, "stss", 4, 0x7fffffff));
        files.put("four thousand million samples of one size", with(plain, "stsz", 4, 1_000_000_000));
        files.put("four thousand million samples of any size", with(with(plain, "stsz", 4, -1), "stsz", 8, -1));
        files.put("times for other samples", with(plain, "stts", 8, 99));
        files.put("a chunk behind the end", with(plain, "stco", 8, 0x7fffffff));
        files.put("samples that overlap the end", with(plain, "stco", 8, plain.length - 10));
        files.put("samples larger than the file", with(plain, "stsz", 12, 0x7fffffff));
        files.put("a key frame that is no sample", with(plain, "stss", 8, 0));
        files.put("a key frame behind the last sample", with(plain, "stss", 8, 4000));
        files.put("runs of chunks out of order", with(plain, "stsc", 8, 0));
        files.put("runs of empty chunks", with(plain, "stsc", 12, 0));
        return files;
    }

    private static Map<String, byte[]> badDescriptions() {
        byte[] plain = small().bytes();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("no pictures", with(plain, "hdlr", 8, 0x74657874));
        files.put("no way of coding", with(plain, "stsd", 4, 0));
        files.put("no header of the codec", without(plain, "avcC"));
        files.put("a header longer than its box", with(plain, "avcC", 5, 0xe1ffff00L));
        files.put("a header that ends early", with(plain, "avcC", 8, 0x67640028));
        files.put(
                "no size",
                VideoSample.mp4()
                        .pictures(SamplePictures.h264(0, 0), 0, 0)
                        .duration(SHORT)
                        .bytes());
        files.put("too many tracks", join(box("ftyp", letters("isom")), manyTracks(plain)));
        files.put("fragments that say too much", with(new FragmentedSample(small264(), 4).spelledOut(), "trun", 4, -1));
        files.put("fragments larger than the file", new FragmentedSample(small264(), 1).byDefault(0xffffffffL));
        return files;
    }

    static byte[] resource(String name) {
        try (InputStream in = Specimens.class.getResourceAsStream(name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SamplePictures small264() {
        return new TestPattern(64, 48).encode(4, 4);
    }

    private static byte[] cutInHalf(byte[] file) {
        return Arrays.copyOf(file, file.length / 2);
    }

    private static byte[] nested(int depth) {
        byte[] inner = zeros(0);
        for (int i = 0; i < depth; i++) {
            inner = box("moov", inner);
        }
        return inner;
    }

    private static byte[] manyTracks(byte[] plain) {
        int at = Boxes.body(plain, "trak");
        int length = ByteBuffer.wrap(plain).getInt(at - 8);
        byte[] trak = Arrays.copyOfRange(plain, at - 8, at - 8 + length);
        byte[] tracks = zeros(0);
        for (int i = 0; i < 40; i++) {
            tracks = join(tracks, trak);
        }
        return join(box("moov", full("mvhd", 0, 0, u32(0, 0, 1000, 0), zeros(80)), tracks), box("mdat", zeros(90_000)));
    }
}
