package bobbin.oauth;

import bobbin.base.Setting;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * How long codes, tokens and grants live, and how the window and the token endpoints speak (03, 02 §8.3, 06 §11).
 *
 * @param userIdAsString whether the exchange answers {@code user_id} in quotes (01 §6)
 * @param zone in which error texts tell times
 */
public record OauthSettings(
        Duration codeTtl,
        Duration shortTtl,
        Duration longTtl,
        Duration grantTtl,
        TooEarly refreshTooEarly,
        Duration refreshMinAge,
        boolean privateProfileRefresh,
        ErrorShape errorShape,
        boolean userIdAsString,
        boolean htmlErrors,
        boolean autoApproveExistingGrant,
        UnknownScope unknownAppScope,
        ZoneId zone) {

    /** What becomes of the refresh of a token that is too young (03 §4). */
    public enum TooEarly {
        /** The same token with the seconds that it has left. */
        NOOP,
        ERROR,
        /** As if it were old enough. */
        EXTEND
    }

    /** The shape of errors at the token endpoints (03 §2.3). */
    public enum ErrorShape {
        /** Flat for a code that does not match, the envelope elsewhere. */
        META,
        FLAT,
        /** One object with the members of both. */
        HYBRID
    }

    /** What becomes of a scope that exists but that the app does not request in its settings (03 §1.5). */
    public enum UnknownScope {
        IGNORE,
        ERROR
    }

    static final Setting<Duration> CODE_TTL = Setting.of(
            "tokens.code_ttl", Duration.class, Duration.ofHours(1), "How long an authorization code can be exchanged.");
    static final Setting<Duration> SHORT_TTL = Setting.of(
            "tokens.short_ttl", Duration.class, Duration.ofHours(1), "How long a short-lived token is valid.");
    static final Setting<Duration> LONG_TTL =
            Setting.of("tokens.long_ttl", Duration.class, Duration.ofDays(60), "How long a long-lived token is valid.");
    static final Setting<Duration> GRANT_TTL = Setting.of(
            "grants.ttl",
            Duration.class,
            Duration.ofDays(90),
            "How long what a person grants to an app lasts; each refresh of a token counts it anew.");
    static final Setting<TooEarly> REFRESH_TOO_EARLY = Setting.of(
            "tokens.refresh_too_early",
            TooEarly.class,
            TooEarly.NOOP,
            "What the refresh of a too young token does: NOOP answers it unchanged, ERROR refuses, EXTEND refreshes.");
    static final Setting<Duration> REFRESH_MIN_AGE = Setting.of(
            "tokens.refresh_min_age",
            Duration.class,
            Duration.ofHours(24),
            "How old a long-lived token must be to be refreshed.");
    static final Setting<Boolean> PRIVATE_PROFILE_REFRESH = Setting.of(
            "grants.private_profile_refresh",
            Boolean.class,
            true,
            "Whether tokens and grants of private profiles can be refreshed.");
    static final Setting<ErrorShape> ERROR_SHAPE = Setting.of(
            "oauth.error_shape",
            ErrorShape.class,
            ErrorShape.META,
            "Errors of the token endpoints: META is flat for a wrong code and the envelope elsewhere, FLAT, or HYBRID for both.");
    static final Setting<Boolean> USER_ID_AS_STRING = Setting.of(
            "oauth.user_id_as_string",
            Boolean.class,
            false,
            "Whether the code exchange answers user_id as a string instead of a number.");
    static final Setting<Boolean> HTML_ERRORS = Setting.of(
            "oauth.html_errors",
            Boolean.class,
            false,
            "Whether a browser sees errors of the authorization window inside a readable page instead of plain JSON.");
    static final Setting<Boolean> AUTO_APPROVE = Setting.of(
            "oauth.auto_approve_existing_grant",
            Boolean.class,
            false,
            "Whether the authorization window is skipped when everything asked for has been granted before.");
    static final Setting<UnknownScope> UNKNOWN_APP_SCOPE = Setting.of(
            "oauth.unknown_app_scope",
            UnknownScope.class,
            UnknownScope.IGNORE,
            "What becomes of a scope in the authorization window that the app does not list: IGNORE it, or ERROR.");
    static final Setting<ZoneId> ZONE = Setting.of(
            "errors.time_zone",
            ZoneId.class,
            ZoneId.of("America/Los_Angeles"),
            "The zone in which error texts tell times.");

    public static final List<Setting<?>> ALL = List.of(
            CODE_TTL,
            SHORT_TTL,
            LONG_TTL,
            GRANT_TTL,
            REFRESH_TOO_EARLY,
            REFRESH_MIN_AGE,
            PRIVATE_PROFILE_REFRESH,
            ERROR_SHAPE,
            USER_ID_AS_STRING,
            HTML_ERRORS,
            AUTO_APPROVE,
            UNKNOWN_APP_SCOPE,
            ZONE);

    public OauthSettings {
        requirePositive(CODE_TTL, codeTtl);
        requirePositive(SHORT_TTL, shortTtl);
        requirePositive(LONG_TTL, longTtl);
        requirePositive(GRANT_TTL, grantTtl);
        if (refreshMinAge.isNegative()) {
            throw new IllegalArgumentException(REFRESH_MIN_AGE.key() + " is PT0S or longer, not " + refreshMinAge);
        }
    }

    public static OauthSettings from(Setting.Values values) {
        return new OauthSettings(
                values.get(CODE_TTL),
                values.get(SHORT_TTL),
                values.get(LONG_TTL),
                values.get(GRANT_TTL),
                values.get(REFRESH_TOO_EARLY),
                values.get(REFRESH_MIN_AGE),
                values.get(PRIVATE_PROFILE_REFRESH),
                values.get(ERROR_SHAPE),
                values.get(USER_ID_AS_STRING),
                values.get(HTML_ERRORS),
                values.get(AUTO_APPROVE),
                values.get(UNKNOWN_APP_SCOPE),
                values.get(ZONE));
    }

    private static void requirePositive(Setting<Duration> setting, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException(setting.key() + " is longer than PT0S, not " + value);
        }
    }
}
