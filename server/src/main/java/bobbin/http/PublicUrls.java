package bobbin.http;

import java.net.URI;

/**
 * The addresses under which the world knows us, for generated links (00 decision 10): the configured one of a role, or else that of
 * the request. None ends with a slash.
 */
public final class PublicUrls {
    private final HttpSettings settings;

    public PublicUrls(HttpSettings settings) {
        this.settings = settings;
    }

    public String graph(Request request) {
        return of(settings.graph(), request);
    }

    public String web(Request request) {
        return of(settings.web(), request);
    }

    public String media(Request request) {
        return of(settings.media(), request);
    }

    private static String of(URI configured, Request request) {
        String base = configured.toString();
        if (base.isEmpty()) {
            return (request.secure() ? "https://" : "http://") + request.host();
        }
        return base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    }
}
