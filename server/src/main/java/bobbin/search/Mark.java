package bobbin.search;

import bobbin.base.Id;
import java.util.Locale;
import java.util.regex.Pattern;

/** Words of the index that are no words of a text, because of the sign that they begin with: whose a post is, what, about what. */
final class Mark {
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]");
    private static final int LONGEST = 60;

    private Mark() {}

    static String author(Id account) {
        return "@" + account;
    }

    static String kind(Kind kind) {
        return "=" + kind.name().toLowerCase(Locale.ROOT);
    }

    /** Topics that differ in their punctuation only share one: whoever looks for a topic compares it besides. */
    static String topic(Topic topic) {
        String plain = OTHER.matcher(topic.key()).replaceAll("_");
        return "#" + (plain.length() <= LONGEST ? plain : plain.substring(0, plain.offsetByCodePoints(0, LONGEST / 2)));
    }
}
