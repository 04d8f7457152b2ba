package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses an app may name (02 §2). */
class WebAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://client.example/cb",
                "https://client.example",
                "https://client.example/",
                "https://client.example:8443/cb?tenant=7&x=%7B",
                "HTTPS://Client.example/Cb",
                "https://localhost:3000/callback",
                "https://xn--bcher-kva.example/cb",
                "https://[2001:db8::1]/cb"
            })
    void takesHttpsAndKeepsItAsItIs(String typed) {
        assertThat(RedirectUri.enter(typed, false)).hasToString(typed);
        assertThat(CallbackUrl.enter(typed, false)).hasToString(typed);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:3000/callback",
                "http://LOCALHOST/callback",
                "http://127.0.0.1:3000/callback",
                "http://[::1]:3000/callback"
            })
    void takesPlainHttpOnTheOwnMachineOnlyIfTheOperatorSaysSo(String typed) {
        assertThat(RedirectUri.enter(typed, true)).hasToString(typed);
        assertThatThrownBy(() -> RedirectUri.enter(typed, false)).hasMessageContaining("must begin with https://");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://client.example/cb",
                "http://localhost.client.example/cb",
                "http://127.0.0.2/cb",
                "http://127.0.0.1.client.example/cb"
            })
    void neverTakesPlainHttpElsewhere(String typed) {
        assertThatThrownBy(() -> RedirectUri.enter(typed, true)).hasMessageContaining("must begin with https://");
    }

    @ParameterizedTest
    @ValueSource(strings = {"myapp://callback", "javascript:alert(1)", "data:text/html,x", "ftp://client.example/cb"})
    void refusesOtherSchemes(String typed) {
        assertThatThrownBy(() -> RedirectUri.enter(typed, true)).hasMessageContaining("only https:// works here");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://client.example/cb#", "https://client.example/cb#part"})
    void refusesAFragment(String typed) {
        assertThatThrownBy(() -> RedirectUri.enter(typed, true)).hasMessageContaining("must not have a fragment");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ann@client.example/cb",
                "https://ann:pass@client.example/cb",
                "https://@client.example/cb"
            })
    void refusesAUserName(String typed) {
        assertThatThrownBy(() -> RedirectUri.enter(typed, true)).hasMessageContaining("user name or password");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "client.example/cb",
                "//client.example/cb",
                "https:///cb",
                "https:client.example",
                "https://*.client.example/cb",
                "https://client.example/a b",
                " https://client.example/cb",
                "https://client.example/cb\n",
                "https://bücher.example/cb",
                "https://client.example/{x}"
            })
    void refusesWhatIsNoCompleteAddress(String typed) {
        assertThatThrownBy(() -> RedirectUri.enter(typed, true)).hasMessageContaining("is no complete web address");
    }

    @Test
    void refusesWhatIsTooLong() {
        String start = "https://client.example/";
        String longest = start + "a".repeat(WebAddress.LONGEST - start.length());

        assertThatCode(() -> RedirectUri.enter(longest, false)).doesNotThrowAnyException();
        assertThatThrownBy(() -> RedirectUri.enter(longest + "a", false)).hasMessageContaining("at most 2048");
    }

    @Test
    void tellsAnInsecureAddressOfARequestFromOneThatIsJustUnknown() {
        AppSettings strict = AppSettings.from(Setting::standard);

        assertThat(RedirectUri.isInsecure("http://client.example/cb", strict)).isTrue();
        assertThat(RedirectUri.isInsecure("http://localhost/cb", strict)).isTrue();
        assertThat(RedirectUri.isInsecure("https://client.example/cb", strict)).isFalse();
        assertThat(RedirectUri.isInsecure("no address", strict)).isFalse();
        assertThat(WebAddress.isInsecure("http://localhost/cb", true)).isFalse();
    }
}
