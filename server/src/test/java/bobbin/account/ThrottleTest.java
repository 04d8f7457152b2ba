package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Refusal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ThrottleTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Throttle throttle = new Throttle("test", 10, Duration.ofMinutes(15));

    @Test
    void letsTenThroughAndThenOneEvery90Seconds() {
        spend(10);

        assertThatThrownBy(() -> spend(1)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.retryAfter()).contains(Duration.ofSeconds(90));
            assertThat(refusal.problem().userMessage())
                    .contains("Too many tries. Please wait 90 seconds and try again.");
        });
        fixture.time.pass(Duration.ofSeconds(90).minusMillis(1));
        assertThatThrownBy(() -> spend(1)).isInstanceOf(Refusal.class);
        fixture.time.pass(Duration.ofMillis(1));
        spend(1);
        assertThatThrownBy(() -> spend(1)).isInstanceOf(Refusal.class);
    }

    @Test
    void isWholeAgainAfterTheWindow() {
        spend(10);
        fixture.time.pass(Duration.ofMinutes(15));
        spend(10);

        assertThatThrownBy(() -> spend(1)).isInstanceOf(Refusal.class);
    }

    @Test
    void countsEverybodyApart() {
        spend(10);

        fixture.database.change(tx -> throttle.spend(tx, "another"));
        fixture.database.change(tx -> new Throttle("other", 1, Duration.ofMinutes(1)).spend(tx, "somebody"));
    }

    @Test
    void givesBackAndForgets() {
        spend(10);
        fixture.database.change(tx -> throttle.giveBack(tx, "somebody"));
        spend(1);
        assertThatThrownBy(() -> spend(1)).isInstanceOf(Refusal.class);

        fixture.database.change(tx -> throttle.forget(tx, "somebody"));
        spend(10);
    }

    @Test
    void letsExactlyTenThroughAtOnce() throws InterruptedException {
        List<Callable<Integer>> tries = Collections.nCopies(30, () -> {
            spend(1);
            return 1;
        });

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(tries).stream().filter(each -> each.state() == Future.State.SUCCESS))
                    .hasSize(10);
        }
    }

    @Test
    void countsAWholeNetworkOfIpv6AsOne() {
        assertThat(Throttle.network("2001:db8:1:2:3:4:5:6")).isEqualTo(Throttle.network("2001:db8:1:2::1"));
        assertThat(Throttle.network("2001:db8:1:3::1")).isNotEqualTo(Throttle.network("2001:db8:1:2::1"));
        assertThat(Throttle.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    private void spend(int times) {
        for (int i = 0; i < times; i++) {
            fixture.database.change(tx -> throttle.spend(tx, "somebody"));
        }
    }
}
