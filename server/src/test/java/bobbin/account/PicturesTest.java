package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.image.ImageRules;
import bobbin.image.Images;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PicturesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Cast cast = new Cast(fixture);
    private final Images images = new Images();
    private final Pictures pictures = new Pictures(fixture.database, images);
    private final Id ann = cast.join("ann").id();

    @AfterEach
    void close() {
        images.close();
    }

    @Test
    void showsAPictureOfOursToWhoHasNone() throws IOException {
        Picture picture = pictures.find(name()).orElseThrow();

        assertThat(name()).matches("default-[0-7]\\.png");
        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(decode(picture).getWidth()).isEqualTo(320);
    }

    @Test
    void cutsASquareAndEncodesAnew() throws IOException {
        byte[] file = file("jpg", 1600, 900, BufferedImage.TYPE_INT_RGB);
        pictures.put(ann, file);
        Picture picture = pictures.find(name()).orElseThrow();

        assertThat(name()).matches("[0-9a-f]{3}[A-Za-z0-9_-]{22}\\.jpg");
        assertThat(picture.mediaType()).isEqualTo("image/jpeg");
        assertThat(picture.bytes()).isNotEqualTo(file);
        assertThat(decode(picture).getWidth()).isEqualTo(512);
        assertThat(decode(picture).getHeight()).isEqualTo(512);
    }

    @Test
    void keepsSmallPicturesSmallAndClearOnesClear() throws IOException {
        pictures.put(ann, file("png", 40, 60, BufferedImage.TYPE_INT_ARGB));
        Picture picture = pictures.find(name()).orElseThrow();

        assertThat(picture.mediaType()).isEqualTo("image/png");
        assertThat(decode(picture).getWidth()).isEqualTo(40);
        assertThat(decode(picture).getColorModel().hasAlpha()).isTrue();
    }

    @Test
    void turnsPicturesUpright() throws IOException {
        BufferedImage image = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 64, 32); // the upper half is white
        pen.dispose();
        pictures.put(ann, withOrientation(encode(image, "jpg"), 6)); // held so that it must be turned to the right

        BufferedImage upright = decode(pictures.find(name()).orElseThrow());
        assertThat(new Color(upright.getRGB(56, 32)).getRed()).isGreaterThan(200);
        assertThat(new Color(upright.getRGB(8, 32)).getRed()).isLessThan(50);
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        byte[] gif = file("gif", 10, 10, BufferedImage.TYPE_INT_RGB);
        byte[] cut = Arrays.copyOf(file("png", 100, 100, BufferedImage.TYPE_INT_RGB), 60);

        assertThatThrownBy(() -> pictures.put(ann, gif)).hasMessage("Choose another picture");
        assertThatThrownBy(() -> pictures.put(ann, cut)).hasMessage("Choose another picture");
        assertThatThrownBy(() -> pictures.put(ann, new byte[0])).hasMessage("Choose another picture");
        assertThatThrownBy(() -> pictures.put(ann, "<svg/>".getBytes(StandardCharsets.UTF_8)))
                .hasMessage("Choose another picture");
    }

    @Test
    void refusesWhatIsTooLargeWithoutDecodingIt() throws IOException {
        byte[] bomb = file("png", 10, 10, BufferedImage.TYPE_INT_RGB);
        ByteBuffer.wrap(bomb).putInt(16, 100_000).putInt(20, 100_000);

        assertThatThrownBy(() -> pictures.put(ann, bomb)).hasMessageStartingWith("Choose a");
        assertThatThrownBy(() -> pictures.put(ann, new byte[(int) ImageRules.BYTES + 1]))
                .hasMessage("Choose a smaller picture");
    }

    @Test
    void forgetsOldPictures() throws IOException {
        pictures.put(ann, file("png", 10, 10, BufferedImage.TYPE_INT_RGB));
        String first = name();
        pictures.put(ann, file("png", 10, 10, BufferedImage.TYPE_INT_RGB));

        assertThat(name()).isNotEqualTo(first);
        assertThat(pictures.find(first)).isEmpty();
        pictures.remove(ann);
        assertThat(name()).startsWith("default-");
    }

    @Test
    void findsNothingUnderOtherNames() {
        assertThat(pictures.find("default-8.png")).isEmpty();
        assertThat(pictures.find("../secret")).isEmpty();
        assertThat(pictures.find("000" + "x".repeat(22) + ".jpg")).isEmpty();
    }

    private String name() {
        return Pictures.path(cast.accounts.get(ann)).substring("/p/".length());
    }

    private static byte[] file(String format, int width, int height, int type) throws IOException {
        return encode(new BufferedImage(width, height, type), format);
    }

    private static byte[] encode(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(image, format, bytes);
        return bytes.toByteArray();
    }

    private static BufferedImage decode(Picture picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.bytes()));
    }

    /** The same file with an Exif part that says how the camera was held. */
    private static byte[] withOrientation(byte[] jpeg, int value) {
        byte[] exif = ByteBuffer.allocate(36)
                .putShort((short) 0xffe1)
                .putShort((short) 34)
                .put("Exif\0\0MM\0*".getBytes(StandardCharsets.US_ASCII))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) value)
                .putShort((short) 0)
                .putInt(0)
                .array();
        return ByteBuffer.allocate(jpeg.length + exif.length)
                .put(jpeg, 0, 2)
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }
}
