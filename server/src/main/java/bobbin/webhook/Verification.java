package bobbin.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.fetch.Bounds;
import bobbin.fetch.FetchFailed;
import bobbin.fetch.Fetched;
import bobbin.fetch.Fetcher;
import java.net.URI;
import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;

/** Asks an address whether it wants our events: it must know the verify token, and repeat a number (12 §12.3). */
final class Verification {
    private static final Bounds BOUNDS = new Bounds(4 << 10, Duration.ofSeconds(10));
    private static final Map<String, String> HEADERS = Map.of("User-Agent", Dispatch.USER_AGENT);
    private static final int LOWEST = 1_000_000_000;

    private final Fetcher fetcher;
    private final SecureRandom random = new SecureRandom();

    Verification(Fetcher fetcher) {
        this.fetcher = fetcher;
    }

    /** Refuses if the address does not answer as it should, and says what was wrong. */
    void check(String url, String token) {
        String challenge = Integer.toString(random.nextInt(LOWEST, Integer.MAX_VALUE));
        String asked = url + (url.indexOf('?') < 0 ? '?' : '&') + "hub.mode=subscribe&hub.challenge=" + challenge
                + "&hub.verify_token=" + URLEncoder.encode(token, UTF_8);
        String fault = fault(asked, challenge);
        if (!fault.isEmpty()) {
            throw WebhookProblems.NOT_VERIFIED.refuse(fault);
        }
    }

    private String fault(String asked, String challenge) {
        try {
            Fetched answer = fetcher.ask("GET", URI.create(asked), BOUNDS, HEADERS, new byte[0]);
            if (!answer.succeeded()) {
                return "HTTP Status Code = %d; HTTP Message = %s".formatted(answer.status(), phrase(answer.status()));
            }
            return unquoted(answer.bodyText().strip()).equals(challenge)
                    ? ""
                    : "HTTP Status Code = %d; the body is not the challenge".formatted(answer.status());
        } catch (FetchFailed failed) {
            return failed.verdict().words();
        }
    }

    /** Frameworks that answer JSON produce quotes. */
    private static String unquoted(String body) {
        boolean quoted = body.length() > 1 && body.startsWith("\"") && body.endsWith("\"");
        return quoted ? body.substring(1, body.length() - 1) : body;
    }

    private static String phrase(int status) {
        return switch (status) {
            case 301 -> "Moved Permanently";
            case 302 -> "Found";
            case 303 -> "See Other";
            case 307 -> "Temporary Redirect";
            case 308 -> "Permanent Redirect";
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 500 -> "Internal Server Error";
            case 502 -> "Bad Gateway";
            case 503 -> "Service Unavailable";
            default -> "-";
        };
    }
}
