package bobbin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tests of a module as texts: what each of them says in its own words, its comments and names left aside. */
final class TestMethods {
    private static final Pattern MEMBERS = Pattern.compile("\\n(?=    (?:@|/\\*\\*|[a-z]))");
    private static final Pattern TEST = Pattern.compile("    void (\\w+)\\(");
    private static final Pattern HELPER = Pattern.compile("    private [^=;(]*?(\\w+)\\(");
    private static final Pattern WORDS = Pattern.compile("(?s)\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    private TestMethods() {}

    /**
     * A test.
     *
     * @param file all of the source in which it stands
     * @param words the strings and text blocks in it and in the helpers that it calls
     * @param source itself, whole
     */
    record Method(String type, String name, String file, String words, String source) {
        private Method with(Map<String, String> helpers) {
            StringBuilder all = new StringBuilder(words);
            helpers.forEach((helper, said) -> {
                if (source.contains(helper + "(")) {
                    all.append(' ').append(said);
                }
            });
            return new Method(type, name, file, all.toString(), source);
        }

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
        List<Method> tests = new ArrayList<>();
        Map<String, String> helpers = new HashMap<>();
        try {
            String source = Files.readString(file);
            for (String member : MEMBERS.split(source, -1)) {
                Matcher test = TEST.matcher(member);
                Matcher helper = HELPER.matcher(member);
                if (test.lookingAt()) {
                    tests.add(new Method(type, test.group(1), source, words(member), member));
                } else if (helper.lookingAt()) {
                    helpers.merge(helper.group(1), words(member), (one, other) -> one + " " + other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tests.stream().map(test -> test.with(helpers));
    }

    private static String words(String source) {
        return WORDS.matcher(source)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .collect(Collectors.joining(" "));
    }
}
