package bobbin.graph;

import bobbin.http.Request;
import java.util.Optional;

/** Where an access token may stand: as a parameter, or in the header {@code Authorization} (01 §5). */
public final class Credentials {
    static final String PARAMETER = "access_token";

    private Credentials() {}

    /** The token as it was sent; a parameter wins over the header. */
    public static Optional<String> token(Request request, Params params) {
        return params.text(PARAMETER)
                .or(() -> request.header("authorization").flatMap(Credentials::fromHeader))
                .map(String::strip)
                .filter(token -> !token.isEmpty());
    }

    private static Optional<String> fromHeader(String header) {
        int blank = header.strip().indexOf(' ');
        String scheme = blank < 0 ? "" : header.strip().substring(0, blank);
        return scheme.equalsIgnoreCase("Bearer") || scheme.equalsIgnoreCase("OAuth")
                ? Optional.of(header.strip().substring(blank + 1))
                : Optional.empty();
    }
}
