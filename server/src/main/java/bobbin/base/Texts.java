package bobbin.base;

import java.util.List;
import java.util.stream.Stream;

/** A list of words in one setting, separated by commas; blanks around a word and empty words do not count. */
public record Texts(List<String> values) {
    public static final Texts NONE = new Texts(List.of());

    public Texts {
        values = List.copyOf(values);
    }

    public static Texts of(String... values) {
        return new Texts(List.of(values));
    }

    public static Texts parse(String list) {
        return new Texts(Stream.of(list.split(",", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList());
    }

    /** As it is written in a setting. */
    @Override
    public String toString() {
        return String.join(",", values);
    }
}
