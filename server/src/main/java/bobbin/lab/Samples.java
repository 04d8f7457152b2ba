package bobbin.lab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images, videos and moving pictures to try things with, so that a developer needs neither a network nor files of their own. All are
 * ours and free to use.
 */
public final class Samples {
    /** Where they are on the media host. */
    static final String PATH = "/samples/";

    /** Where its moving pictures are, by the id that GIPHY would know them by. */
    public static final String GIF_TEMPLATE = PATH + "gif/{id}.gif";

    private static final List<String> IMAGES = List.of("landscape.jpg", "portrait.jpg", "square.png");
    private static final String VIDEO = "sample.mp4";
    private static final String BROKEN = "broken.mp4";

    static final List<String> GIFS = List.of("bobbin", "sunrise", "wave");
    private static final Map<String, String> TYPES =
            Map.of("jpg", "image/jpeg", "png", "image/png", "gif", "image/gif", "mp4", "video/mp4");

    private Samples() {}

    /**
     * A file.
     *
     * @param isBroken whether only its first half is there, as of an upload that broke off: nothing can be made of it
     */
    record Sample(String file, boolean isBroken) {
        String mediaType() {
            return TYPES.getOrDefault(file.substring(file.indexOf('.') + 1), "");
        }

        byte[] bytes() {
            byte[] whole = read(file);
            return isBroken ? Arrays.copyOf(whole, whole.length / 2) : whole;
        }
    }

    /** The addresses below that of the media host. */
    static Map<String, Object> addresses(String media) {
        String base = media + PATH;
        Map<String, Object> addresses = new LinkedHashMap<>();
        addresses.put("image_url", base + IMAGES.getFirst());
        addresses.put("video_url", base + VIDEO);
        addresses.put("broken_video_url", base + BROKEN);
        addresses.put("image_urls", IMAGES.stream().map(base::concat).toList());
        addresses.put("gif_ids", GIFS);
        return addresses;
    }

    static Optional<Sample> find(String name) {
        if (name.equals(BROKEN)) {
            return Optional.of(new Sample(VIDEO, true));
        }
        return name.equals(VIDEO) || IMAGES.contains(name) ? Optional.of(new Sample(name, false)) : Optional.empty();
    }

    /** The moving picture with this id; for any other id one of ours, always the same, so that every post shows one. */
    static Sample gif(String id) {
        String ours = GIFS.contains(id) ? id : GIFS.get(Math.floorMod(id.hashCode(), GIFS.size()));
        return new Sample(ours + ".gif", false);
    }

    private static byte[] read(String name) {
        try (InputStream file = Samples.class.getResourceAsStream("/bobbin/lab/" + name)) {
            if (file == null) {
                throw new IllegalStateException("The jar has no " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
