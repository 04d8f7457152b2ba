package bobbin.video;

import bobbin.Fuzz;
import java.util.List;
import java.util.stream.Stream;

/** Probing a file, and judging it. */
final class VideoFuzz implements Fuzz {
    /** The window is small, and nothing grows with the file. */
    private static final long A_FEW_MIB = 4L << 20;

    @Override
    public List<byte[]> seeds() {
        return Stream.concat(Specimens.good().values().stream(), Specimens.bad().values().stream())
                .toList();
    }

    @Override
    public void feed(byte[] input) {
        try {
            Video video = Video.probe(new InMemory(input));
            new VideoRules(true).judge(video);
            new VideoRules(false).judge(video);
        } catch (VideoUnusable e) {
            // That is an answer.
        }
    }

    @Override
    public long mostBytes() {
        return A_FEW_MIB;
    }
}
