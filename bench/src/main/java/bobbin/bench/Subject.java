package bobbin.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server process that is measured: what it costs is read from the accounts of the kernel. */
final class Subject implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final int port;
    private final Duration startUp;

    private Subject(Process process, int port, Duration startUp) {
        this.process = process;
        this.port = port;
        this.startUp = startUp;
    }

    /**
     * Starts a command on the first core and waits until it answers a request for {@code /}.
     *
     * @param command the port is appended to it
     */
    static Subject start(Path log, List<String> command) throws IOException {
        int port = freePort();
        List<String> line = new ArrayList<>(pinned());
        line.addAll(command);
        line.add(Integer.toString(port));
        long begin = System.nanoTime();
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        while (!answers(port)) {
            if (!process.isAlive() || System.nanoTime() - begin > PATIENCE.toNanos()) {
                process.destroyForcibly();
                throw new IOException("Did not start, see " + log + ": " + line);
            }
            pause(2);
        }
        return new Subject(process, port, Duration.ofNanos(System.nanoTime() - begin));
    }

    /** Runs a command to its end; what it printed. */
    static String run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(List.of(command) + ": " + printed);
        }
        return printed;
    }

    int port() {
        return port;
    }

    /** From the start of the process to its first answer. */
    Duration startUp() {
        return startUp;
    }

    /** The computing it has used so far, in microseconds; the kernel counts in steps of 10,000. */
    long computing() throws IOException {
        return Computing.of(process.pid());
    }

    /** The memory it holds, in MiB. */
    double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum()
                / 1024.0;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean answers(int port) {
        try (Wire wire = new Wire(port)) {
            return wire.ping(Wire.get("/")) > 0;
        } catch (IOException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static List<String> pinned() {
        boolean can = Arrays.stream(System.getenv("PATH").split(":", -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "taskset")));
        return can ? List.of("taskset", "-c", "0") : List.of();
    }
}
