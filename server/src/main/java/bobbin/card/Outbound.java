package bobbin.card;

import bobbin.post.Links;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link that leads out of the server.
 *
 * @param host as people read it, without {@code www.}
 */
public record Outbound(String url, String host) {
    private static final Pattern HOST = Pattern.compile("(?i)https?://(?:www\\.)?([^/?#]*).*", Pattern.DOTALL);

    static Outbound of(String link) {
        String url = Links.absolute(link);
        Matcher host = HOST.matcher(url);
        return new Outbound(url, host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : url);
    }
}
