package bobbin.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Images of posts (04 §7.1). */
class ImagesTest {
    private final Images images = new Images(1);

    @AfterEach
    void close() {
        images.close();
    }

    private Image make(byte[] file) {
        return images.make(file, ImageRules.POST, Shape.POST);
    }

    private Fault fault(byte[] file) {
        return catchThrowableOfType(UnusableImage.class, () -> make(file)).fault();
    }

    private static int red(Image image, double x, double y) {
        BufferedImage decoded = ImageSamples.decode(image.bytes());
        return decoded.getRaster().getSample((int) (x * decoded.getWidth()), (int) (y * decoded.getHeight()), 0);
    }

    @Test
    void takesJpegAndPng() {
        assertThat(make(ImageSamples.jpeg(800, 600)).format()).isEqualTo(Format.JPEG);
        assertThat(make(ImageSamples.progressive(800, 600)).format()).isEqualTo(Format.JPEG);
        assertThat(make(ImageSamples.png(800, 600)).format()).isEqualTo(Format.JPEG);
    }

    @Test
    void keepsWhatShinesThrough() {
        Image clear = make(ImageSamples.clearPng(800, 600));

        assertThat(clear.format()).isEqualTo(Format.PNG);
        BufferedImage decoded = ImageSamples.decode(clear.bytes());
        assertThat(decoded.getRGB(700, 300) >>> 24).isZero();
        assertThat(decoded.getRGB(100, 100)).isEqualTo(0xffffffff);
    }

    @Test
    void makesImages320To1440PixelsWide() {
        for (int[] widths :
                new int[][] {{10, 320}, {319, 320}, {320, 320}, {900, 900}, {1440, 1440}, {1441, 1440}, {3000, 1440}}) {
            for (byte[] file : List.of(ImageSamples.jpeg(widths[0], 100), ImageSamples.png(widths[0], widths[0]))) {
                BufferedImage before = ImageSamples.decode(file);
                if (before.getWidth() > 10 * before.getHeight()) {
                    continue;
                }
                Image made = make(file);
                BufferedImage decoded = ImageSamples.decode(made.bytes());

                assertThat(made.width()).isEqualTo(widths[1]).isEqualTo(decoded.getWidth());
                assertThat(made.height()).isEqualTo(decoded.getHeight());
                assertThat((double) made.height() / made.width())
                        .isCloseTo((double) before.getHeight() / before.getWidth(), within(0.01));
                assertThat(red(made, 0.01, 0.02)).isGreaterThan(240);
                assertThat(red(made, 0.99, 0.02)).isGreaterThan(240);
                assertThat(red(made, 0.5, 0.97)).isLessThan(20);
            }
        }
    }

    @Test
    void turnsImagesUpright() {
        byte[] file = ImageSamples.jpeg(600, 400); // as stored: white above

        assertWhite(ImageSamples.held(file, 1), 600, 0.5, 0.1);
        assertWhite(ImageSamples.held(file, 2), 600, 0.5, 0.1);
        assertWhite(ImageSamples.held(file, 3), 600, 0.5, 0.9);
        assertWhite(ImageSamples.held(file, 4), 600, 0.5, 0.9);
        assertWhite(ImageSamples.held(file, 5), 400, 0.1, 0.5);
        assertWhite(ImageSamples.held(file, 6), 400, 0.9, 0.5);
        assertWhite(ImageSamples.held(file, 7), 400, 0.9, 0.5);
        assertWhite(ImageSamples.held(file, 8), 400, 0.1, 0.5);
        assertWhite(ImageSamples.withChunk(ImageSamples.png(600, 400), "eXIf", ImageSamples.tiff(6)), 400, 0.9, 0.5);
        assertWhite(ImageSamples.held(file, 99), 600, 0.5, 0.1);
    }

    private void assertWhite(byte[] file, int width, double x, double y) {
        Image made = make(file);

        assertThat(made.width()).isEqualTo(width);
        assertThat(red(made, x, y)).isGreaterThan(240);
        assertThat(red(made, 1 - x, 1 - y)).isLessThan(20);
    }

