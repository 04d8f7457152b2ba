package bobbin.card;

import java.util.Optional;

/**
 * An image or a video on a card.
 *
 * @param still a picture of a video; of an image, the image itself
 * @param alt what it shows, in words; empty if nobody said so
 * @param width in pixels; 0 if it is not known; so is the height
 */
public record Visual(boolean video, String url, Optional<String> still, String alt, int width, int height) {

    /** For a template: no attribute where the size is not known. */
    public boolean isMeasured() {
        return width > 0 && height > 0;
    }
}
