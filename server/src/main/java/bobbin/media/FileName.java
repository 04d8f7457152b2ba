package bobbin.media;

import bobbin.base.Id;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a kept file. Nobody can guess it, it never means another file, and it says nothing about the owner but the slot.
 *
 * @param key three hexadecimal digits of the slot, then 22 random characters
 * @param rest what follows: the ending of the file, or that of its thumbnail
 */
record FileName(String key, String rest) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{3}[A-Za-z0-9_-]{22})(\\.(?:jpg|png|mp4|mov)|-thumb\\.jpg)");
    private static final int RANDOM_BYTES = 16;
    private static final String THUMBNAIL = "-thumb.jpg";

    static String newKey(Id owner, SecureRandom random) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return "%03x%s"
                .formatted(owner.slot(), Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static FileName of(String key, FileType type) {
        return new FileName(key, "." + type.ending());
    }

    static FileName ofThumbnail(String key) {
        return new FileName(key, THUMBNAIL);
    }

    static Optional<FileName> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new FileName(form.group(1), form.group(2))) : Optional.empty();
    }

    /** Where it is served, on the media host. */
    String path() {
        return "/media/" + this;
    }

    int slot() {
        return Integer.parseInt(key.substring(0, 3), 16);
    }

    boolean isThumbnail() {
        return rest.equals(THUMBNAIL);
    }

    @Override
    public String toString() {
        return key + rest;
    }
}
