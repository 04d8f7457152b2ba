package bobbin.preview;

import bobbin.base.Characters;
import bobbin.fetch.WebUrl;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an HTML page says about itself: by Open Graph, else in the words of {@code twitter:}, else by its title and description. Text
 * only, of bounded length, without signs that control others.
 *
 * @param picture where its picture is said to be
 */
record Head(String title, Optional<String> description, Optional<String> site, Optional<URI> picture) {
    /** Characters, as the others. Longer ones are cut. */
    static final int LONGEST_TITLE = 200;

    static final int LONGEST_DESCRIPTION = 400;
    static final int LONGEST_SITE = 100;

    private static final Pattern HTML = Pattern.compile("(?i)\\s*(text/html|application/xhtml\\+xml)\\s*(;.*)?");
    private static final Pattern CHARSET = Pattern.compile("(?i).*;\\s*charset\\s*=\\s*\"?([^\\s;\"]+).*");
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cs}\\x{200E}\\x{200F}\\x{202A}-\\x{202E}\\x{2066}-\\x{2069}]");
    private static final Pattern BLANK = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    /**
     * Empty if it is no HTML or has no title.
     *
     * @param contentType what the server says it is
     * @param at where it was found, for relative addresses
     */
    static Optional<Head> of(byte[] page, String contentType, URI at) {
        if (!HTML.matcher(contentType).matches()) {
            return Optional.empty();
        }
        Document document = parse(page, contentType);
        return first(document.title(), LONGEST_TITLE, meta(document, "og:title"), meta(document, "twitter:title"))
                .map(title -> new Head(
                        title,
                        first(
                                meta(document, "description"),
                                LONGEST_DESCRIPTION,
                                meta(document, "og:description"),
                                meta(document, "twitter:description")),
                        first("", LONGEST_SITE, meta(document, "og:site_name"), meta(document, "application-name")),
                        picture(document, at)));
    }

    private static Document parse(byte[] page, String contentType) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(page), charset(contentType), "");
        } catch (IOException e) {
            throw new IllegalStateException("Memory cannot be read", e);
        }
    }

    /** Null if the page itself must say. */
    private static @Nullable String charset(String contentType) {
        Matcher said = CHARSET.matcher(contentType);
        try {
            return said.matches() && Charset.isSupported(said.group(1)) ? said.group(1) : null;
        } catch (IllegalArgumentException _) {
            return null;
        }
    }

    private static String meta(Document document, String name) {
        return document.select("meta").stream()
                .filter(meta -> Stream.of("property", "name")
                        .anyMatch(key ->
                                meta.attr(key).strip().toLowerCase(Locale.ROOT).equals(name)))
                .map(meta -> meta.attr("content"))
                .filter(content -> !content.isBlank())
                .findFirst()
                .orElse("");
    }

    private static Optional<URI> picture(Document document, URI at) {
        return Stream.of("og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src")
                .map(name -> meta(document, name))
                .filter(said -> !said.isEmpty())
                .findFirst()
                .flatMap(said -> WebUrl.resolve(at, said));
    }

    private static Optional<String> first(String otherwise, int longest, String... preferred) {
        return Stream.concat(Arrays.stream(preferred), Stream.of(otherwise))
                .filter(Objects::nonNull)
                .map(text -> BLANK.matcher(CONTROL.matcher(text).replaceAll(""))
                        .replaceAll(" ")
                        .strip())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .map(text -> Characters.shortened(longest, text));
    }
}
