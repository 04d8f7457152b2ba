package bobbin.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Setting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is asked for the addresses of names. */
class ResolverTest {
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "127.1.2.3", "::1"})
    void knowsThisMachine(String name) throws UnknownHostException {
        assertThat(Resolver.LOOPBACK.resolve(name)).isNotEmpty().allMatch(InetAddress::isLoopbackAddress);
    }

    @ParameterizedTest
    @ValueSource(strings = {"example.org", "localhost.example.org", "93.184.216.34", "10.0.0.1", "0.0.0.0", "::", ""})
    void knowsNobodyElseIfToldSo(String name) {
        assertThatThrownBy(() -> Resolver.LOOPBACK.resolve(name)).isInstanceOf(UnknownHostException.class);
    }

    @Test
    void asksTheMachineUnlessToldOtherwise() {
        assertThat(FetchSettings.from(Setting::standard).resolver()).isSameAs(Resolver.SYSTEM);
    }

    /** The JVM of the tests: a text that names somebody must not lead there. It keeps answers, so the name is one that no other test asks for. */
    @Test
    void asksNoStrangerInTests() {
        assertThatThrownBy(() -> Resolver.SYSTEM.resolve("stranger.example.org"))
                .isInstanceOf(UnknownHostException.class)
                .hasMessageContaining("tests ask no other");
    }
}
