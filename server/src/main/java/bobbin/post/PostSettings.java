package bobbin.post;

import bobbin.base.Setting;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How posts are published.
 *
 * @param countMode how the 500 characters of a text are counted (04 §4.1)
 * @param maxLinks how many different links a post may have (04 §4.2)
 * @param offsetUnit in what the ranges of spoilers are counted (04 §5.3)
 * @param repeat what publishing a container again answers (04 §9)
 * @param polls how long a poll takes votes after it was published (04 §5.2)
 * @param gifs where moving pictures are (04 §5.4)
 * @param patience how long publishing waits for images and videos that are not ready (04 §9)
 * @param share what sharing to Instagram answers (04 §15)
 * @param countryHeader in which the proxy before us says where a caller is (04 §14); empty if none does
 */
public record PostSettings(
        TextLength countMode,
        int maxLinks,
        OffsetUnit offsetUnit,
        Repeat repeat,
        String countryHeader,
        Duration polls,
        Gifs gifs,
        Duration patience,
        CrossShare.Outcome share) {

    /**
     * Where moving pictures are.
     *
     * @param giphy the address of one of GIPHY's, with {@code {id}} in it
     * @param tenor whether pictures of TENOR are taken, which ended on 31 March 2026
     */
    public record Gifs(String giphy, boolean tenor, String tenorTemplate) {
        /** Begins with a slash if it is on the media host. */
        public String url(Gif gif) {
            String template = gif.provider() == Gif.Provider.GIPHY ? giphy : tenorTemplate;
            return template.replace("{id}", gif.id());
        }
    }

    /** By how much a text is too long for a post; 0 if it is not. */
    public int excess(String text) {
        return Math.max(0, countMode.of(text) - Content.LONGEST_TEXT);
    }

    /**
     * Where somebody is who calls, as far as the proxy before us says.
     *
     * @param headers of the request, by name
     */
    public Optional<String> country(Function<String, Optional<String>> headers) {
        return Optional.of(countryHeader).filter(name -> !name.isEmpty()).flatMap(headers);
    }

    /** What publishing a container again answers. */
    public enum Repeat {
        /** The id of the post that it became: callers repeat after a time-out. */
        SAME_ID,
        /** That there is no such container. */
        ERROR
    }

    static final Setting<TextLength> COUNT_MODE = Setting.of(
            "text.count_mode",
            TextLength.class,
            TextLength.GRAPHEMES_EMOJI_BYTES,
            "How the 500 characters of a text are counted: visible characters with emoji as UTF-8 bytes, UTF-8 bytes, or code points.");
    static final Setting<Integer> MAX_LINKS = Setting.of(
            "text.max_links", Integer.class, 5, "How many different links a post may have; 0 forbids links.");
    static final Setting<OffsetUnit> OFFSET_UNIT = Setting.of(
            "text.offset_unit",
            OffsetUnit.class,
            OffsetUnit.UTF16,
            "In what the offsets of ranges in a text are counted: UTF-16 units, code points or UTF-8 bytes.");
    static final Setting<Repeat> REPEAT = Setting.of(
            "publish.repeat",
            Repeat.class,
            Repeat.SAME_ID,
            "What publishing a container a second time answers: the id of the post, or an error.");

    static final Setting<String> COUNTRY_HEADER = Setting.of(
            "geo.country_header",
            String.class,
            "",
            "The request header in which the proxy says a caller's country as two letters; only for a proxy that always sets it.");

    static final Setting<Duration> WAIT = Setting.of(
            "publish.wait_for_processing",
            Duration.class,
            Duration.ofSeconds(10),
            "How long publishing waits for images and videos that are not ready; with 0 it refuses them at once.");
    static final Setting<Duration> POLLS = Setting.of(
            "polls.duration",
            Duration.class,
            Duration.ofHours(24),
            "How long a poll takes votes after it was published.");
    public static final Setting<String> GIPHY = Setting.of(
            "gif.url_template.giphy",
            String.class,
            "https://media.giphy.com/media/{id}/giphy.gif",
            "The address of a moving picture of GIPHY; {id} stands for its id. One that begins with a slash is on the media host.");
    static final Setting<Boolean> TENOR_ENABLED = Setting.of(
            "gif.tenor_enabled",
            Boolean.class,
            false,
            "Whether moving pictures of TENOR, which ended in 2026, are taken.");
    static final Setting<String> TENOR = Setting.of(
            "gif.url_template.tenor",
            String.class,
            "https://media.tenor.com/{id}/tenor.gif",
            "The address of a moving picture of TENOR; {id} stands for its id.");

    static final Setting<CrossShare.Outcome> SHARE = Setting.of(
            "crossreshare.status",
            CrossShare.Outcome.class,
            CrossShare.Outcome.FAILED,
            "What publishing answers to somebody who wants to share to Instagram, which this server cannot do.");

    public static final List<Setting<?>> ALL = List.of(
            COUNT_MODE,
            MAX_LINKS,
            OFFSET_UNIT,
            REPEAT,
            COUNTRY_HEADER,
            POLLS,
            GIPHY,
            TENOR_ENABLED,
            TENOR,
            WAIT,
            SHARE);

    public PostSettings {
        if (maxLinks < 0) {
            throw new IllegalArgumentException("text.max_links is 0 or more, not " + maxLinks);
        }
    }

    public static PostSettings from(Setting.Values values) {
        return new PostSettings(
                values.get(COUNT_MODE),
                values.get(MAX_LINKS),
                values.get(OFFSET_UNIT),
                values.get(REPEAT),
                values.get(COUNTRY_HEADER),
                values.get(POLLS),
                new Gifs(values.get(GIPHY), values.get(TENOR_ENABLED), values.get(TENOR)),
                values.get(WAIT),
                values.get(SHARE));
    }
}
