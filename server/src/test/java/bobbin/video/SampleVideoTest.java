package bobbin.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The video that a developer's Bobbin offers to publish. {@code -Dbobbin.print=true} makes it anew. */
class SampleVideoTest {
    private static final Path FILE = Path.of("server/src/main/resources/bobbin/lab/sample.mp4");
    private static final int WIDTH = 640;
    private static final int HEIGHT = 352;
    private static final int FRAMES = 96;
    private static final int PER_SECOND = 24;
    private static final int KEY_INTERVAL = 8;

    @Test
    void isWhatThePatternMakes() throws IOException {
        byte[] made = VideoSample.mp4()
                .pictures(new TestPattern(WIDTH, HEIGHT).encode(FRAMES, KEY_INTERVAL), WIDTH, HEIGHT)
                .rate(PER_SECOND, 1)
                .duration(Duration.ofSeconds(FRAMES / PER_SECOND))
                .sound(SampleSound.silence())
                .bytes();
        if (Boolean.getBoolean("bobbin.print")) {
            Files.createDirectories(FILE.getParent());
            Files.write(FILE, made);
        }

        assertThat(made).isEqualTo(Files.readAllBytes(FILE));
    }

    @Test
    void mayBePublishedEvenByTheBook() {
        Video video = Video.probe(FILE);

        assertThat(new VideoRules(true).judge(video)).isEmpty();
        assertThat(video.sound().orElseThrow().codec()).isEqualTo(AudioCodec.AAC);
        assertThat(new Thumbnails(Duration.ofSeconds(20)).of(FILE).fromVideo()).isTrue();
    }
}