    @Test
    void convertsColoursToSrgb() {
        byte[] profile = ImageSamples.linearLight();
        var grey = ImageSamples.plain(400, 400, BufferedImage.TYPE_INT_RGB, 0xff808080);
        var clear = ImageSamples.plain(400, 400, BufferedImage.TYPE_INT_ARGB, 0x80808080);
        byte[] jpeg = ImageSamples.withProfile(ImageSamples.encode(grey, "jpeg"), profile);
        byte[] chunk = "linear\0\0".getBytes(ISO_8859_1);
        byte[] named = Arrays.copyOf(chunk, chunk.length + ImageSamples.deflated(profile).length);
        System.arraycopy(ImageSamples.deflated(profile), 0, named, chunk.length, named.length - chunk.length);
        byte[] png = ImageSamples.withChunk(ImageSamples.encode(grey, "png"), "iCCP", named);
        byte[] clearPng = ImageSamples.withChunk(ImageSamples.encode(clear, "png"), "iCCP", named);

        assertThat(red(make(jpeg), 0.5, 0.5)).isCloseTo(188, within(3));
        assertThat(red(make(png), 0.5, 0.5)).isCloseTo(188, within(3));
        assertThat(red(make(ImageSamples.withChunk(png, "sRGB", new byte[1])), 0.5, 0.5))
                .isCloseTo(128, within(3));
        assertThat(ImageSamples.decode(make(clearPng).bytes()).getRGB(9, 9) >>> 24)
                .isEqualTo(0x80);
        assertThat(red(make(clearPng), 0.5, 0.5)).isCloseTo(188, within(3));
        assertThat(red(make(ImageSamples.cmyk(400, 400, 0, 255, 255, 255)), 0.5, 0.5))
                .isLessThan(90);
        assertThat(red(make(ImageSamples.cmyk(400, 400, 255, 0, 255, 255)), 0.5, 0.5))
                .isGreaterThan(180);
    }

    @Test
    void leavesGreyAsItIs() {
        var grey = greyOf(400);
        byte[] jpeg = ImageSamples.encode(grey, "jpeg");
        byte[] png = ImageSamples.encode(grey, "png");
        byte[] wide = ImageSamples.encode(sixteenBits(), "png");

        assertThat(red(make(jpeg), 0.5, 0.5)).isCloseTo(128, within(3));
        assertThat(red(make(png), 0.5, 0.5)).isCloseTo(128, within(3));
        assertThat(red(make(wide), 0.5, 0.5)).isCloseTo(128, within(3));
        assertThat(red(make(ImageSamples.encode(greyOf(3000), "jpeg")), 0.5, 0.5))
                .isCloseTo(128, within(3));
        assertThat(red(make(GreyPng.withTransparency(400, 128)), 0.5, 0.5)).isCloseTo(128, within(3));
    }

    private static BufferedImage greyOf(int width) {
        var image = new BufferedImage(width, 400, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, width, 400, 0, filled(width * 400, 128));
        return image;
    }

    private static BufferedImage sixteenBits() {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSamples(0, 0, 400, 400, 0, filled(160_000, 128 << 8));
        return image;
    }

