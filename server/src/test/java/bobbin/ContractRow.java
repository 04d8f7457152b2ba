package bobbin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word of the specification that clients use or look for, as {@code docs/reference/contract.tsv} lists them.
 *
 * @param kind parameter, field, value, metric, webhook or error
 * @param where an edge, an object or a group
 * @param among what a file of tests must also say to be about it; empty if the word says enough
 */
record ContractRow(String kind, String where, String name, String section, String among) {
    private static final Path LIST = Path.of("docs/reference/contract.tsv");

    static List<ContractRow> all() {
        try (Stream<String> lines = Files.lines(LIST)) {
            return lines.skip(1).map(ContractRow::parse).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ContractRow parse(String line) {
        String[] cells = line.split("\t", -1);
        return new ContractRow(cells[0], cells[1], cells[2], cells[3], cells[4]);
    }

    /** Whether a test says the word; values and errors may be constants of the code. */
    boolean isIn(TestMethods.Method test) {
        boolean mayBeConstant = kind.equals("value") || kind.equals("error");
        return test.file().contains(among)
                && Pattern.compile("(?<!\\w)" + Pattern.quote(name) + "(?!\\w)")
                        .matcher(mayBeConstant ? test.source() : test.words())
                        .find();
    }

    /** How far a test is from the section of the word: it cites it, its file does, or neither. */
    int distance(TestMethods.Method test) {
        Pattern cited =
                Pattern.compile("\"" + Pattern.quote(section) + "(?!\\d)|" + Pattern.quote(section) + "(?![.\\d])");
        return cited.matcher(test.source()).find()
                ? 0
                : cited.matcher(test.file()).find() ? 1 : 2;
    }

    @Override
    public String toString() {
        return kind + " " + where + " " + name;
    }
}
