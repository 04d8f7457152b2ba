package bobbin.video;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * The index of a file ({@code moov}), and what fragments add to it.
 *
 * @param timescale units of a second in edit lists
 */
record Index(long timescale, List<Track<PictureEntry>> pictures, List<Track<SoundEntry>> sounds) {
    private static final int MOST_TRACKS = 32;

    static Index read(Source source, Box moov) {
        Index index = new Index(timescale(source, source.need(moov, "mvhd")), new ArrayList<>(), new ArrayList<>());
        Map<Long, Defaults> defaults = defaults(source, moov);
        for (Box box : source.boxes(moov)) {
            if (box.is("trak")) {
                index.add(source, box, defaults);
            }
        }
        return index;
    }

    /** Adds the samples of every {@code moof}; false if there is none. */
    boolean addFragments(Source source) {
        Map<Long, Track<?>> byId = new HashMap<>();
        pictures.forEach(track -> byId.putIfAbsent(track.header().id(), track));
        sounds.forEach(track -> byId.putIfAbsent(track.header().id(), track));
        boolean any = false;
        for (Box box : Layout.top(source)) {
            if (box.is("moof")) {
                any = true;
                new Fragment(source, box).addTo(byId);
            }
        }
        return any;
    }

    private void add(Source source, Box trak, Map<Long, Defaults> defaults) {
        if (pictures.size() + sounds.size() >= MOST_TRACKS) {
            throw VideoUnusable.because("there are too many tracks");
        }
        Box mdia = source.need(trak, "mdia");
        switch (source.letters(source.need(mdia, "hdlr").atLeast(12).body() + 8)) {
            case "vide" -> pictures.add(pictures(source, trak, mdia, defaults));
            case "soun" -> sounds.add(sounds(source, trak, mdia, defaults));
            default -> {}
        }
    }

    private static Track<PictureEntry> pictures(Source source, Box trak, Box mdia, Map<Long, Defaults> defaults) {
        Track<PictureEntry> track = track(source, trak, mdia, defaults, PictureEntry::read);
        Box stbl = stbl(source, mdia);
        new SampleTable(source, stbl).keyFrames().forEach(frame -> track.offer(frame, 0));
        return track;
    }

    private static Track<SoundEntry> sounds(Source source, Box trak, Box mdia, Map<Long, Defaults> defaults) {
        try {
            return track(source, trak, mdia, defaults, SoundEntry::read);
        } catch (VideoUnusable e) {
            throw e.inSound();
        }
    }

    private static <E> Track<E> track(
            Source source, Box trak, Box mdia, Map<Long, Defaults> defaults, BiFunction<Source, Box, E> entry) {
        TrackHeader header = TrackHeader.read(source, source.need(trak, "tkhd"));
        Box stbl = stbl(source, mdia);
        Track<E> track = new Track<>(
                header,
                entry.apply(source, stbl),
                timescale(source, source.need(mdia, "mdhd")),
                Edits.of(source, trak),
                defaults.getOrDefault(header.id(), Defaults.NONE));
        new SampleTable(source, stbl).count(track.tally());
        return track;
    }

    private static Box stbl(Source source, Box mdia) {
        return source.need(source.need(mdia, "minf"), "stbl");
    }

    /** Of {@code mvhd} and {@code mdhd}, which have it at the same place. */
    private static long timescale(Source source, Box header) {
        boolean isLong = source.u8(header.body()) == 1;
        long timescale = source.u32(header.atLeast(isLong ? 32 : 20).body() + (isLong ? 20 : 12));
        if (timescale == 0) {
            throw VideoUnusable.because("a second has no units in " + header.type());
        }
        return timescale;
    }

    private static Map<Long, Defaults> defaults(Source source, Box moov) {
        Map<Long, Defaults> defaults = new HashMap<>();
        source.find(moov, "mvex").ifPresent(mvex -> {
            for (Box box : source.boxes(mvex)) {
                if (box.is("trex") && defaults.size() < MOST_TRACKS) {
                    defaults.put(source.u32(box.atLeast(24).body() + 4), Defaults.read(source, box));
                }
            }
        });
        return defaults;
    }
}
