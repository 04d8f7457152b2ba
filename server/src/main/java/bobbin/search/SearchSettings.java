package bobbin.search;

import bobbin.base.Setting;
import bobbin.base.Texts;
import java.util.List;

/**
 * What an operator may decide about finding posts and people.
 *
 * @param sensitive words and phrases for which nothing is found (08 §8.1)
 * @param minFollowers how many followers a profile must have to be looked up (08 §8.3)
 */
public record SearchSettings(List<List<String>> sensitive, int minFollowers) {
    static final Setting<Texts> SENSITIVE = Setting.of(
            "search.sensitive_words",
            Texts.class,
            Texts.NONE,
            "Words and phrases, joined by commas; a search for any of them finds nothing.");
    static final Setting<Integer> MIN_FOLLOWERS = Setting.of(
                    "discovery.min_followers",
                    Integer.class,
                    0,
                    "How many followers a profile must have so that apps can look it up and read its posts by name.")
            .underMeta(100);

    public static final List<Setting<?>> ALL = List.of(SENSITIVE, MIN_FOLLOWERS);

    public SearchSettings {
        sensitive = List.copyOf(sensitive);
        if (minFollowers < 0) {
            throw new IllegalArgumentException(MIN_FOLLOWERS.key() + " is 0 or more, not " + minFollowers);
        }
    }

    public static SearchSettings from(Setting.Values values) {
        return new SearchSettings(
                values.get(SENSITIVE).values().stream()
                        .map(Words::of)
                        .filter(words -> !words.isEmpty())
                        .toList(),
                values.get(MIN_FOLLOWERS));
    }
}
