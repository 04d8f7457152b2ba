package bobbin.video;

import java.util.Map;

/** Samples that are described between others instead of in one index: one {@code moof} box. */
final class Fragment {
    private static final int BASE_OFFSET = 0x1;
    private static final int DESCRIPTION = 0x2;
    private static final int DELTA = 0x8;
    private static final int BYTES = 0x10;
    private static final int FLAGS = 0x20;

    private static final int RUN_OFFSET = 0x1;
    private static final int RUN_FIRST_FLAGS = 0x4;
    private static final int RUN_DELTAS = 0x100;
    private static final int RUN_BYTES = 0x200;
    private static final int RUN_FLAGS = 0x400;
    private static final int RUN_SHIFTS = 0x800;

    private final Source source;
    private final Box moof;

    Fragment(Source source, Box moof) {
        this.source = source;
        this.moof = moof;
    }

    /** Adds the samples of this fragment to those of their tracks. */
    void addTo(Map<Long, Track<?>> tracks) {
        for (Box traf : source.boxes(moof)) {
            if (traf.is("traf")) {
                Box tfhd = source.need(traf, "tfhd").atLeast(8);
                Track<?> track = tracks.get(source.u32(tfhd.body() + 4));
                if (track != null) {
                    add(traf, new Fields(source, tfhd), track);
                }
            }
        }
    }

    private void add(Box traf, Fields header, Track<?> track) {
        header.skip(4);
        long base = header.has(BASE_OFFSET) ? header.longer() : moof.start();
        header.nextIf(DESCRIPTION, 0);
        Defaults usual = track.defaults();
        Defaults here = new Defaults(
                header.nextIf(DELTA, usual.delta()),
                header.nextIf(BYTES, usual.bytes()),
                header.nextIf(FLAGS, usual.flags()));
        long before = track.tally().shown();
        long start = -1;
        for (Box box : source.boxes(traf)) {
            if (box.is("trun")) {
                add(box.atLeast(8), base, here, track);
            } else if (box.is("tfdt")) {
                start = source.u8(box.body()) == 1 ? source.u64(box.body() + 4) : source.u32(box.body() + 4);
            }
        }
        if (start >= 0) {
            track.tally().span(start, track.tally().shown() - before);
        }
    }

    private void add(Box trun, long base, Defaults usual, Track<?> track) {
        Fields header = new Fields(source, trun);
        long samples = header.next();
        long offset = base + (int) header.nextIf(RUN_OFFSET, 0);
        boolean firstDiffers = header.has(RUN_FIRST_FLAGS);
        long firstFlags = header.nextIf(RUN_FIRST_FLAGS, usual.flags());
        int step = 4 * Integer.bitCount(header.says & (RUN_DELTAS | RUN_BYTES | RUN_FLAGS | RUN_SHIFTS));
        if (step > 0) {
            trun.entries(samples, header.at, step);
        }
        Column deltas = header.column(RUN_DELTAS, usual.delta(), step);
        Column bytes = header.column(RUN_BYTES, usual.bytes(), step);
        Column flags = header.column(RUN_FLAGS, usual.flags(), step);
        if (samples > 0) {
            track.offer(new KeyFrame(offset, bytes.of(0)), firstDiffers ? firstFlags : flags.of(0));
        }
        count(track.tally(), samples, deltas, bytes);
    }

    private static void count(Tally tally, long samples, Column deltas, Column bytes) {
        if (deltas.step == 0) {
            tally.time(samples, deltas.constant);
        } else {
            for (long i = 0; i < samples; i++) {
                tally.time(1, deltas.of(i));
            }
        }
        if (bytes.step == 0) {
            tally.weigh(samples, bytes.constant);
        } else {
            for (long i = 0; i < samples; i++) {
                tally.weigh(1, bytes.of(i));
            }
        }
    }

    /** Numbers that are there only if a bit of the box's flags says so, read one after the other. */
    private static final class Fields {
        private final Source source;
        private final int says;
        private long at;

        Fields(Source source, Box box) {
            this.source = source;
            this.says = source.i32(box.body());
            this.at = box.body() + 4;
        }

        boolean has(int flag) {
            return (says & flag) != 0;
        }

        void skip(int bytes) {
            at += bytes;
        }

        long next() {
            at += 4;
            return source.u32(at - 4);
        }

        long longer() {
            at += 8;
            return source.u64(at - 8);
        }

        long nextIf(int flag, long otherwise) {
            return has(flag) ? next() : otherwise;
        }

        /** One number of every sample; the columns must be asked for in their order. */
        Column column(int flag, long otherwise, int step) {
            Column column = new Column(source, at, has(flag) ? step : 0, otherwise);
            at += has(flag) ? 4 : 0;
            return column;
        }
    }

    /** A number of every sample, or one for all of them (then {@code step} is 0). */
    private record Column(Source source, long at, int step, long constant) {
        long of(long sample) {
            return step == 0 ? constant : source.u32(at + step * sample);
        }
    }
}
