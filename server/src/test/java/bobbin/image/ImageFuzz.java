package bobbin.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import bobbin.Fuzz;
import java.util.Arrays;
import java.util.List;

/** Making images of posts out of whatever comes. */
final class ImageFuzz implements Fuzz {
    /** So that a second is enough, and memory tells of waste and not of size; the bounds of large images have tests of their own. */
    private static final ImageRules SMALL = new ImageRules(1 << 20, 200_000, 10);

    @Override
    public List<byte[]> seeds() {
        byte[] jpeg = ImageSamples.jpeg(40, 30);
        byte[] png = ImageSamples.png(40, 30);
        byte[] noFrame = jpeg.clone();
        noFrame[new String(jpeg, ISO_8859_1).indexOf("\u00ff\u00c0") + 1] = (byte) 0xef;
        return List.of(
                jpeg,
                noFrame,
                png,
                ImageSamples.progressive(40, 30),
                ImageSamples.cmyk(16, 16, 0, 99, 200, 255),
                ImageSamples.held(jpeg, 6),
                ImageSamples.withProfile(jpeg, ImageSamples.linearLight()),
                ImageSamples.clearPng(40, 30),
                GreyPng.withTransparency(20, 128),
                ImageSamples.withChunk(png, "eXIf", ImageSamples.tiff(3)),
                ImageSamples.withChunk(png, "iCCP", "a\0\0rubbish".getBytes(ISO_8859_1)),
                ImageSamples.claiming(png, 400, 400),
                Arrays.copyOf(jpeg, jpeg.length / 2),
                Arrays.copyOf(png, png.length / 2),
                ImageSamples.gif(8, 8));
    }

    @Override
    public void feed(byte[] input) {
        try {
            SMALL.requireSize(input.length);
            Head head = Head.of(input);
            SMALL.require(head);
            Images.make(head, Shape.POST);
        } catch (UnusableImage _) {
            // That is an answer.
        }
    }
}
