package bobbin.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.image.Format;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Still pictures of videos (04 §7.2; 07 §7.3 {@code thumbnail_url}). */
class ThumbnailsTest {
    private static final int WHITE = 0xe0;

    private final Thumbnails thumbnails = new Thumbnails(Duration.ofSeconds(20));

    @TempDir
    Path folder;

    @Test
    void showsTheFirstPicture() throws IOException {
        Thumbnail thumbnail = thumbnails.of(file(clip(320, 192, 0).bytes()));

        BufferedImage image = read(thumbnail);
        assertThat(thumbnail.fromVideo()).isTrue();
        assertThat(thumbnail.image().format()).isEqualTo(Format.JPEG);
        assertThat(List.of(image.getWidth(), image.getHeight())).containsExactly(320, 192);
        assertThat(isWhite(image, 20, 96)).as("the square is at the left").isTrue();
        assertThat(isWhite(image, 300, 96)).isFalse();
        assertThat(image.getRGB(60, 20) >> 8 & 0xff)
                .as("green of the second bar")
                .isGreaterThan(150);
    }

    @Test
    void decodesLikeTheReference() {
        Source source = new Source(new InMemory(Specimens.resource(Specimens.HIGH)));
        Movie movie = Movie.read(source);
        KeyFrame first = movie.keyFrames().getFirst();

        Planes planes = KeyPicture.decode(movie.avc().orElseThrow(), source.bytes(first.offset(), (int) first.bytes()));

        assertThat(List.of(planes.width(), planes.height())).containsExactly(112, 72);
        assertThat(checksum(planes.luma(), planes.stride(), 112, 72)).isEqualTo(0xa8235fd7L);
        assertThat(checksum(planes.blue(), planes.stride() / 2, 56, 36)).isEqualTo(0x3702be7cL);
        assertThat(checksum(planes.red(), planes.stride() / 2, 56, 36)).isEqualTo(0x1b90c525L);
    }

    @Test
    void turnsThePictureAsItIsShown() throws IOException {
        assertThat(isWhite(read(thumbnails.of(file(clip(320, 192, 90).bytes()))), 96, 20))
                .isTrue();
        assertThat(isWhite(read(thumbnails.of(file(clip(320, 192, 180).bytes()))), 300, 96))
                .isTrue();
        assertThat(isWhite(read(thumbnails.of(file(clip(320, 192, 270).bytes()))), 96, 300))
                .isTrue();
    }

    @Test
    void makesLargePicturesSmaller() throws IOException {
        Thumbnail thumbnail = thumbnails.of(file(clip(1280, 720, 0).bytes()));

        assertThat(List.of(thumbnail.image().width(), thumbnail.image().height()))
                .containsExactly(960, 540);
        assertThat(isWhite(read(thumbnail), 60, 270)).isTrue();
    }

    @Test
    void findsThePictureOfAFragment() throws IOException {
        byte[] file = new FragmentedSample(new TestPattern(64, 48).encode(8, 4), 4).spelledOut();

        Thumbnail thumbnail = thumbnails.of(file(file));

        assertThat(thumbnail.fromVideo()).isTrue();
        assertThat(List.of(thumbnail.image().width(), thumbnail.image().height()))
                .containsExactly(640, 360);
    }

    @Test
    void passesOverPicturesOfOneColour() throws IOException {
        SamplePictures clip = new TestPattern(64, 48).encode(2, 1);
        SamplePictures dark = new TestPattern(64, 48).dark();
        SamplePictures darkFirst = new SamplePictures(
                clip.entry(), List.of(dark.frames().getFirst(), clip.frames().getFirst()));
        SamplePictures onlyDark = new SamplePictures(clip.entry(), dark.frames());

        assertThat(brightness(thumbnails.of(file(sample(darkFirst).bytes())))).isGreaterThan(90);
        assertThat(thumbnails.of(file(sample(onlyDark).bytes())).fromVideo()).isTrue();
        assertThat(brightness(thumbnails.of(file(sample(onlyDark).bytes())))).isLessThan(20);
    }

    @Test
    void drawsSomethingNeutralWhereItCannotDecode() throws IOException {
        Path hevc = file(Specimens.resource(Specimens.HEVC));
        Path empty = file(VideoSample.mp4()
                .size(1080, 1920)
                .duration(Duration.ofMillis(100))
                .bytes());

        assertThat(thumbnails.of(hevc).fromVideo()).isFalse();
        assertThat(thumbnails.of(hevc).image().bytes())
                .as("always the same")
                .isEqualTo(thumbnails.of(hevc).image().bytes());
        assertThat(ratio(thumbnails.of(hevc))).isEqualTo("112x80");
        assertThat(ratio(thumbnails.of(empty))).isEqualTo("540x960");
        assertThat(thumbnails.of(empty).fromVideo()).isFalse();
    }

    @Test
    void drawsSomethingForDamagedPictures() throws IOException {
        byte[] file = clip(320, 192, 0).bytes();
        Arrays.fill(file, Boxes.body(file, "mdat") + 20, file.length, (byte) 0);

        assertThat(thumbnails.of(file(file)).fromVideo()).isFalse();
    }

    @Test
    void keepsNobodyWaiting() throws IOException {
        Thumbnails hasty = new Thumbnails(Duration.ofNanos(1));

        Thumbnail thumbnail = hasty.of(file(clip(320, 192, 0).bytes()));

        assertThat(thumbnail.fromVideo()).isFalse();
    }

    @Test
    void stopsDecodingWhenItIsInterrupted() {
        Source source = new Source(new InMemory(Specimens.resource(Specimens.HIGH)));
        Movie movie = Movie.read(source);
        KeyFrame first = movie.keyFrames().getFirst();
        byte[] sample = source.bytes(first.offset(), (int) first.bytes());

        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> KeyPicture.decode(movie.avc().orElseThrow(), sample))
                .hasMessage("decoding takes too long");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void refusesWhatIsNoVideo() {
        assertThatThrownBy(() -> thumbnails.of(file(new byte[100]))).isInstanceOf(VideoUnusable.class);
    }

    private static VideoSample clip(int width, int height, int rotation) {
        return VideoSample.mp4()
                .pictures(new TestPattern(width, height).encode(4, 4), width, height)
                .turned(rotation);
    }

    private static VideoSample sample(SamplePictures pictures) {
        return VideoSample.mp4().pictures(pictures, 64, 48);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "video", ".mp4"), bytes);
    }

    private static BufferedImage read(Thumbnail thumbnail) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(thumbnail.image().bytes()));
    }

    private static String ratio(Thumbnail thumbnail) throws IOException {
        BufferedImage image = read(thumbnail);
        assertThat(List.of(image.getWidth(), image.getHeight()))
                .containsExactly(thumbnail.image().width(), thumbnail.image().height());
        return image.getWidth() + "x" + image.getHeight();
    }

    private static boolean isWhite(BufferedImage image, int x, int y) {
        int rgb = image.getRGB(x, y);
        return (rgb >> 16 & 0xff) > WHITE && (rgb >> 8 & 0xff) > WHITE && (rgb & 0xff) > WHITE;
    }

    private static double brightness(Thumbnail thumbnail) throws IOException {
        BufferedImage image = read(thumbnail);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return Arrays.stream(pixels).map(rgb -> rgb >> 8 & 0xff).average().orElseThrow();
    }

    private static long checksum(byte[] plane, int stride, int width, int height) {
        CRC32 sum = new CRC32();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sum.update(plane[y * stride + x] + 128);
            }
        }
        return sum.getValue();
    }
}
