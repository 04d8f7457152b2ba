package bobbin.limit;

import bobbin.base.Setting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How much people and apps may do (05 §6).
 *
 * @param quotas per limit
 * @param repostsCount whether a repost counts as a post (05 §2)
 */
public record LimitSettings(
        Profile profile, Map<Limit, Quota> quotas, boolean repostsCount, Calls calls, Hourly hourly, Embeds embeds) {

    /** Which of the limits hold. */
    public enum Profile {
        /** Those of the original. */
        META,
        /** Calls per hour, and more posts a day: for those who build against a guide that says so. */
        HOURLY,
        /** None; but everything is counted. */
        OFF
    }

    /** So many in so long; a moving window. */
    public record Quota(int total, Duration span) {}

    /**
     * The call budget of 24 hours (05 §4). Times are in milliseconds.
     *
     * @param perImpression calls for each view of the person's posts within a day
     * @param minImpressions views that everybody is given
     * @param timeEnabled whether the two budgets of time are enforced
     */
    public record Calls(
            int perImpression,
            int minImpressions,
            boolean timeEnabled,
            long cpuTimePerImpression,
            long timePerImpression) {}

    /** What holds under {@link Profile#HOURLY} only. */
    public record Hourly(int perUser, int perApp, int postsPerDay) {}

    /**
     * How often posts may be asked for to be embedded (13 §13.1).
     *
     * @param app with a token of an app
     * @param anonymous in an hour from one address, without a token
     */
    public record Embeds(Quota app, int anonymous) {}

    static final Setting<Profile> PROFILE = Setting.of(
            "limits.profile",
            Profile.class,
            Profile.META,
            "Which limits hold: meta (as in the original), hourly (calls per hour), or off (everything is counted, nothing refused).");
    static final Setting<Boolean> REPOSTS_COUNT =
            Setting.of("limits.repost_counts", Boolean.class, false, "Whether a repost counts as a post.");
    static final Setting<Integer> PER_IMPRESSION = Setting.of(
            "limits.calls.per_impression",
            Integer.class,
            4800,
            "How many calls an app may make for a person in 24 hours, for each view of that person's posts within a day.");
    static final Setting<Integer> MIN_IMPRESSIONS = Setting.of(
            "limits.calls.min_impressions",
            Integer.class,
            10,
            "How many views a day everybody is taken to have at least.");
    static final Setting<Boolean> TIME_ENABLED = Setting.of(
            "limits.calls.cpu.enabled",
            Boolean.class,
            false,
            "Whether the budgets of computing time are enforced; they are measured in any case.");
    static final Setting<Long> CPU_TIME_PER_IMPRESSION = Setting.of(
            "limits.calls.cpu.cputime_per_impression",
            Long.class,
            720_000L,
            "Milliseconds of computing that an app may use for a person in 24 hours, for each view.");
    static final Setting<Long> TIME_PER_IMPRESSION = Setting.of(
            "limits.calls.cpu.time_per_impression",
            Long.class,
            2_880_000L,
            "Milliseconds that the calls of an app for a person may take in 24 hours, for each view.");
    static final Setting<Integer> HOURLY_PER_USER = Setting.of(
            "limits.hourly.per_user", Integer.class, 250, "Under the profile hourly: calls for one person in an hour.");
    static final Setting<Integer> HOURLY_PER_APP = Setting.of(
            "limits.hourly.per_app", Integer.class, 1000, "Under the profile hourly: calls of one app in an hour.");
    static final Setting<Integer> HOURLY_POSTS = Setting.of(
            "limits.hourly.posts_per_day",
            Integer.class,
            500,
            "Under the profile hourly: posts of one person in 24 hours.");
    static final Setting<Integer> OEMBED_APP = Setting.of(
            "limits.oembed_app.total",
            Integer.class,
            5_000_000,
            "How many posts an app may ask for to embed them (GET /oembed with a token), 0 or more.");
    static final Setting<Duration> OEMBED_APP_SPAN = Setting.of(
            "limits.oembed_app.duration",
            Duration.class,
            Duration.ofHours(24),
            "In how long they are counted: posts that an app asks for to embed them; a moving window.");
    static final Setting<Integer> OEMBED_ANONYMOUS = Setting.of(
            "limits.oembed_anonymous",
            Integer.class,
            1000,
            "How many posts may be asked for in an hour from one address without a token to embed them, 0 or more.");

    public static final List<Setting<?>> ALL = all();

    public LimitSettings {
        quotas = Map.copyOf(quotas);
        quotas.forEach((limit, quota) -> check(
                quota.total() >= 0 && quota.span().isPositive(),
                limit.total().key() + " is 0 or more, and lasts a while"));
        check(
                calls.perImpression() > 0 && calls.minImpressions() > 0,
                "limits.calls.per_impression and limits.calls.min_impressions are 1 or more");
        check(
                calls.cpuTimePerImpression() > 0 && calls.timePerImpression() > 0,
                "limits.calls.cpu.cputime_per_impression and limits.calls.cpu.time_per_impression are 1 or more");
        check(
                hourly.perUser() >= 0 && hourly.perApp() >= 0 && hourly.postsPerDay() >= 0,
                "limits.hourly.per_user, limits.hourly.per_app and limits.hourly.posts_per_day are 0 or more");
        check(
                embeds.app().total() >= 0 && embeds.app().span().isPositive() && embeds.anonymous() >= 0,
                "limits.oembed_app.total and limits.oembed_anonymous are 0 or more, limits.oembed_app.duration lasts a while");
    }

    public static LimitSettings from(Setting.Values values) {
        Map<Limit, Quota> quotas = new EnumMap<>(Limit.class);
        for (Limit limit : Limit.values()) {
            quotas.put(limit, new Quota(values.get(limit.total()), values.get(limit.span())));
        }
        return new LimitSettings(
                values.get(PROFILE),
                quotas,
                values.get(REPOSTS_COUNT),
                new Calls(
                        values.get(PER_IMPRESSION),
                        values.get(MIN_IMPRESSIONS),
                        values.get(TIME_ENABLED),
                        values.get(CPU_TIME_PER_IMPRESSION),
                        values.get(TIME_PER_IMPRESSION)),
                new Hourly(values.get(HOURLY_PER_USER), values.get(HOURLY_PER_APP), values.get(HOURLY_POSTS)),
                new Embeds(
                        new Quota(values.get(OEMBED_APP), values.get(OEMBED_APP_SPAN)), values.get(OEMBED_ANONYMOUS)));
    }

    /** The quota that holds as long as nobody was given another one. */
    Quota quota(Limit limit) {
        Quota quota = quotas.get(limit);
        if (quota == null) {
            throw new IllegalStateException("No quota for " + limit);
        }
        return profile == Profile.HOURLY && limit == Limit.POSTS
                ? new Quota(hourly.postsPerDay(), Duration.ofHours(24))
                : quota;
    }

    /** The longest of all windows: what is older than that counts nowhere. */
    Duration longest() {
        return Arrays.stream(Limit.values())
                .map(limit -> quota(limit).span())
                .max(Duration::compareTo)
                .orElseThrow();
    }

    private static List<Setting<?>> all() {
        List<Setting<?>> all = new ArrayList<>(List.of(PROFILE));
        for (Limit limit : Limit.values()) {
            all.add(limit.total());
            all.add(limit.span());
        }
        all.addAll(List.of(
                REPOSTS_COUNT,
                PER_IMPRESSION,
                MIN_IMPRESSIONS,
                TIME_ENABLED,
                CPU_TIME_PER_IMPRESSION,
                TIME_PER_IMPRESSION,
                HOURLY_PER_USER,
                HOURLY_PER_APP,
                HOURLY_POSTS,
                OEMBED_APP,
                OEMBED_APP_SPAN,
                OEMBED_ANONYMOUS));
        return List.copyOf(all);
    }

    private static void check(boolean fine, String rule) {
        if (!fine) {
            throw new IllegalArgumentException(rule);
        }
    }
}
