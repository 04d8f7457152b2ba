package bobbin.video;

import java.nio.ByteBuffer;
import org.jcodec.codecs.common.biari.MDecoder;
import org.jcodec.codecs.h264.decode.MBlock;
import org.jcodec.codecs.h264.decode.SliceHeaderReader;
import org.jcodec.codecs.h264.decode.SliceReader;
import org.jcodec.codecs.h264.decode.aso.MapManager;
import org.jcodec.codecs.h264.decode.aso.Mapper;
import org.jcodec.codecs.h264.io.CABAC;
import org.jcodec.codecs.h264.io.CAVLC;
import org.jcodec.codecs.h264.io.model.MBType;
import org.jcodec.codecs.h264.io.model.NALUnit;
import org.jcodec.codecs.h264.io.model.PictureParameterSet;
import org.jcodec.codecs.h264.io.model.SeqParameterSet;
import org.jcodec.codecs.h264.io.model.SliceHeader;
import org.jcodec.common.io.BitReader;
import org.jspecify.annotations.Nullable;

/** Reads the macroblocks of a slice: no more than the picture still needs, and none once the thread is interrupted. */
final class WatchedSlice extends SliceReader {
    private static final int CONTEXTS = 1024;
    private static final int MIDDLE_QP = 26;

    private int blocksLeft;

    private WatchedSlice(
            PictureParameterSet pps,
            CABAC cabac,
            CAVLC[] cavlc,
            @Nullable MDecoder bins,
            BitReader bits,
            Mapper mapper,
            SliceHeader header,
            NALUnit unit,
            int blocksLeft) {
        super(pps, cabac, cavlc, bins, bits, mapper, header, unit);
        this.blocksLeft = blocksLeft;
    }

    /** @param blocksLeft how many macroblocks the picture still needs */
    static WatchedSlice open(
            SeqParameterSet sps, PictureParameterSet pps, NALUnit unit, byte[] payload, int blocksLeft) {
        ByteBuffer bytes = ByteBuffer.wrap(payload);
        BitReader bits = BitReader.createBitReader(bytes);
        SliceHeader header = SliceHeaderReader.readPart1(bits);
        SliceHeaderReader.readPart2(header, unit, sps, pps, bits);
        CABAC cabac = new CABAC(sps.picWidthInMbsMinus1 + 1);
        MDecoder bins = null;
        if (pps.entropyCodingModeFlag) {
            bits.terminate();
            int[][] contexts = new int[2][CONTEXTS];
            int quality = pps.picInitQpMinus26 + MIDDLE_QP + header.sliceQpDelta;
            cabac.initModels(contexts, header.sliceType, header.cabacInitIdc, quality);
            bins = new EndingBins(bytes, contexts);
        }
        CAVLC[] cavlc = {new CAVLC(sps, pps, 2, 2), new CAVLC(sps, pps, 1, 1), new CAVLC(sps, pps, 1, 1)};
        Mapper mapper = new MapManager(sps, pps).getMapper(header);
        return new WatchedSlice(pps, cabac, cavlc, bins, bits, mapper, header, unit, blocksLeft);
    }

    int blocksLeft() {
        return blocksLeft;
    }

    @Override
    public boolean readMacroblock(MBlock block) {
        requireTime();
        if (!super.readMacroblock(block)) {
            return false;
        }
        if (--blocksLeft < 0 || block.curMbType == MBType.I_PCM) {
            throw VideoUnusable.because("a picture has a part twice, or one that the decoder does not know");
        }
        return true;
    }

    private static void requireTime() {
        if (Thread.currentThread().isInterrupted()) {
            throw VideoUnusable.because("decoding takes too long");
        }
    }

    /** Decodes the arithmetic code of a slice, which without this has no end: behind its last byte everything is zeros for ever. */
    private static final class EndingBins extends MDecoder {
        /** So many bytes are read ahead of what is decoded. */
        private static final int AHEAD = 8;

        private final ByteBuffer bytes;
        private int beyond;

        EndingBins(ByteBuffer bytes, int[][] contexts) {
            super(bytes, contexts);
            this.bytes = bytes;
        }

        @Override
        protected void readOneByte() {
            requireTime();
            super.readOneByte();
            // The constructor above calls this before there are bytes of ours.
            if (bytes != null && !bytes.hasRemaining() && ++beyond > AHEAD) {
                throw VideoUnusable.because("a slice ends early");
            }
        }
    }
}
