package bobbin.media;

import bobbin.fetch.WebUrl;
import java.net.URI;

/**
 * Where an image or a video is to be fetched.
 *
 * @param text as the caller sent it
 */
public record MediaSource(Media.Kind kind, String text, URI url) {
    /** Reads an address; refuses what is none of the web (04 §7.4). */
    public static MediaSource of(Media.Kind kind, String text) {
        return WebUrl.parse(text)
                .map(url -> new MediaSource(kind, text, url))
                .orElseThrow(() -> MediaProblems.NOT_A_URI.refuse(kind.parameter()));
    }
}