    private static int[] filled(int length, int value) {
        int[] values = new int[length];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void keepsNothingOfAFileButItsPixels() {
        byte[] file = ImageSamples.noted(ImageSamples.held(ImageSamples.jpeg(400, 400), 1), "taken at home");
        byte[] text = ImageSamples.withChunk(
                ImageSamples.clearPng(400, 400), "tEXt", "Comment\0taken at home".getBytes(ISO_8859_1));

        assertThat(new String(file, ISO_8859_1)).contains("taken at home", "Exif");
        assertThat(new String(make(file).bytes(), ISO_8859_1)).doesNotContain("taken at home", "Exif");
        assertThat(new String(make(text).bytes(), ISO_8859_1)).doesNotContain("taken at home", "tEXt");
    }

    @Test
    void tellsEachRuleApart() {
        assertThat(fault(new byte[0])).isEqualTo(Fault.NO_IMAGE);
        assertThat(fault("<html>".getBytes(ISO_8859_1))).isEqualTo(Fault.NO_IMAGE);
        assertThat(fault("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(ISO_8859_1)))
                .isEqualTo(Fault.NO_IMAGE);
        assertThat(fault(ImageSamples.gif(400, 400))).isEqualTo(Fault.FORMAT);
        for (String start : List.of(
                "RIFF\0\0\0\0WEBPVP8 ",
                "BM123456",
                "II*\0aaaa",
                "MM\0*aaaa",
                "\0\0\0\u0018ftypheic",
                "\0\0\0\u0018ftypavif")) {
            assertThat(fault(start.getBytes(ISO_8859_1))).as(start).isEqualTo(Fault.FORMAT);
        }
        assertThat(fault("\0\0\0\u0018ftypisom".getBytes(ISO_8859_1))).isEqualTo(Fault.NO_IMAGE);
        assertThat(fault(ImageSamples.jpeg(1010, 100))).isEqualTo(Fault.RATIO);
        assertThat(fault(ImageSamples.png(100, 1001))).isEqualTo(Fault.RATIO);
        assertThat(fault(Arrays.copyOf(ImageSamples.jpeg(400, 400), (8 << 20) + 1)))
                .isEqualTo(Fault.TOO_LARGE);
        assertThat(fault(ImageSamples.claiming(ImageSamples.png(9, 9), 10_000, 5_001)))
                .isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    @Test
    void takesWhatIsJustWithinTheRules() {
        assertThat(make(ImageSamples.jpeg(1000, 100)).height()).isEqualTo(100);
        assertThat(make(ImageSamples.png(100, 1000)).height()).isEqualTo(3200);
        assertThat(make(Arrays.copyOf(ImageSamples.jpeg(400, 400), 8 << 20)).width())
                .isEqualTo(400);
        assertThat(make(ImageSamples.jpeg(1440, 14_400)).height()).isEqualTo(14_400);
    }

    @Test
    void seesThroughFilesThatLie() {
        byte[] jpeg = ImageSamples.encode(noise(), "jpeg");
        byte[] png = ImageSamples.encode(noise(), "png");
        for (byte[] file : List.of(jpeg, png)) {
            for (int length : new int[] {12, 60, file.length / 2, file.length - 3}) {
                assertThat(fault(Arrays.copyOf(file, length)))
                        .as("cut at " + length)
                        .isEqualTo(Fault.DAMAGED);
            }
        }
        assertThat(fault(ImageSamples.claiming(png, 2000, 2000))).isEqualTo(Fault.DAMAGED);
        byte[] tall = jpeg.clone();
        int frame = new String(tall, ISO_8859_1).indexOf("\u00ff\u00c0");
        tall[frame + 5] = 9; // 2304 rows and more, of which only the first 400 are there
        assertThat(fault(tall)).isEqualTo(Fault.DAMAGED);
        byte[] noFrame = jpeg.clone();
        noFrame[frame + 1] = (byte) 0xef;
        assertThat(fault(noFrame)).isEqualTo(Fault.DAMAGED);
        byte[] strange = jpeg.clone();
        strange[frame + 1] = (byte) 0xc9; // arithmetic coding, which nobody reads
        assertThat(fault(strange)).isEqualTo(Fault.FORMAT);
    }

    private static BufferedImage noise() {
        var image = new BufferedImage(400, 400, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (int i = 0; i < 160_000; i++) {
            image.setRGB(i % 400, i / 400, random.nextInt());
        }
        return image;
    }

    @Test
    void refusesManyScansOverAnImage() {
        byte[] file = ImageSamples.progressive(400, 400);
        String text = new String(file, ISO_8859_1);
        int lastScan = text.lastIndexOf("\u00ff\u00da");
        byte[] scan = Arrays.copyOfRange(file, lastScan, file.length - 2);
        byte[] many = file;
        for (int i = 0; i < 100; i++) {
            many = ImageSamples.inserted(many, file.length - 2, scan);
        }
        assertThat(fault(many)).isEqualTo(Fault.TOO_MANY_PIXELS);
    }

    @Test
    void ignoresAProfileThatIsNone() {
        byte[] rubbish = "icc\0\0rubbish".getBytes(ISO_8859_1);

        assertThat(make(ImageSamples.withChunk(ImageSamples.png(400, 400), "iCCP", rubbish))
                        .width())
                .isEqualTo(400);
        assertThat(make(ImageSamples.withProfile(ImageSamples.jpeg(400, 400), new byte[200]))
                        .width())
                .isEqualTo(400);
    }

    @Test
    void cutsASquareOutOfTheMiddle() {
        Image made = images.make(ImageSamples.jpeg(1600, 900), ImageRules.PROFILE, new Shape.Square(512));

        assertThat(made.width()).isEqualTo(512);
        assertThat(made.height()).isEqualTo(512);
        assertThat(images.make(ImageSamples.png(40, 4000), ImageRules.PROFILE, new Shape.Square(512))
                        .width())
                .isEqualTo(40);
    }
}
