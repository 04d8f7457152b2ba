package bobbin.video;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jcodec.codecs.h264.H264Encoder;
import org.jcodec.codecs.h264.H264Utils;
import org.jcodec.codecs.h264.encode.RateControl;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.codecs.h264.io.model.SliceType;
import org.jcodec.codecs.h264.io.write.CAVLCWriter;
import org.jcodec.codecs.h264.io.write.SliceHeaderWriter;
import org.jcodec.common.io.BitWriter;
import org.jcodec.common.model.ColorSpace;
import org.jcodec.common.model.Picture;
import org.jcodec.common.model.Size;

/** A real clip in H.264: quiet bars of colour, and a bright square that walks across them. */
public final class TestPattern {
    private static final int BARS = 8;
    private static final int BLOCK = 16;
    /** Brightness, blue and red of each bar, less 128. */
    private static final int[][] COLOURS = {
        {60, -40, 10},
        {48, -10, -30},
        {36, 20, -40},
        {20, 35, -5},
        {4, 15, 35},
        {-12, -15, 45},
        {-28, 10, 10},
        {-44, 0, 0}
    };

    private final int width;
    private final int height;

    /** A clip of this size, each side a multiple of 16. */
    public TestPattern(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /**
     * The clip, coded. What is between two key frames shows the first of them again.
     *
     * @param keyInterval so many frames, at most 8, from one that can be shown alone to the next
     */
    public SamplePictures encode(int frames, int keyInterval) {
        H264Encoder encoder = new H264Encoder(new SameQuality());
        encoder.setKeyInterval(keyInterval);
        List<SamplePictures.Frame> coded = new ArrayList<>();
        for (int i = 0; i < frames; i++) {
            boolean key = i % keyInterval == 0;
            byte[] unit = key ? still(encoder, picture(i, frames)) : same(encoder, i % keyInterval);
            coded.add(new SamplePictures.Frame(Boxes.join(Boxes.u32(unit.length), unit), key));
        }
        byte[] avcC = SamplePictures.avcC(
                unit(0x67, encoder.initSPS(new Size(width, height))::write), unit(0x68, encoder.initPPS()::write));
        return new SamplePictures(SamplePictures.visual("avc1", width, height, avcC), coded);
    }

    /** One dark picture. */
    SamplePictures dark() {
        H264Encoder encoder = new H264Encoder(new SameQuality());
        encoder.setKeyInterval(1);
        Picture picture = Picture.create(width, height, ColorSpace.YUV420J);
        Arrays.fill(picture.getPlaneData(0), (byte) (16 - 128));
        byte[] unit = still(encoder, picture);
        SamplePictures.Frame frame = new SamplePictures.Frame(Boxes.join(Boxes.u32(unit.length), unit), true);
        return new SamplePictures(encode(0, 1).entry(), List.of(frame));
    }

    /** The encoder's own headers are left out: they are in the index already. */
    private byte[] still(H264Encoder encoder, Picture picture) {
        ByteBuffer room = ByteBuffer.allocate(width * height * 4);
        ByteBuffer slice =
                H264Utils.splitFrame(encoder.encodeIDRFrame(picture, room)).getLast();
        byte[] unit = new byte[slice.remaining()];
        slice.get(unit);
        return unit;
    }

    /** A picture that is the one before it: all of its blocks are skipped. */
    private byte[] same(H264Encoder encoder, int number) {
        SliceHeader header = new SliceHeader();
        header.sps = encoder.initSPS(new Size(width, height));
        header.pps = encoder.initPPS();
        header.sliceType = SliceType.P;
        header.frameNum = number;
        header.picOrderCntLsb = 2 * number;
        return unit(0x21, room -> {
            BitWriter bits = new BitWriter(room);
            SliceHeaderWriter.write(header, false, 1, bits);
            CAVLCWriter.writeUE(bits, width / BLOCK * (height / BLOCK));
            CAVLCWriter.writeTrailingBits(bits);
            bits.flush();
        });
    }

    private static byte[] unit(int type, Consumer<ByteBuffer> content) {
        ByteBuffer plain = ByteBuffer.allocate(1024);
        content.accept(plain);
        ByteBuffer unit = ByteBuffer.allocate(2048).put((byte) type);
        H264Utils.escapeNAL(plain.flip(), unit);
        return Arrays.copyOf(unit.array(), unit.position());
    }

    private Picture picture(int number, int of) {
        Picture picture = Picture.create(width, height, ColorSpace.YUV420J);
        for (int plane = 0; plane < 3; plane++) {
            byte[] bytes = picture.getPlaneData(plane);
            int line = picture.getPlaneWidth(plane);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) COLOURS[i % line * BARS / line][plane];
            }
        }
        int side = height / 4 / BLOCK * BLOCK;
        int left = (width - side) * number / of / BLOCK * BLOCK;
        int top = (height - side) / 2 / BLOCK * BLOCK;
        fill(picture, 0, left, top, side, 100);
        fill(picture, 1, left / 2, top / 2, side / 2, 0);
        fill(picture, 2, left / 2, top / 2, side / 2, 0);
        return picture;
    }

    private static void fill(Picture picture, int plane, int left, int top, int side, int value) {
        int line = picture.getPlaneWidth(plane);
        for (int y = top; y < top + side; y++) {
            Arrays.fill(picture.getPlaneData(plane), y * line + left, y * line + left + side, (byte) value);
        }
    }

    /** Does not care for the size. */
    private static final class SameQuality implements RateControl {
        private static final int QUALITY = 28;

        @Override
        public int startPicture(Size size, int most, SliceType type) {
            return QUALITY;
        }

        @Override
        public int initialQpDelta() {
            return 0;
        }

        @Override
        public int accept(int bits) {
            return 0;
        }
    }
}
