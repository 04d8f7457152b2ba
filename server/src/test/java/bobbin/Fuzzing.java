package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.Jazzer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Lets a fuzzer that watches branches loose on every {@link Fuzz}, each in a JVM of its own. Not one of the tests of every run: {@code
 * ./check fuzz} calls it. What was interesting is kept in {@code server/target/fuzz}, so that the next run goes on from there; so is what
 * was found.
 */
class Fuzzing {
    private static final Path SOURCES = Path.of("server", "src", "test", "java");
    private static final Path FOLDER = Path.of("server", "target", "fuzz");
    private static final int SECONDS = Integer.getInteger("bobbin.fuzz.seconds", 10);
    private static final int LAST_WORDS = 60;

    @TestFactory
    Stream<DynamicTest> findsNothing() {
        return targets().map(name -> DynamicTest.dynamicTest(name, () -> fuzz(name)));
    }

    /** The names of the classes of all targets. */
    static Stream<String> targets() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files
                    .filter(file -> file.getFileName().toString().matches("\\w+Fuzz\\.java"))
                    .map(file -> SOURCES.relativize(file).toString())
                    .map(file -> file.replaceFirst("\\.java$", "").replace('/', '.'))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fuzz(String name) throws Exception {
        Fuzz target = FuzzEntry.target(name);
        Path folder = Files.createDirectories(FOLDER.resolve(name));
        Path corpus = Files.createDirectories(folder.resolve("corpus"));
        Path seeds = Files.createDirectories(folder.resolve("seeds"));
        List<byte[]> written = target.seeds();
        for (int i = 0; i < written.size(); i++) {
            Files.write(seeds.resolve("seed-" + i), written.get(i));
        }
        Path log = folder.resolve("run.log");

        int exit = new ProcessBuilder(command(name, target, folder, corpus, seeds))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start()
                .waitFor();

        assertThat(exit).as(() -> lastWords(log)).isZero();
    }

    private static List<String> command(String name, Fuzz target, Path folder, Path corpus, Path seeds) {
        String watched = Stream.concat(Stream.of("bobbin"), target.watched().stream())
                .map(part -> part + ".**")
                .collect(Collectors.joining(":"));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "-XX:+EnableDynamicAgentLoading",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Jazzer.class.getName(),
                "--target_class=" + FuzzEntry.class.getName(),
                "--target_args=" + name,
                "--instrumentation_includes=" + watched,
                "--reproducer_path=" + folder,
                "-artifact_prefix=" + folder + "/",
                "-max_total_time=" + SECONDS,
                "-max_len=" + target.longest(),
                "-timeout=10",
                "-print_final_stats=1",
                corpus.toString(),
                seeds.toString());
    }

    /** From where it says what it has found; all of its last words if it says nothing. */
    private static String lastWords(Path log) {
        try {
            List<String> lines = Files.readAllLines(log);
            int finding = IntStream.range(0, lines.size())
                    .filter(i -> lines.get(i).startsWith("== "))
                    .findFirst()
                    .orElse(lines.size() - LAST_WORDS);
            return lines.stream()
                    .skip(Math.max(0, finding))
                    .limit(LAST_WORDS)
                    .collect(Collectors.joining("\n", "the fuzzer has found something, see " + log + "\n", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
