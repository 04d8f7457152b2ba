package bobbin.insight;

import bobbin.base.Setting;
import java.util.List;

/**
 * What an operator may decide about counting.
 *
 * @param countsOwn whether authors' views of their own posts count (15 §15.11)
 * @param minFollowers how many followers a profile must have so that they are described (11 §11.2)
 */
public record InsightSettings(boolean countsOwn, int minFollowers) {
    static final Setting<Boolean> COUNTS_OWN = Setting.of(
            "views.count_own",
            Boolean.class,
            false,
            "Whether it counts as a view that people look at their own posts.");
    static final Setting<Integer> MIN_FOLLOWERS = Setting.of(
            "insights.demographics_min_followers",
            Integer.class,
            100,
            "How many followers a profile must have so that insights tell their age, gender, country and city.");

    public static final List<Setting<?>> ALL = List.of(COUNTS_OWN, MIN_FOLLOWERS);

    public InsightSettings {
        if (minFollowers < 0) {
            throw new IllegalArgumentException(MIN_FOLLOWERS.key() + " is 0 or more, not " + minFollowers);
        }
    }

    public static InsightSettings from(Setting.Values values) {
        return new InsightSettings(values.get(COUNTS_OWN), values.get(MIN_FOLLOWERS));
    }
}
