package bobbin.web;

import bobbin.http.Response;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The headers that keep a page to itself: nothing inline, nothing from elsewhere, no frame around it, no word to others about where
 * one came from (03 §1.2).
 */
final class PagePolicy {
    private static final String FRAMED = "script-src 'self'; form-action 'none'; frame-ancestors *";

    private final Set<String> media = new LinkedHashSet<>(Set.of("'self'"));
    private final Set<String> images = new LinkedHashSet<>();
    private boolean formsStay = true;

    private boolean scripts;

    private boolean framable;

    /** @param mediaUrl the base of the addresses of pictures and videos, which may be another host */
    PagePolicy(String mediaUrl) {
        media.add(origin(URI.create(mediaUrl)));
    }

    /** Lets this page show pictures of another host. */
    void allowImages(URI source) {
        images.add(origin(source));
    }

    /** Lets other sites put a frame around this page, and the page run scripts of ours; it can do nothing else. */
    void allowFrames() {
        framable = true;
    }

    /** Lets the forms of this page end anywhere: browsers hold every redirect behind a form to the rule, those of other sites too. */
    void allowFormsToLeave() {
        formsStay = false;
    }

    /** Lets this page run scripts of ours, and lets those send to us. */
    void allowScripts() {
        scripts = true;
    }

    /** Adds them; what an answer has decided for itself stays. */
    Response apply(Response response) {
        Response kept = response.with("Referrer-Policy", "no-referrer").with("X-Content-Type-Options", "nosniff");
        Response framed = framable ? kept : kept.with("X-Frame-Options", "DENY");
        return unless(unless(framed, "Content-Security-Policy", policy()), "Cache-Control", "no-store");
    }

    private static Response unless(Response response, String name, String value) {
        return response.headers().has(name) ? response : response.with(name, value);
    }

    private String policy() {
        Set<String> pictures = new LinkedHashSet<>(media);
        pictures.addAll(images);
        return "default-src 'none'; style-src 'self'; img-src " + String.join(" ", pictures) + "; media-src "
                + String.join(" ", media) + "; base-uri 'none'; " + (scripts ? "connect-src 'self'; " : "")
                + (framable ? FRAMED : unframed());
    }

    private String unframed() {
        return (scripts ? "script-src 'self'; " : "") + (formsStay ? "form-action 'self'; " : "")
                + "frame-ancestors 'none'";
    }

    /** Scheme, host and port as a source of the policy; for a scheme without hosts the scheme alone. */
    private static String origin(URI uri) {
        if (uri.getHost() == null) {
            return uri.getScheme() + ":";
        }
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + port;
    }
}
