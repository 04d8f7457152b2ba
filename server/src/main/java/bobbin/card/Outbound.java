package bobbin.card;

import bobbin.post.Links;
import bobbin.preview.Preview;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A link that leads out of the server.
 *
 * @param url as people read it
 * @param href where it leads, by way of being counted
 * @param host as people read it, without {@code www.}
 * @param preview what the page there says about itself, if that is known
 * @param picture the address of our copy of its picture
 */
public record Outbound(String url, String href, String host, Optional<Preview> preview, Optional<String> picture) {
    private static final Pattern HOST = Pattern.compile("(?i)https?://(?:www\\.)?([^/?#]*).*", Pattern.DOTALL);

    static Outbound of(String link, UnaryOperator<String> counted) {
        String url = Links.absolute(link);
        Matcher host = HOST.matcher(url);
        return new Outbound(
                url,
                counted.apply(url),
                host.matches() ? host.group(1).toLowerCase(Locale.ROOT) : url,
                Optional.empty(),
                Optional.empty());
    }

    /** @param media the base of the addresses of pictures */
    Outbound showing(Preview known, String media) {
        return new Outbound(url, href, host, Optional.of(known), known.picture().map(path -> media + path));
    }

    /** Who speaks there. */
    public String site() {
        return preview.flatMap(Preview::site).orElse(host);
    }
}
