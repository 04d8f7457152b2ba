package bobbin.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads addresses of the web as people write them: blanks around do not count, a host may have letters of any script, and what may not stand
 * in a path or a query is encoded. What different programs would read differently (a user name, a backslash before the path, an
 * encoded host) is no address.
 */
public final class WebUrl {
    /** Characters; more than any signed address has, and few enough for one line of a head. */
    public static final int LONGEST = 8192;

    private static final Pattern WHOLE =
            Pattern.compile("(?i)(https?)://([^/?#\\\\@]+)((?:[/?][^#]*)?)(?:#.*)?", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^\\[\\]:%]+)(?::([0-9]{0,5}))?");
    private static final Pattern HOST =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*\\.?");
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:.*", Pattern.DOTALL);
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String ALLOWED = "-._~!$&'()*+,;=:@/?";

    private WebUrl() {}

    /** An absolute address, without its fragment; empty if it is none, not of http or https, or too long. */
    public static Optional<URI> parse(String text) {
        String bare = text.strip();
        Matcher whole = WHOLE.matcher(bare);
        if (bare.length() > LONGEST || bare.chars().anyMatch(c -> c < ' ' || c == 0x7f) || !whole.matches()) {
            return Optional.empty();
        }
        return authority(whole.group(2))
                .flatMap(host -> uri(whole.group(1).toLowerCase(Locale.ROOT) + "://" + host + encoded(whole.group(3))));
    }

    /** Where an address leads that stands on a page or in a redirect, which may be a relative one. */
    public static Optional<URI> resolve(URI at, String location) {
        String bare = location.strip();
        if (SCHEME.matcher(bare).matches()) {
            return parse(bare);
        }
        if (bare.startsWith("//")) {
            return parse(at.getScheme() + ":" + bare);
        }
        int fragment = bare.indexOf('#');
        return uri(encoded(fragment < 0 ? bare : bare.substring(0, fragment))).map(at::resolve);
    }

    /** Host and port. Of a host in another script there is one form for machines; signs that only look like dots and digits become them. */
    private static Optional<String> authority(String text) {
        Matcher parts = AUTHORITY.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String port = Optional.ofNullable(parts.group(2))
                .filter(digits -> !digits.isEmpty())
                .map(digits -> ":" + digits)
                .orElse("");
        return host(parts.group(1)).map(host -> host + port);
    }

    private static Optional<String> host(String text) {
        if (text.startsWith("[")) {
            return Optional.of(text);
        }
        try {
            String ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(host -> HOST.matcher(host).matches());
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || ALLOWED.indexOf(c) >= 0);
            if (plain || (c == '%' && isEncoded(text, i))) {
                encoded.appendCodePoint(c);
            } else {
                for (byte each : Character.toString(c).getBytes(UTF_8)) {
                    encoded.append('%').append(HEX.toHexDigits(each));
                }
            }
        }
        return encoded.toString();
    }

    private static boolean isEncoded(String text, int at) {
        return at + 2 < text.length()
                && HexFormat.isHexDigit(text.charAt(at + 1))
                && HexFormat.isHexDigit(text.charAt(at + 2));
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(new URI(text)).filter(uri -> uri.getHost() != null || !uri.isAbsolute());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
