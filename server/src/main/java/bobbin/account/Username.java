package bobbin.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person is called in addresses and mentions: 1 to 30 of {@code a-z 0-9 . _}, with no dot at either end and no two in a row
 * (09 §9.2). Capital letters are taken for small ones.
 */
public record Username(String text) {
    /** The most characters of a username. */
    public static final int LONGEST = 30;

    private static final Pattern FORM = Pattern.compile("[a-z0-9_]+(\\.[a-z0-9_]+)*");

    /** The first word of addresses that name a version of the API. */
    private static final Pattern VERSION = Pattern.compile("v[0-9]+\\.[0-9]+");

    /** The first words of all addresses, of pages and of calls, and words that would pass for us (09 §9.2). */
    private static final Set<String> RESERVED = Set.of(
            // pages
            "about",
            "activity",
            "admin",
            "archive",
            "assets",
            "developers",
            "embed",
            "embed.js",
            "favicon.ico",
            "feed",
            "help",
            "insights",
            "intent",
            "intents",
            "l",
            "login",
            "logout",
            "media",
            "notifications",
            "oauth",
            "p",
            "post",
            "posts",
            "preview",
            "privacy",
            "reset",
            "robots.txt",
            "samples",
            "script",
            "search",
            "seen",
            "settings",
            "signup",
            "static",
            "t",
            "tags",
            "terms",
            "topic",
            "topics",
            "uploads",
            // calls
            "access_token",
            "api",
            "debug_token",
            "graph",
            "keyword_search",
            "location_search",
            "me",
            "oembed",
            "profile_lookup",
            "profile_posts",
            "refresh_access_token",
            // management, and who speaks for the server
            "bobbin",
            "livez",
            "metrics",
            "operator",
            "readyz",
            "root",
            "support",
            "system");

    /** Refuses what is no username; words of ours are a username too, but nobody can take them. */
    public Username {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (!isOne(text)) {
            throw AccountProblems.USERNAME_FORM.refuse();
        }
    }

    /** The username that this text is, if it is one; a leading {@code @} does not count. */
    public static Optional<Username> parse(String text) {
        String folded = text.strip().toLowerCase(Locale.ROOT);
        String plain = folded.startsWith("@") ? folded.substring(1) : folded;
        return isOne(plain) ? Optional.of(new Username(plain)) : Optional.empty();
    }

    private static boolean isOne(String folded) {
        return folded.length() <= LONGEST && FORM.matcher(folded).matches();
    }

    /** Whether it is one of the words that addresses begin with. */
    public boolean isReserved() {
        return RESERVED.contains(text) || VERSION.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
