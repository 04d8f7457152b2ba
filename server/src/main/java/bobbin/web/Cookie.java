package bobbin.web;

import java.time.Duration;

/**
 * A cookie of ours: for the whole site, out of reach of scripts, not sent along when other sites post to us. On {@code https} it is
 * sent over nothing else, and its name begins with {@code __Host-}, so that no neighbouring host can set it.
 */
record Cookie(String name, String value, Duration life) {

    /** The name on the wire. */
    static String name(String name, boolean secure) {
        return secure ? "__Host-" + name : name;
    }

    /** What a client sent, without the quotes that it may put around it (RFC 6265 §4.1.1); Java's own client does. */
    static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** A cookie that removes the one of this name. */
    static Cookie gone(String name) {
        return new Cookie(name, "", Duration.ZERO);
    }

    /** The value of {@code Set-Cookie}. */
    String header(boolean secure) {
        return "%s=%s; Path=/; Max-Age=%d; HttpOnly; SameSite=Lax%s"
                .formatted(name(name, secure), value, life.toSeconds(), secure ? "; Secure" : "");
    }
}
