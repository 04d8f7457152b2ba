package bobbin.fetch;

import bobbin.base.Setting;
import bobbin.base.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Whom we ask, and how (04 §7.3).
 *
 * @param loopbackOnly whether nobody outside this machine is asked, not even for the address of a name
 */
public record FetchSettings(
        boolean allowPrivate,
        Texts allowHosts,
        Texts ports,
        String userAgent,
        Duration connectTimeout,
        boolean loopbackOnly) {
    /** {@code bobbin dev} presumes true. */
    public static final Setting<Boolean> ALLOW_PRIVATE = Setting.of(
            "fetch.allow_private",
            Boolean.class,
            false,
            "Whether addresses inside this machine and its networks may be fetched; for development only.");

    static final Setting<Texts> ALLOW_HOSTS = Setting.of(
            "fetch.allow_hosts",
            Texts.class,
            Texts.NONE,
            "Names (or addresses) that may be fetched although they lead into private networks.");
    static final Setting<Texts> PORTS = Setting.of(
            "fetch.ports",
            Texts.class,
            Texts.of("80", "443", "8080", "8443"),
            "The ports that other servers may be asked on. Names in fetch.allow_hosts may have any.");
    static final Setting<String> USER_AGENT =
            Setting.of("fetch.user_agent", String.class, "Bobbin/1.0", "How we introduce ourselves to other servers.");
    static final Setting<Duration> CONNECT_TIMEOUT = Setting.of(
            "fetch.connect_timeout",
            Duration.class,
            Duration.ofSeconds(5),
            "How long another server may take to accept a connection.");
    static final Setting<Boolean> LOOPBACK_ONLY = Setting.of(
            "fetch.loopback_only",
            Boolean.class,
            false,
            "Whether this machine alone is asked and no other name looked up, for tests whose texts name strangers.");

    public static final List<Setting<?>> ALL =
            List.of(ALLOW_PRIVATE, ALLOW_HOSTS, PORTS, USER_AGENT, CONNECT_TIMEOUT, LOOPBACK_ONLY);

    public FetchSettings {
        ports.values().forEach(FetchSettings::requirePort);
        if (!connectTimeout.isPositive() || connectTimeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException(
                    "fetch.connect_timeout is above zero and at most a minute, not " + connectTimeout);
        }
    }

    public static FetchSettings from(Setting.Values values) {
        return new FetchSettings(
                values.get(ALLOW_PRIVATE),
                values.get(ALLOW_HOSTS),
                values.get(PORTS),
                values.get(USER_AGENT),
                values.get(CONNECT_TIMEOUT),
                values.get(LOOPBACK_ONLY));
    }

    private static void requirePort(String port) {
        if (!port.matches("[1-9][0-9]{0,4}") || Integer.parseInt(port) > 65_535) {
            throw new IllegalArgumentException("fetch.ports has numbers from 1 to 65535, not " + port);
        }
    }

    /** Who knows the addresses of names. */
    public Resolver resolver() {
        return loopbackOnly ? Resolver.LOOPBACK : Resolver.SYSTEM;
    }

    /** Whether a server with this name may be asked on this port. */
    boolean allows(String name, int port) {
        return allows(name) || ports.values().contains(Integer.toString(port));
    }

    /** Whether this name may lead anywhere. */
    boolean allows(String name) {
        return allowPrivate
                || allowHosts.values().stream()
                        .anyMatch(host -> host.toLowerCase(Locale.ROOT).equals(name));
    }
}
