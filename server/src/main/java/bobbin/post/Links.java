package bobbin.post;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a text: which parts of it are links, how many different ones, and which of them becomes the card (04 §4.2, §5.1). */
public final class Links {
    private static final Pattern CANDIDATE =
            Pattern.compile("(?<![A-Za-z0-9])(?:https?://|www\\.)[^\\s\\p{Z}\"“”„«»<>]+", Pattern.CASE_INSENSITIVE);
    private static final Pattern COMPLETE = Pattern.compile("(?is)(?:https?://|www\\.).+");
    private static final Pattern PARTS = Pattern.compile("(?i)(?:(https?)://)?([^/?#]*)(.*)");
    private static final Pattern FORBIDDEN = Pattern.compile("[\\s\\p{Z}\\p{Cc}\"<>]");
    private static final Pattern HOST = Pattern.compile("[^.:@\\[\\]]+(?:\\.[^.:@\\[\\]]+)+\\.?(?::\\d{1,5})?");
    private static final String CLOSING = ".,;:!?)]}'\"‘’";
    private static final int LONGEST_ATTACHMENT = 2048;

    private Links() {}

    /** Where the links of a post lead, in its texts and attached, each once: with their schemes, as its page has them. */
    public static Set<String> of(Content content) {
        Set<String> links = new LinkedHashSet<>();
        content.text().ifPresent(text -> addAll(links, text));
        content.link().map(Links::absolute).ifPresent(links::add);
        content.attachment()
                .filter(LongText.class::isInstance)
                .map(LongText.class::cast)
                .ifPresent(words -> {
                    addAll(links, words.plaintext());
                    words.link().map(Links::absolute).ifPresent(links::add);
                });
        return links;
    }

    private static void addAll(Set<String> links, String text) {
        in(text).forEach(link -> links.add(absolute(link.url())));
    }

    /**
     * A link in a text.
     *
     * @param start index of its first character
     * @param end index behind its last
     */
    record Found(String url, int start, int end) {}

    /** Every link of a text, in order, as often as it occurs. Names of hosts without {@code www.} are none. */
    static List<Found> in(String text) {
        List<Found> found = new ArrayList<>();
        Matcher candidates = CANDIDATE.matcher(text);
        while (candidates.find()) {
            String url = withoutClosing(candidates.group());
            if (COMPLETE.matcher(url).matches()) {
                found.add(new Found(url, candidates.start(), candidates.start() + url.length()));
            }
        }
        return found;
    }

    /** How many different links a post has: those of its text, and the attached one if it is not among them. */
    static int count(String text, Optional<String> attachment) {
        Set<String> different = new HashSet<>();
        in(text).forEach(link -> different.add(identity(link.url())));
        attachment.map(Links::identity).ifPresent(different::add);
        return different.size();
    }

    /** The first link of a text that can become a card, with its scheme. */
    static Optional<String> first(String text) {
        return in(text).stream()
                .map(link -> absolute(link.url()))
                .filter(Links::isAttachable)
                .findFirst();
    }

    /**
     * Whether a link can be attached to a post: http, https or a bare {@code www.…}, a host with a dot, nobody's name and password, at
     * most 2048 characters. Whether anything answers there does not matter.
     */
    public static boolean isAttachable(String url) {
        Matcher parts = PARTS.matcher(url);
        return url.length() <= LONGEST_ATTACHMENT
                && !FORBIDDEN.matcher(url).find()
                && parts.matches()
                && (parts.group(1) != null || startsWithWww(url))
                && HOST.matcher(parts.group(2)).matches();
    }

    /** The same for two ways of writing one link: scheme and host in lower case, and a bare {@code www.…} given its scheme. */
    private static String identity(String url) {
        Matcher parts = PARTS.matcher(absolute(url));
        return parts.matches()
                ? parts.group(1).toLowerCase(Locale.ROOT) + "://"
                        + parts.group(2).toLowerCase(Locale.ROOT)
                        + parts.group(3)
                : url;
    }

    /** A link with its scheme, which a bare {@code www.…} lacks. */
    public static String absolute(String url) {
        return startsWithWww(url) ? "https://" + url : url;
    }

    private static boolean startsWithWww(String url) {
        return url.regionMatches(true, 0, "www.", 0, 4);
    }

    /** Cuts the punctuation behind a link; a closing bracket stays if its partner is inside. */
    private static String withoutClosing(String url) {
        int end = url.length();
        while (end > 0 && CLOSING.indexOf(url.charAt(end - 1)) >= 0 && !closesInside(url.substring(0, end))) {
            end--;
        }
        return url.substring(0, end);
    }

    private static boolean closesInside(String url) {
        return switch (url.charAt(url.length() - 1)) {
            case ')' -> isBalanced(url, '(', ')');
            case ']' -> isBalanced(url, '[', ']');
            case '}' -> isBalanced(url, '{', '}');
            default -> false;
        };
    }

    private static boolean isBalanced(String url, char open, char close) {
        return url.chars().filter(c -> c == open).count()
                >= url.chars().filter(c -> c == close).count();
    }
}
