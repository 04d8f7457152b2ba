package bobbin.embed;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Id;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** 13 §13.1.1 */
class PermalinkTest {
    private static final Id POST = Id.fromShortcode("DgDzXRyL6IA").orElseThrow();
    private static final List<String> HOSTS = List.of("www.threads.net", "bobbin.example:8443", "http.example:80");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.threads.net/@ann/post/DgDzXRyL6IA",
                "http://threads.net/@ann/post/DgDzXRyL6IA/",
                "HTTPS://THREADS.NET:443/%40ann/post/DgDzXRyL6IA",
                "anything://threads.net/t/DgDzXRyL6IA/embed/?x=y#z",
                "https://bobbin.example:8443/post/DgDzXRyL6IA/embed",
                "https://http.example/t/DgDzXRyL6IA",
                "https://somebody@threads.net/t/DgDzXRyL6IA",
                "  https://threads.net/@some.body/post/DgDzXRyL6IA  "
            })
    void findsThePostInEveryForm(String url) {
        assertThat(Permalink.parse(url).orElseThrow().post(HOSTS)).contains(POST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"abc", "http://", "http://a b", "http://a b/t/DgDzXRyL6IA", "//threads.net/t/DgDzXRyL6IA", ""})
    void isNoAddressAtAll(String url) {
        assertThat(Permalink.parse(url)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://threads.net.evil.example/t/DgDzXRyL6IA",
                "https://evil.example/?https://threads.net/t/DgDzXRyL6IA",
                "https://threads.net:8443/t/DgDzXRyL6IA",
                "https://bobbin.example/t/DgDzXRyL6IA",
                "https://threads.net/t/DgDzXRyL6IA/likes",
                "https://threads.net/t/",
                "https://threads.net/t/%zz",
                "https://threads.net/t/DgDz+RyL6IA",
                "https://threads.net/@ann",
                "https://threads.net/t/AAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void findsNoneElsewhere(String url) {
        assertThat(Permalink.parse(url).orElseThrow().post(HOSTS)).isEmpty();
    }

    @Test
    void isNoAddressWithoutSchemeAndHost() {
        assertThat(List.of("", "nothing", "www.threads.net/t/x", "https://", "https:///t/x", "/t/x", "mailto:a@b"))
                .allMatch(text -> Permalink.parse(text).isEmpty());
    }
}
