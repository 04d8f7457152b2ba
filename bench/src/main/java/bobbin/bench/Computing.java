package bobbin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Computing that was used so far, in microseconds, as the kernel accounts for it: in steps of 10,000. */
final class Computing {
    private static final int TICKS_PER_SECOND = 100;

    private Computing() {}

    /** Of a process. */
    static long of(long process) throws IOException {
        return accounted(Path.of("/proc/" + process + "/stat"));
    }

    /** Of the compilers of this Java and of all that were started here. What is measured while they work is they. */
    static long ofCompilers() {
        return Stream.concat(
                        Stream.of(ProcessHandle.current()),
                        ProcessHandle.current().descendants())
                .flatMap(process -> threads(process.pid()).stream())
                .mapToLong(Computing::ofCompiler)
                .sum();
    }

    private static List<Path> threads(long process) {
        try (Stream<Path> threads = Files.list(Path.of("/proc/" + process + "/task"))) {
            return threads.toList();
        } catch (NoSuchFileException _) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long ofCompiler(Path thread) {
        try {
            return Files.readString(thread.resolve("comm")).contains("CompilerThre")
                    ? accounted(thread.resolve("stat"))
                    : 0;
        } catch (IOException _) {
            return 0; // it has ended
        }
    }

    private static long accounted(Path stat) throws IOException {
        String accounts = Files.readString(stat);
        String[] fields = accounts.substring(accounts.lastIndexOf(')') + 2).split(" ", -1);
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * 1_000_000 / TICKS_PER_SECOND;
    }
}
