package bobbin.oauth;

import bobbin.json.Node;
import java.net.URI;
import java.util.Optional;
import java.util.function.Predicate;

/** What an app answers when it is asked to delete data: where to look, and under which code (02 §5). */
record Confirmation(String url, String code) {
    private static final int LONGEST_URL = 2048;
    private static final int LONGEST_CODE = 255;

    /**
     * Reads the answer; empty if it lacks a member or an address that people can safely follow.
     *
     * @param secure whether an address is {@code https}, or excused from it
     */
    static Optional<Confirmation> read(Node answer, Predicate<String> secure) {
        String url = answer.text("url").orElse("");
        String code = answer.text("confirmation_code").orElse("");
        boolean fits = url.length() <= LONGEST_URL && !code.isEmpty() && code.length() <= LONGEST_CODE;
        return fits && isWeb(url) && secure.test(url) ? Optional.of(new Confirmation(url, code)) : Optional.empty();
    }

    private static boolean isWeb(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
