package bobbin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests of a module as texts: what each of them says in its own words, its comments and names left aside. */
final class TestMethods {
    private static final Pattern MEMBERS = Pattern.compile("\\n(?=    (?:@|/\\*\\*|[a-z]))");
    private static final Pattern NAMED = Pattern.compile("    (?:static |private |public |final )*void (\\w+)\\(");
    private static final Pattern WORDS = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private TestMethods() {}

    /**
     * A test.
     *
     * @param file all of the source in which it stands
     * @param words the strings and text blocks in it
     * @param source itself, whole
     */
    record Method(String type, String name, String file, String words, String source) {
        @Override
        public String toString() {
            return type + "." + name;
        }
    }

    static List<Method> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith("Test.java"))
                    .sorted()
                    .flatMap(TestMethods::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Method> read(Path file) {
        String type = file.getFileName().toString().replace(".java", "");
        List<Method> methods = new ArrayList<>();
        try {
            String source = Files.readString(file);
            for (String member : MEMBERS.split(source)) {
                Matcher name = NAMED.matcher(member);
                if (name.lookingAt()) {
                    methods.add(new Method(type, name.group(1), source, words(member), member));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return methods.stream();
    }

    private static String words(String source) {
        return WORDS.matcher(source)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.joining(" "));
    }
}
