package bobbin.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Damaged and lying files end with a reason, soon and without much memory (04 §7.4, §8.3). */
class HostileVideosTest {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final long A_MIB = 1 << 20;

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> saysThatItIsDamaged() {
        return Specimens.bad().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThatThrownBy(() -> probe(file.getValue()))
                                .asInstanceOf(type(VideoUnusable.class))
                                .extracting(VideoUnusable::problem)
                                .isEqualTo(VideoProblem.FAILED_PROCESSING_VIDEO)));
    }

    @TestFactory
    Stream<DynamicTest> readsWhatIsRight() {
        return Specimens.good().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.getKey(),
                        () -> assertThat(probe(file.getValue()).duration()).isPositive()));
    }

    @TestFactory
    Stream<DynamicTest> survivesEveryCut() {
        return Specimens.good().entrySet().stream()
                .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> {
                    byte[] bytes = file.getValue();
                    for (int length = 0; length < bytes.length; length += 1 + bytes.length / 500) {
                        probeCarelessly(Arrays.copyOf(bytes, length));
                    }
                }));
    }

    @Test
    void tellsDamagedSoundFromDamagedPictures() {
        byte[] file = Specimens.small().bytes();
        Map<String, byte[]> damaged = Map.of(
                "no sample rate", Boxes.with(file, "esds", 35, 0x1690_0680),
                "no units in a second", Boxes.with(file, "mdhd", 1, 12, 0),
                "more sizes than fit", Boxes.with(file, "stsz", 1, 8, -1),
                "no esds inside", Boxes.with(file, "esds", 4, 0));

        assertThat(damaged)
                .allSatisfy((_, bytes) -> assertThatThrownBy(() -> probe(bytes))
                        .hasMessageEndingWith("in the sound")
                        .asInstanceOf(type(VideoUnusable.class))
                        .extracting(VideoUnusable::problem)
                        .isEqualTo(VideoProblem.FAILED_PROCESSING_AUDIO));
    }

    @Test
    void takesNoMoreMemoryForLargeFiles() {
        Path file = VideoSample.mp4()
                .duration(Duration.ofMinutes(5))
                .rate(60, 1)
                .bitRate(27_000_000)
                .sound(SampleSound.aac(48000, 2, 128_000))
                .write(folder.resolve("large.mp4"));
        Video.probe(file);

        long before = THREADS.getCurrentThreadAllocatedBytes();
        Video video = Video.probe(file);
        long asked = THREADS.getCurrentThreadAllocatedBytes() - before;

        assertThat(video.bytes()).isGreaterThan(1_000_000_000);
        assertThat(asked).isLessThan(A_MIB);
    }

    @Test
    void givesUpOnTablesThatAreTooLong() {
        Path file = folder.resolve("tables.mp4");
        byte[] head = Boxes.join(Boxes.box("ftyp", Boxes.letters("isom")), hugeIndex());
        Boxes.write(file, head, 2_000_000_000);

        assertThatThrownBy(() -> Video.probe(file)).hasMessage("the tables are too long");
    }

    @Test
    void givesUpOnTooManyBoxes() {
        Path file = folder.resolve("boxes.mp4");
        byte[] box = Boxes.box("free");
        byte[] many = new byte[8 * 300_000];
        for (int at = 0; at < many.length; at += box.length) {
            System.arraycopy(box, 0, many, at, box.length);
        }

        Boxes.write(file, Boxes.join(Boxes.box("ftyp", Boxes.letters("isom")), many), many.length + 100L);

        assertThatThrownBy(() -> Video.probe(file)).hasMessage("too many boxes");
    }

    @Test
    void givesUpOnTooManySamples() {
        byte[] plain = Specimens.small().bytes();

        assertThatThrownBy(() -> probe(Boxes.with(plain, "stsz", 8, 5_184_001)))
                .hasMessage("there are too many samples");
    }

    /** All boxes of an index, of which the table of times goes on to the end of a file of 2 GB. */
    private static byte[] hugeIndex() {
        byte[] plain = VideoSample.mp4()
                .duration(Duration.ofMillis(200))
                .tables(HostileVideosTest::withTimesLast)
                .bytes();
        byte[] head = Arrays.copyOfRange(plain, Boxes.body(plain, "moov") - 8, Boxes.body(plain, "stts") + 8);
        byte[] longer = head;
        long rest = 1_900_000_000;
        for (String type : new String[] {"moov", "trak", "mdia", "minf", "stbl", "stts"}) {
            longer = Boxes.with(longer, type, -8, rest);
            rest -= 1000;
        }
        return Boxes.with(longer, "stts", 4, 200_000_000);
    }

    private static byte[] withTimesLast(byte[] stbl) {
        int at = Boxes.body(stbl, "stts") - 8;
        byte[] times = Arrays.copyOfRange(stbl, at, at + ByteBuffer.wrap(stbl).getInt(at));
        byte[] others = Boxes.without(stbl, "stts");
        return Boxes.box("stbl", Arrays.copyOfRange(others, 8, others.length), times);
    }

    private static void probeCarelessly(byte[] file) {
        try {
            probe(file);
        } catch (VideoUnusable e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static Video probe(byte[] file) {
        return Video.probe(new InMemory(file));
    }
}
