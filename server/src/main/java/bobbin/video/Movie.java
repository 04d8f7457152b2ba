package bobbin.video;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A file that has been read: what it is, and what is needed to decode a picture of it.
 *
 * @param keyFrames the first pictures that can be shown alone, at most {@link SampleTable#KEY_FRAMES}
 * @param avc empty where the codec is another
 */
record Movie(Video video, List<KeyFrame> keyFrames, Optional<AvcConfig> avc) {

    /** Sound comes in frames of some 20 ms, and may begin and end with silent ones; so it hardly ever ends with the pictures. */
    private static final Duration OVERHANG = Duration.ofMillis(100);

    static Movie read(Source source) {
        Layout layout = Layout.scan(source);
        Index index = Index.read(source, layout.moov());
        Track<PictureEntry> picture =
                chosen(index.pictures()).orElseThrow(() -> VideoUnusable.because("there is no picture track"));
        boolean fragmented = index.addFragments(source);
        Optional<Track<SoundEntry>> sound =
                chosen(index.sounds()).filter(track -> track.tally().samples() > 0);
        requireToFit(picture, source);
        Duration shown = picture.duration(index.timescale());
        Duration heard = sound.map(track -> track.duration(index.timescale()))
                .orElse(Duration.ZERO)
                .minus(OVERHANG);
        Video video = new Video(
                layout.container(),
                layout.brand(),
                source.size(),
                shown.compareTo(heard) >= 0 ? shown : heard.plus(OVERHANG),
                layout.indexInFront(),
                fragmented,
                picture.hasEdits() || sound.map(Track::hasEdits).orElse(false),
                pictures(picture),
                sound.map(Movie::sounds));
        List<KeyFrame> keyFrames =
                picture.keyFrames().stream().map(frame -> frame.within(source)).toList();
        return new Movie(video, keyFrames, picture.entry().avc());
    }

    /** The first that is switched on, or the first at all. */
    private static <E> Optional<Track<E>> chosen(List<Track<E>> tracks) {
        return tracks.stream()
                .filter(track -> track.header().enabled())
                .findFirst()
                .or(() -> tracks.stream().findFirst());
    }

    private static void requireToFit(Track<PictureEntry> picture, Source source) {
        if (picture.tally().bytes() > source.size()) {
            throw VideoUnusable.because("the samples are larger than the file");
        }
    }

    private static PictureTrack pictures(Track<PictureEntry> track) {
        PictureEntry entry = track.entry();
        TrackHeader header = track.header();
        boolean saysSize = header.width() > 0 && header.height() > 0;
        int width = saysSize ? header.width() : Math.clamp(Math.round(entry.width() * entry.stretch()), 0, 1 << 16);
        int height = saysSize ? header.height() : entry.height();
        if (width == 0 || height == 0) {
            throw VideoUnusable.because("the pictures have no size");
        }
        return new PictureTrack(
                entry.codec(),
                entry.format(),
                header.isTurned() ? height : width,
                header.isTurned() ? width : height,
                header.rotation(),
                track.tally().rate(track.timescale()),
                track.tally().varies(),
                track.tally().bitRate(track.timescale()),
                entry.openGroups(),
                entry.profile());
    }

    private static SoundTrack sounds(Track<SoundEntry> track) {
        SoundEntry entry = track.entry();
        return new SoundTrack(
                entry.codec(),
                entry.format(),
                entry.sampleRate(),
                entry.channels(),
                entry.layout(),
                track.tally().bitRate(track.timescale()));
    }
}
