package bobbin.post;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A moving picture that a service keeps, named by its id there (04 §5.4). Only its address is ever shown, nothing is fetched. */
public record Gif(Provider provider, String id) implements Attachment {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    /** Services that keep such pictures. TENOR ended on 31 March 2026; it is taken where the operator says so. */
    public enum Provider {
        GIPHY,
        TENOR
    }

    /** What was sent: nothing is checked yet. */
    record Sent(Optional<String> id, Optional<String> provider) {}

    static Gif of(Sent sent, PostSettings settings) {
        Provider provider =
                sent.provider().map(word -> provider(word, settings)).orElse(Provider.GIPHY);
        String id =
                sent.id().map(String::strip).orElseThrow(() -> PostProblems.REQUIRED.refuse("gif_attachment[gif_id]"));
        if (!ID.matcher(id).matches()) {
            throw PostProblems.GIF_ID_UNSUPPORTED.refuse();
        }
        return new Gif(provider, id);
    }

    private static Provider provider(String word, PostSettings settings) {
        List<Provider> taken = settings.gifs().tenor() ? List.of(Provider.values()) : List.of(Provider.GIPHY);
        return taken.stream()
                .filter(each -> each.name().equalsIgnoreCase(word.strip()))
                .findFirst()
                .orElseThrow(() -> PostProblems.NO_CHOICE.refuse(
                        "gif_attachment[provider]",
                        taken.stream().map(Provider::name).collect(Collectors.joining(", ")),
                        word));
    }

    /** As one column: {@code GIPHY abc123}. */
    String write() {
        return provider + " " + id;
    }

    static Gif read(String column) {
        int blank = column.indexOf(' ');
        return new Gif(Provider.valueOf(column.substring(0, blank)), column.substring(blank + 1));
    }
}
