package bobbin.post;

import bobbin.base.Setting;
import java.util.List;

/**
 * How posts are published.
 *
 * @param countMode how the 500 characters of a text are counted (04 §4.1)
 * @param maxLinks how many different links a post may have (04 §4.2)
 * @param offsetUnit in what the ranges of spoilers are counted (04 §5.3)
 * @param repeat what publishing a container again answers (04 §9)
 * @param share what sharing to Instagram answers (04 §15)
 * @param countryHeader in which the proxy before us says where a caller is (04 §14); empty if none does
 */
public record PostSettings(
        TextLength countMode,
        int maxLinks,
        OffsetUnit offsetUnit,
        Repeat repeat,
        String countryHeader,
        CrossShare.Outcome share) {

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

    static final Setting<CrossShare.Outcome> SHARE = Setting.of(
            "crossreshare.status",
            CrossShare.Outcome.class,
            CrossShare.Outcome.FAILED,
            "What publishing answers to somebody who wants to share to Instagram, which this server cannot do.");

    public static final List<Setting<?>> ALL =
            List.of(COUNT_MODE, MAX_LINKS, OFFSET_UNIT, REPEAT, COUNTRY_HEADER, SHARE);

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
                values.get(SHARE));
    }
}
