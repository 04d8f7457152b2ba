package bobbin.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A server of the test's own, started as a user starts it, in a process that may be killed. */
final class Launched implements AutoCloseable {
    private static final Path LAUNCHER =
            Path.of("..", "bobbin").toAbsolutePath().normalize();
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Process process;
    private final Dev dev;

    private Launched(Process process, Dev dev) {
        this.process = process;
        this.dev = dev;
    }

    /** Starts {@code ./bobbin dev} on a free port and waits until it answers. */
    static Launched dev(Path data, Map<String, String> environment) {
        return dev(data, environment, "exec \"$0\" \"$@\"");
    }

    /** The same through a line of shell, which gets the command as its arguments. */
    static Launched dev(Path data, Map<String, String> environment, String shell) {
        Path log = data.resolveSibling(data.getFileName() + ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(
                            "bash",
                            "-c",
                            shell,
                            LAUNCHER.toString(),
                            "dev",
                            "--port",
                            "0",
                            "--fetch-loopback-only",
                            "true",
                            "--data",
                            data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            return new Launched(process, await(process, data, log));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Dev dev() {
        return dev;
    }

    long pid() {
        return process.pid();
    }

    /** Ends it as a power cut would, {@code kill -9}. */
    void kill() {
        process.destroyForcibly();
        await(process);
    }

    /** Sends it a signal such as {@code INT}; does not wait. */
    void signal(String name) {
        runAny(List.of("kill", "-s", name, Long.toString(pid())));
    }

    /** Waits for its end; the exit code. */
    int awaitEnd() {
        return await(process);
    }

    /** Asks it to stop and waits. */
    @Override
    public void close() {
        process.destroy();
        await(process);
    }

    /** Runs a command of the launcher; what it printed. */
    static String run(String... arguments) {
        return runAny(command(arguments));
    }

    /** Runs any command; fails if it does. */
    static String runAny(List<String> command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String printed =
                    new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            if (await(process) != 0) {
                throw new AssertionError(command + "\n" + printed);
            }
            return printed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(LAUNCHER.toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private static Dev await(Process process, Path data, Path log) throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            if (Files.exists(data.resolve("dev.json"))) {
                Dev dev = Dev.read(data.resolve("dev.json"));
                if (answers(dev)) {
                    return dev;
                }
            }
            Thread.onSpinWait();
        }
        process.destroyForcibly();
        throw new AssertionError("The server did not start:\n" + Files.readString(log));
    }

    private static boolean answers(Dev dev) {
        try {
            return new Api(dev.admin(), "").send("GET", "/readyz").status() == 200;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static int await(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("The process did not end");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
