package bobbin.video;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * What a video file is. Everything is measured in the tables of the file, not taken from what its headers promise. If it has several
 * tracks of a kind, the first that is switched on counts.
 *
 * @param brand the four letters by which the file names its family; empty in old QuickTime files
 * @param bytes size of the file
 * @param duration how long it plays, cut as the edit lists say: the pictures, or the sound where it is more than 0.1 s longer
 * @param indexInFront whether {@code moov} comes before the samples, so that it can be played while it is loaded
 * @param fragmented whether samples are described in {@code moof} boxes
 * @param editLists whether picture or sound have one
 * @param sound empty if there is none, or it has no samples
 */
public record Video(
        Container container,
        String brand,
        long bytes,
        Duration duration,
        boolean indexInFront,
        boolean fragmented,
        boolean editLists,
        PictureTrack picture,
        Optional<SoundTrack> sound) {

    /** The same as {@link #probe(SeekableByteChannel)}. */
    public static Video probe(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return probe(channel);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads what a file is, with less than a MiB of memory and at most 24 MiB read.
     *
     * @throws VideoUnusable if it is no MP4 or MOV, has no pictures, or is damaged
     */
    public static Video probe(SeekableByteChannel file) {
        return Movie.read(new Source(file)).video();
    }
}
