package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a username may be (09 §9.2). */
class UsernameTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "ann", "mara.builds", "_", "a_b.c9", "012345678901234567890123456789"})
    void takesLettersDigitsDotsAndUnderscores(String name) {
        assertThat(new Username(name).text()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                ".ann",
                "ann.",
                "an..n",
                "an n",
                "änn",
                "ann-b",
                "a@b",
                "0123456789012345678901234567890"
            })
    void refusesEverythingElse(String name) {
        assertThatThrownBy(() -> new Username(name)).isInstanceOf(Refusal.class);
        assertThat(Username.parse(name)).isEmpty();
    }

    @Test
    void takesCapitalLettersForSmallOnes() {
        assertThat(new Username(" Mara.Builds ")).isEqualTo(new Username("mara.builds"));
        assertThat(Username.parse("@Ann")).contains(new Username("ann"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "login",
                "Settings",
                "embed.js",
                "v1.0",
                "v22.0",
                "seen",
                "preview",
                "samples",
                "me",
                "t",
                "post",
                "oauth",
                "search",
                "api",
                "intent"
            })
    void keepsTheFirstWordsOfAddressesForItself(String word) {
        assertThat(new Username(word).isReserved()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "threads", "settings2"})
    void leavesOtherWordsFree(String word) {
        assertThat(new Username(word).isReserved()).isFalse();
    }
}
