package bobbin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.TestClock;
import bobbin.base.Id;
import bobbin.base.Refusal;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** 13 §13.1, 05 §3 */
class TurnstileTest {
    private final TestClock time = new TestClock();

    @Test
    void letsThroughSoManyInSoLong() {
        Turnstile<String> turnstile = new Turnstile<>(2, Duration.ofHours(1), time);
        assertThat(turnstile.pass("a")).isEmpty();
        time.pass(Duration.ofMinutes(30));
        assertThat(turnstile.pass("a")).isEmpty();

        assertThat(turnstile.pass("a")).contains(Duration.ofMinutes(30));
        assertThat(turnstile.pass("b")).isEmpty();
        time.pass(Duration.ofMinutes(30));
        assertThat(turnstile.pass("a")).isEmpty();
        assertThat(turnstile.pass("a")).contains(Duration.ofMinutes(30));
        time.pass(Duration.ofDays(3));
        assertThat(turnstile.pass("a")).isEmpty();
    }

    @Test
    void letsNobodyThroughWhereNothingIsAllowed() {
        assertThat(new Turnstile<String>(0, Duration.ofHours(1), time).pass("a"))
                .isPresent();
    }

    @Test
    void countsAppsAndAddressesApart() {
        EmbedLimits limits = new EmbedLimits(
                LimitSettings.from(new Chosen("limits.oembed_anonymous", 1, "limits.oembed_app.total", 2)), time);
        limits.spend("192.0.2.1");
        limits.spend(new Id(1));
        limits.spend(new Id(1));

        assertThatThrownBy(() -> limits.spend("192.0.2.1")).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(613);
            assertThat(refusal.problem().subcode()).hasValue(4279002);
            assertThat(refusal.retryAfter()).contains(Duration.ofHours(1));
        });
        assertThatThrownBy(() -> limits.spend(new Id(1))).isInstanceOf(Refusal.class);
        assertThatCode(() -> limits.spend("192.0.2.2")).doesNotThrowAnyException();
    }

    @Test
    void takesANetworkOfIpv6ForOneAddress() {
        EmbedLimits limits = new EmbedLimits(LimitSettings.from(new Chosen("limits.oembed_anonymous", 1)), time);
        limits.spend("2001:db8:1:2::1");

        assertThatThrownBy(() -> limits.spend("2001:db8:1:2:ffff::9")).isInstanceOf(Refusal.class);
        assertThatCode(() -> limits.spend("2001:db8:1:3::1")).doesNotThrowAnyException();
    }

    @Test
    void refusesNobodyWhereThereAreNoLimits() {
        EmbedLimits limits = new EmbedLimits(
                LimitSettings.from(
                        new Chosen("limits.profile", LimitSettings.Profile.OFF, "limits.oembed_anonymous", 0)),
                time);

        assertThatCode(() -> limits.spend("192.0.2.1")).doesNotThrowAnyException();
    }
}
