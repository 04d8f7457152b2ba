package bobbin;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command finds around it: variables, the folder it was started in, where it prints, the clock, and
 * the wish to stop.
 *
 * @param err where faults go, one sentence each
 */
record Surroundings(
        Map<String, String> variables, Path folder, PrintWriter out, PrintWriter err, InstantSource time, Stop stop) {

    Surroundings {
        variables = Map.copyOf(variables);
    }

    static Surroundings ofThisProcess(Stop stop) {
        return new Surroundings(
                System.getenv(),
                Path.of("").toAbsolutePath(),
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                InstantSource.system(),
                stop);
    }
}
