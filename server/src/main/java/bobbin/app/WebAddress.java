package bobbin.app;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What an address must be that a developer gives us: complete, {@code https}, without fragment and without password (02 §2, §5). */
final class WebAddress {
    static final int LONGEST = 2048;

    private static final int HIGHEST_PORT = 65_535;

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private WebAddress() {}

    /** Refuses what is no such address. */
    static void check(String typed, boolean httpLoopback) {
        URI uri = checkForm(typed);
        if (isInsecure(uri, httpLoopback)) {
            throw AppProblems.ADDRESS_INSECURE.refuse(typed);
        }
    }

    /** Refuses what is no address of the web, whether secure or not. */
    static URI checkForm(String typed) {
        if (typed.length() > LONGEST) {
            throw AppProblems.ADDRESS_TOO_LONG.refuse(LONGEST);
        }
        URI uri = parse(typed).orElseThrow(() -> AppProblems.ADDRESS_MALFORMED.refuse(typed));
        if (!isWeb(uri)) {
            throw AppProblems.ADDRESS_SCHEME.refuse(typed);
        }
        if (uri.getRawFragment() != null) {
            throw AppProblems.ADDRESS_FRAGMENT.refuse(typed);
        }
        if (uri.getRawUserInfo() != null) {
            throw AppProblems.ADDRESS_USER.refuse(typed);
        }
        if (uri.getHost() == null) {
            throw AppProblems.ADDRESS_MALFORMED.refuse(typed);
        }
        return uri;
    }

    static boolean isInsecure(String text, boolean httpLoopback) {
        return parse(text).filter(uri -> isInsecure(uri, httpLoopback)).isPresent();
    }

    private static boolean isInsecure(URI uri, boolean httpLoopback) {
        return scheme(uri).equals("http") && !(httpLoopback && isLoopback(uri));
    }

    /** Only characters that may stand in a request as they are: what is kept is what is compared and sent. */
    private static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text);
            boolean plain = text.chars().allMatch(c -> c > ' ' && c < 0x7f);
            boolean reachable = uri.getPort() != 0 && uri.getPort() <= HIGHEST_PORT;
            return Optional.of(uri).filter(found -> plain && reachable && found.isAbsolute());
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI uri) {
        return scheme(uri).equals("https") || scheme(uri).equals("http");
    }

    private static boolean isLoopback(URI uri) {
        return uri.getHost() != null && LOOPBACK.contains(uri.getHost().toLowerCase(Locale.ROOT));
    }

    private static String scheme(URI uri) {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }
}
