package bobbin.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody looks for: words, all of which must occur, and phrases in double quotes, which must occur as such (08 §8.1). What looks like
 * one word may be several: then it is a phrase as well. Any text can be read; one without words finds nothing.
 *
 * @param phrases each of one word or more
 */
record Wanted(List<List<String>> phrases) {
    private static final Pattern QUOTES = Pattern.compile("[“”„‟«»＂]");
    private static final Pattern PART = Pattern.compile("\"([^\"]*)\"|([^\\s\"]+)");

    Wanted {
        phrases = List.copyOf(phrases);
    }

    static Wanted of(String query) {
        List<List<String>> phrases = new ArrayList<>();
        Matcher parts = PART.matcher(QUOTES.matcher(query).replaceAll("\""));
        while (parts.find()) {
            List<String> words = Words.of(parts.group(1) == null ? parts.group(2) : parts.group(1));
            if (!words.isEmpty()) {
                phrases.add(words);
            }
        }
        return new Wanted(phrases);
    }

    /** Whether all of it occurs in these texts, each phrase within one of them. */
    boolean occursIn(List<List<String>> texts) {
        return phrases.stream()
                .allMatch(phrase -> texts.stream().anyMatch(text -> Collections.indexOfSubList(text, phrase) >= 0));
    }
}
