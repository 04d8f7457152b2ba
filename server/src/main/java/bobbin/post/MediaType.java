package bobbin.post;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a post is made of (04 §2, §9). */
public enum MediaType {
    TEXT("TEXT_POST"),
    IMAGE("IMAGE"),
    VIDEO("VIDEO"),
    /** Two to twenty images and videos (04 §10). */
    CAROUSEL("CAROUSEL_ALBUM"),
    /** Another post shown again. Made by reposting, never by a container. */
    REPOST("REPOST_FACADE");

    /** What a container can be made of. */
    private static final List<MediaType> WRITABLE = List.of(TEXT, IMAGE, VIDEO, CAROUSEL);

    /** What a call that names no type must mean, by the parameters it has instead; the first that fits. */
    private static final List<Map.Entry<String, String>> INFERENCE = List.of(
            Map.entry("children", "CAROUSEL"), Map.entry("video_url", "VIDEO"), Map.entry("image_url", "IMAGE"));

    private final String shown;

    MediaType(String shown) {
        this.shown = shown;
    }

    /** The word on read, which is not the word on write. */
    public String shown() {
        return shown;
    }

    /**
     * Reads the parameter, in any letter case; without it, looks at the names of the others that were sent.
     *
     * @param sent whether the call has a parameter of this name
     */
    static MediaType of(Optional<String> parameter, Predicate<String> sent) {
        String word = parameter
                .map(String::strip)
                .or(() -> inferred(sent))
                .orElseThrow(() -> PostProblems.REQUIRED.refuse("media_type"));
        return WRITABLE.stream()
                .filter(type -> type.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> PostProblems.NO_CHOICE.refuse("media_type", choices(), word));
    }

    private static Optional<String> inferred(Predicate<String> sent) {
        return INFERENCE.stream()
                .filter(entry -> sent.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private static String choices() {
        return WRITABLE.stream().map(Enum::name).collect(Collectors.joining(", "));
    }
}
