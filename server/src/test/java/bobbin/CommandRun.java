package bobbin;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;

/** One run of a command line in a folder of its own: what it printed and how it ended. */
record CommandRun(int code, String out, String err) {

    static CommandRun in(Path folder, String... arguments) {
        return with(Map.of(), folder, arguments);
    }

    static CommandRun with(Map<String, String> variables, Path folder, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Commands.run(
                new Surroundings(
                        variables,
                        folder,
                        new PrintWriter(out),
                        new PrintWriter(err),
                        InstantSource.system(),
                        new Stop()),
                arguments);
        return new CommandRun(code, out.toString(), err.toString());
    }
}
