package bobbin.app;

import bobbin.base.Setting;
import bobbin.base.Texts;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What an operator may decide about apps.
 *
 * @param mostPerAccount how many apps a person may make; 0 leaves it to the operator
 * @param mostThreadsTesters how many Threads testers an app may have; 0 is no limit (02 §6)
 * @param standardProfiles user names, in lower case, that every app may look up (02 §7)
 * @param standardPlace what every app may search places for; empty for everything (02 §7)
 * @param appScopedIds whether each app knows a person by another id (01 §6)
 * @param httpLoopback whether an address of an app may be {@code http} on the developer's own machine (02 §2)
 */
public record AppSettings(
        App.Mode defaultMode,
        Access defaultAccess,
        int mostPerAccount,
        int mostThreadsTesters,
        List<String> standardProfiles,
        String standardPlace,
        boolean appScopedIds,
        boolean httpLoopback) {

    static final Setting<App.Mode> DEFAULT_MODE =
            Setting.of("apps.default_mode", App.Mode.class, App.Mode.LIVE, "Mode of new apps: live or development.");
    static final Setting<Access> DEFAULT_ACCESS = Setting.of(
            "apps.default_access",
            Access.class,
            Access.ADVANCED,
            "Access level of the permissions of new apps: advanced, or standard (the operator reviews each request).");
    static final Setting<Integer> MOST_PER_ACCOUNT = Setting.of(
            "apps.most_per_account",
            Integer.class,
            25,
            "How many apps a person may make on the pages; 0: only the operator makes apps.");
    static final Setting<Integer> MOST_THREADS_TESTERS = Setting.of(
            "apps.most_threads_testers", Integer.class, 0, "How many Threads testers an app may have; 0: no limit.");
    static final Setting<Texts> STANDARD_PROFILES = Setting.of(
            "apps.standard_access.profiles",
            Texts.class,
            Texts.NONE,
            "User names, joined by commas, that apps with standard access may look up and embed.");
    static final Setting<String> STANDARD_PLACE = Setting.of(
            "apps.standard_access.place",
            String.class,
            "Menlo Park",
            "The only words for which apps with standard access search places, whatever they ask; empty: whatever they ask.");
    static final Setting<Boolean> APP_SCOPED = Setting.of(
            "ids.app_scoped",
            Boolean.class,
            true,
            "Whether each app knows a person by another id; if not, all apps see the same one.");
    /** {@code bobbin dev} presumes true. */
    public static final Setting<Boolean> HTTP_LOOPBACK = Setting.of(
            "oauth.redirect.allow_http_loopback",
            Boolean.class,
            false,
            "Whether addresses of apps may be http://localhost, http://127.0.0.1 or http://[::1], with any port.");

    public static final List<Setting<?>> ALL = List.of(
            DEFAULT_MODE,
            DEFAULT_ACCESS,
            MOST_PER_ACCOUNT,
            MOST_THREADS_TESTERS,
            STANDARD_PROFILES,
            STANDARD_PLACE,
            APP_SCOPED,
            HTTP_LOOPBACK);

    public AppSettings {
        atLeastNothing(MOST_PER_ACCOUNT, mostPerAccount);
        atLeastNothing(MOST_THREADS_TESTERS, mostThreadsTesters);
        standardPlace = standardPlace.strip();
        standardProfiles =
                standardProfiles.stream().map(AppSettings::plainName).collect(Collectors.toUnmodifiableList());
    }

    public static AppSettings from(Setting.Values values) {
        return new AppSettings(
                values.get(DEFAULT_MODE),
                values.get(DEFAULT_ACCESS),
                values.get(MOST_PER_ACCOUNT),
                values.get(MOST_THREADS_TESTERS),
                values.get(STANDARD_PROFILES).values(),
                values.get(STANDARD_PLACE),
                values.get(APP_SCOPED),
                values.get(HTTP_LOOPBACK));
    }

    /** A user name as it is compared: without {@code @}, in lower case. */
    static String plainName(String typed) {
        String name = typed.strip().toLowerCase(Locale.ROOT);
        return name.startsWith("@") ? name.substring(1) : name;
    }

    private static void atLeastNothing(Setting<Integer> setting, int value) {
        if (value < 0) {
            throw new IllegalArgumentException("%s is 0 or more, not %d".formatted(setting.key(), value));
        }
    }
}
