package bobbin.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names in a text that may be mentions of people (15 §15.9). Whether somebody bears the name is not decided here. */
final class Mentions {
    private static final Pattern NAME = Pattern.compile("(?<![\\p{L}\\p{N}_.@/])@([A-Za-z0-9_.]+)");
    private static final int LONGEST_NAME = 30;

    private Mentions() {}

    /**
     * A name behind an {@code @}.
     *
     * @param name in lower case, as accounts are found by it
     * @param offset of the {@code @}, in UTF-16 units
     */
    record Found(String name, int offset) {}

    /** Every name of a text, in order. Names inside links are none, and neither is one of more than 30 characters. */
    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        List<Links.Found> links = Links.in(text);
        Matcher names = NAME.matcher(text);
        while (names.find()) {
            String name = withoutFinalDots(names.group(1));
            int offset = names.start();
            if (!name.isEmpty()
                    && name.length() <= LONGEST_NAME
                    && links.stream().noneMatch(link -> link.start() <= offset && offset < link.end())) {
                found.add(new Found(name.toLowerCase(Locale.ROOT), offset));
            }
        }
        return found;
    }

    private static String withoutFinalDots(String name) {
        int end = name.length();
        while (end > 0 && name.charAt(end - 1) == '.') {
            end--;
        }
        return name.substring(0, end);
    }
}
