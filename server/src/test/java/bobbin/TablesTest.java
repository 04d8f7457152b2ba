package bobbin;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every table has one owner: the only package whose stores name it. */
class TablesTest {
    private static final Path MIGRATIONS = Path.of("server/src/main/resources/db");
    private static final Path SOURCES = Path.of("server/src/main/java/bobbin");
    private static final Pattern MADE =
            Pattern.compile("create\\s+(?:virtual\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
    private static final Pattern DROPPED = Pattern.compile("drop\\s+table\\s+(\\w+)");
    private static final Pattern NAMED = Pattern.compile("\\b(?:from|join|into|update)\\s+(\\w+)");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\\n]*|--[^\\n]*", Pattern.DOTALL);

    /** May look at everything: what only a developer's Bobbin has. */
    private static final String LAB = "lab";

    @Test
    void noFeatureReadsTheTablesOfAnother() {
        Map<String, Set<String>> shared = users();
        shared.values().removeIf(packages -> packages.size() < 2);

        assertThat(shared).as("tables that stores of several packages name").isEmpty();
    }

    @Test
    void everyTableHasAnOwner() {
        Set<String> unowned = tables();
        unowned.removeAll(users().keySet());

        assertThat(unowned).as("tables that no store names").isEmpty();
    }

    private static Map<String, Set<String>> users() {
        Set<String> tables = tables();
        return files(SOURCES, "Store.java")
                .flatMap(store -> matches(NAMED, store).map(table -> Map.entry(table, partOf(store))))
                .filter(use -> tables.contains(use.getKey()) && !use.getValue().equals(LAB))
                .collect(groupingBy(Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toSet())));
    }

    private static Set<String> tables() {
        Set<String> tables = inScripts(MADE);
        tables.removeAll(inScripts(DROPPED));
        return tables;
    }

    private static Set<String> inScripts(Pattern pattern) {
        return files(MIGRATIONS, ".sql")
                .flatMap(script -> matches(pattern, script))
                .collect(toCollection(TreeSet::new));
    }

    private static String partOf(Path source) {
        return SOURCES.relativize(source).getName(0).toString();
    }

    private static Stream<String> matches(Pattern pattern, Path file) {
        try {
            String text = COMMENT.matcher(Files.readString(file)).replaceAll("").toLowerCase(Locale.ROOT);
            return pattern.matcher(text).results().map((MatchResult found) -> found.group(1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> files(Path folder, String ending) {
        if (!Files.isDirectory(folder)) {
            return Stream.empty();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
