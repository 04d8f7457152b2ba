package bobbin.limit;

import bobbin.base.Id;
import bobbin.limit.LimitSettings.Embeds;
import bobbin.limit.LimitSettings.Profile;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;

/**
 * How often posts may be asked for to be embedded (13 §13.1): an app with its token, anybody else by their address. Nothing of this is
 * written down: after a restart everybody begins anew.
 */
public final class EmbedLimits {
    private static final int IPV6_NETWORK = 8;

    private final boolean enforced;
    private final Turnstile<Id> apps;
    private final Turnstile<String> addresses;

    public EmbedLimits(LimitSettings settings, InstantSource time) {
        Embeds embeds = settings.embeds();
        enforced = settings.profile() != Profile.OFF;
        apps = new Turnstile<>(embeds.app().total(), embeds.app().span(), time);
        addresses = new Turnstile<>(embeds.anonymous(), Duration.ofHours(1), time);
    }

    /** Counts a call with a token of this app; refuses if it is one too many. */
    public void spend(Id app) {
        count(apps, app);
    }

    /** Counts a call without a token; refuses if it is one too many from there. */
    public void spend(String address) {
        count(addresses, network(address));
    }

    private <K> void count(Turnstile<K> turnstile, K key) {
        turnstile.pass(key).filter(_ -> enforced).ifPresent(wait -> {
            throw LimitProblems.QUOTA_SPENT.refuse().until(wait);
        });
    }

    /** Of IPv6 the first half, because whoever has one such address has all that begin alike. */
    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(bytes.length, IPV6_NETWORK));
        } catch (IllegalArgumentException _) {
            return address;
        }
    }
}
