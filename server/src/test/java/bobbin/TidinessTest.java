package bobbin;

import static java.util.Comparator.comparingInt;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/** What a reader may expect of every source file. */
class TidinessTest {
    private static final List<String> MODULES = List.of("server", "conformance", "bench");
    private static final int LONG_FILE = 300;
    private static final int LONG_METHOD = 40;

    /** A reminder needs the number of an issue: {@code TODO(#12)}. The words are taken apart to not find themselves. */
    private static final Pattern REMINDER = Pattern.compile("\\b(TO" + "DO|FIX" + "ME)\\b(?!\\(#\\d+\\))");

    private static final Pattern SKIPPED =
            Pattern.compile("@Dis" + "abled|@Enabled(If|On|For)|\\bassu" + "me(True|False|That|ThatCode)?\\(");

    private static final Pattern SLEEP = Pattern.compile("\\.sle" + "ep\\(|park" + "Nanos\\(");

    private static final Pattern PACKAGE =
            Pattern.compile("\\s*/\\*\\*.*\\w.*\\.\\s*(</\\w+>\\s*)*\\*/\\s*@NullMarked\\s+package .*", Pattern.DOTALL);

    @Test
    void leavesNothingForLaterWithoutAReason() {
        assertThat(linesWith(REMINDER, _ -> true)).isEmpty();
    }

    @Test
    void skipsNoTest() {
        assertThat(linesWith(SKIPPED, TidinessTest::isTest)).isEmpty();
    }

    @Test
    void neverSleepsInATest() {
        assertThat(linesWith(SLEEP, TidinessTest::isTest)).isEmpty();
    }

    @Test
    void saysOfEveryPackageWhatItIs() {
        List<Path> silent = sources()
                .filter(file -> !isTest(file))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !PACKAGE.matcher(read(folder.resolve("package-info.java")))
                        .matches())
                .toList();

        assertThat(silent)
                .as("packages without a package-info.java that has a sentence and @NullMarked")
                .isEmpty();
    }

    @Test
    void showsTheLongestFiles() {
        sources()
                .map(file -> new Place(file.toString(), (int) read(file).lines().count()))
                .filter(place -> place.lines() > LONG_FILE)
                .sorted(comparingInt(Place::lines).reversed())
                .forEach(System.out::println);
    }

    @Test
    void showsTheLongestMethods() throws IOException {
        List<Place> methods = new ArrayList<>();
        try (var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, Locale.ROOT, null)) {
            var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                    .getTask(
                            null,
                            files,
                            _ -> {},
                            List.of("-proc:none"),
                            null,
                            files.getJavaFileObjectsFromPaths(sources().toList()));
            for (CompilationUnitTree unit : task.parse()) {
                new Measure(Trees.instance(task), unit, methods).scan(unit, null);
            }
        }
        assertThat(methods).isNotEmpty();
        methods.stream()
                .filter(place -> place.lines() > LONG_METHOD)
                .sorted(comparingInt(Place::lines).reversed())
                .forEach(System.out::println);
    }

    private static List<String> linesWith(Pattern pattern, Predicate<Path> wanted) {
        return sources()
                .filter(wanted)
                .flatMap(file -> read(file)
                        .lines()
                        .filter(line -> pattern.matcher(line).find())
                        .map(line -> file + ": " + line.strip()))
                .toList();
    }

    private static Stream<Path> sources() {
        return MODULES.stream()
                .map(module -> Path.of(module, "src"))
                .filter(Files::isDirectory)
                .flatMap(TidinessTest::javaFilesUnder);
    }

    private static Stream<Path> javaFilesUnder(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTest(Path file) {
        return file.startsWith(Path.of("server", "src", "test")) || file.startsWith(Path.of("conformance"));
    }

    private static String read(Path file) {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that may have become too long; not a fault, a hint that a noun is missing. */
    private record Place(String where, int lines) {
        @Override
        public String toString() {
            return "a place to look: %s, %d lines".formatted(where, lines);
        }
    }

    /** Notes how many lines each method has. */
    private static final class Measure extends TreePathScanner<Void, Void> {
        private final Trees trees;
        private final CompilationUnitTree unit;
        private final List<Place> found;

        Measure(Trees trees, CompilationUnitTree unit, List<Place> found) {
            this.trees = trees;
            this.unit = unit;
            this.found = found;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            var positions = trees.getSourcePositions();
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, method));
            long last = unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method));
            String file =
                    Path.of("").toUri().relativize(unit.getSourceFile().toUri()).toString();
            found.add(new Place(file + " " + method.getName(), (int) (last - first + 1)));
            return super.visitMethod(method, null);
        }
    }
}
