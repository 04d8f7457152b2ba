package bobbin.graph;

import bobbin.base.Fidelity;
import bobbin.base.Setting;
import java.time.ZoneId;
import java.util.List;

/**
 * How the API answers.
 *
 * @param fidelity whether statuses are those observed live or sane ones (00 decision 1)
 * @param anyVersion whether a version prefix other than {@code v1.0} is taken for it (01 §2)
 * @param links whether lists carry {@code paging.next} and {@code paging.previous} (07 §7.1.1)
 * @param zone in which {@code since}, {@code until} and days without a zone are read (07 §7.1.2)
 * @param tokenStatus HTTP status of token errors (06 §2); the following three likewise
 * @param alwaysSaysWhetherItPasses whether every error has {@code is_transient} (06 §11)
 */
public record GraphSettings(
        Fidelity fidelity,
        boolean anyVersion,
        boolean links,
        ZoneId zone,
        int tokenStatus,
        int validationStatus,
        int permissionStatus,
        int rateLimitStatus,
        boolean alwaysSaysWhetherItPasses) {

    static final Setting<Boolean> ANY_VERSION = Setting.of(
            "api.accept_any_version",
            Boolean.class,
            true,
            "Whether a version prefix other than /v1.0 is taken for it; otherwise it is an unknown path.");
    static final Setting<Boolean> LINKS = Setting.of(
            "paging.links", Boolean.class, true, "Whether lists carry the links paging.next and paging.previous.");
    static final Setting<ZoneId> ZONE = Setting.of(
            "platform.timezone",
            ZoneId.class,
            ZoneId.of("America/Los_Angeles"),
            "The zone of dates without a zone in since and until, and of insight days.");
    static final Setting<Integer> TOKEN_STATUS =
            Setting.of("errors.http.token", Integer.class, 400, "HTTP status of token errors, 400 or 401.");
    static final Setting<Integer> VALIDATION_STATUS = Setting.of(
            "errors.http.validation", Integer.class, 400, "HTTP status of parameter and field errors, 400 or 500.");
    static final Setting<Integer> PERMISSION_STATUS = Setting.of(
                    "errors.http.permission",
                    Integer.class,
                    403,
                    "HTTP status of a missing permission (plain code 10); live it is 500.")
            .underMeta(500);
    static final Setting<Integer> RATE_LIMIT_STATUS = Setting.of(
            "errors.http.rate_limit", Integer.class, 400, "HTTP status of limit errors: 400 (observed), 403 or 429.");
    static final Setting<Boolean> ALWAYS_TRANSIENT = Setting.of(
            "errors.include_is_transient_always",
            Boolean.class,
            false,
            "Whether every error says is_transient, not only those where the original is known to.");

    public static final List<Setting<?>> ALL = List.of(
            Fidelity.SETTING,
            ANY_VERSION,
            LINKS,
            ZONE,
            TOKEN_STATUS,
            VALIDATION_STATUS,
            PERMISSION_STATUS,
            RATE_LIMIT_STATUS,
            ALWAYS_TRANSIENT);

    public static GraphSettings from(Setting.Values values) {
        return new GraphSettings(
                values.get(Fidelity.SETTING),
                values.get(ANY_VERSION),
                values.get(LINKS),
                values.get(ZONE),
                values.get(TOKEN_STATUS),
                values.get(VALIDATION_STATUS),
                values.get(PERMISSION_STATUS),
                values.get(RATE_LIMIT_STATUS),
                values.get(ALWAYS_TRANSIENT));
    }
}
