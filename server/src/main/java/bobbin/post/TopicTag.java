package bobbin.post;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The topic of a post, at most one (04 §4.4): as a parameter, or the first {@code #tag} of the text. Never with its hash sign. */
public final class TopicTag {
    static final int LONGEST = 50;

    private static final Pattern IN_TEXT =
            Pattern.compile("(?<![\\p{L}\\p{N}_])#([^\\s\\p{Z}.&@!?,;:#][^\\s\\p{Z}.&@!?,;:]*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern NO_TOPIC = Pattern.compile("[.&\\t\\r\\n]");
    private static final Pattern UNSUPPORTED = Pattern.compile("[.&]");

    private TopicTag() {}

    /** Whether it is a topic as links name one: 1 to 50 characters without line break, tab, {@code .} and {@code &} (13 §13.5.1). */
    public static boolean isOne(String tag) {
        return !tag.isBlank()
                && TextLength.clusters(tag) <= LONGEST
                && !NO_TOPIC.matcher(tag).find();
    }

    /** Reads the parameter; refuses one that is too long or has a {@code .} or {@code &} in it. */
    static String of(String parameter) {
        String trimmed = parameter.strip();
        String tag = trimmed.startsWith("#") ? trimmed.substring(1).strip() : trimmed;
        if (TextLength.clusters(tag) > LONGEST) {
            throw PostProblems.TOO_LONG.refuse("topic_tag", LONGEST);
        }
        if (tag.isEmpty() || UNSUPPORTED.matcher(tag).find()) {
            throw PostProblems.TOPIC_TAG_UNSUPPORTED.refuse();
        }
        return tag;
    }

    /** The first valid tag of a text. Whole numbers, tags of more than 50 characters and those inside links are none. */
    static Optional<String> in(String text) {
        return find(text).map(tag -> tag.group(1));
    }

    /** The same with its place, hash sign included; the tag is the first group. */
    static Optional<MatchResult> find(String text) {
        var links = Links.in(text);
        Matcher tags = IN_TEXT.matcher(text);
        while (tags.find()) {
            int offset = tags.start();
            String tag = tags.group(1);
            if (!NUMBER.matcher(tag).matches()
                    && TextLength.clusters(tag) <= LONGEST
                    && links.stream().noneMatch(link -> link.start() <= offset && offset < link.end())) {
                return Optional.of(tags.toMatchResult());
            }
        }
        return Optional.empty();
    }
}
