package bobbin.embed;

import bobbin.base.Id;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address that may be that of a post, as somebody wrote it (13 §13.1.1). Scheme, query and fragment do not matter, nor does the name in
 * it: only the shortcode decides.
 *
 * @param host with its port, unless that goes without saying; in small letters, without {@code www.}
 * @param path as it was written
 */
record Permalink(String host, String path) {
    private static final Pattern URI = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?([^\\s/?#@]+)((?:/[^?#]*)?)(?:[?#].*)?", Pattern.DOTALL);
    private static final Pattern POST =
            Pattern.compile("/+(?:@[^/]+/+post|t|post)/+([A-Za-z0-9_-]+)(?:/+embed)?/*", Pattern.CASE_INSENSITIVE);
    private static final Pattern USUAL_PORT = Pattern.compile(":(80|443)?$");

    /** Empty if it is no address at all. */
    static Optional<Permalink> parse(String url) {
        Matcher parts = URI.matcher(url.strip());
        return parts.matches() ? Optional.of(new Permalink(plain(parts.group(1)), parts.group(2))) : Optional.empty();
    }

    /** The post that it names; empty if it is no address of a post on one of these hosts. */
    Optional<Id> post(Collection<String> hosts) {
        Matcher post = POST.matcher(decoded(path));
        return post.matches() && hosts.stream().anyMatch(each -> plain(each).equals(host))
                ? Id.fromShortcode(post.group(1)).filter(id -> id.is(Id.Kind.POST))
                : Optional.empty();
    }

    private static String plain(String host) {
        String bare = USUAL_PORT.matcher(host.toLowerCase(Locale.ROOT)).replaceFirst("");
        return bare.startsWith("www.") ? bare.substring("www.".length()) : bare;
    }

    /** A plus is a plus in a path. What is no encoding stays as it is, and fits nothing. */
    private static String decoded(String path) {
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return path;
        }
    }
}
