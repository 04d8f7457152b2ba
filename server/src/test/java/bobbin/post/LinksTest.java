package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules and examples of 04 §4.2 and §5.1. */
class LinksTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see https://a.example/x now | https://a.example/x",
                "HTTP://A.example | HTTP://A.example",
                "www.a.example | www.a.example",
                "WWW.a.example | WWW.a.example",
                "(https://a.example/b) | https://a.example/b",
                "https://a.example/wiki/B_(c) | https://a.example/wiki/B_(c)",
                "(see https://a.example/wiki/B_(c)) | https://a.example/wiki/B_(c)",
                "https://a.example/x[1]. | https://a.example/x[1]",
                "https://a.example/x{1}!? | https://a.example/x{1}",
                "end https://a.example/?q=1&r=2#s; | https://a.example/?q=1&r=2#s",
                "“https://a.example/y” | https://a.example/y",
                "<https://a.example/z> | https://a.example/z",
                "'https://a.example/q' | https://a.example/q",
                "https://a.example... | https://a.example",
                "https://localhost:8080/x | https://localhost:8080/x",
                "看https://a.example/日本 | https://a.example/日本",
                "https://user@a.example/ | https://user@a.example/"
            })
    void findsALink(String text, String link) {
        assertThat(urls(text)).containsExactly(link);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "ftp://a.example",
                "https://",
                "www.",
                "www...",
                "awww.cute",
                "mailto:x@y.z",
                "https:/a.b"
            })
    void findsNoLink(String text) {
        assertThat(urls(text)).isEmpty();
    }

    @Test
    void saysWhereALinkStands() {
        assertThat(Links.in("see www.a.example, ok")).containsExactly(new Links.Found("www.a.example", 4, 17));
    }

    @Test
    void countsTheExamplesOfTheDocumentation() {
        assertThat(Links.count("www.a.example", Optional.of("www.a.example"))).isEqualTo(1);
        assertThat(Links.count("www.x.example www.y.example", Optional.of("www.a.example")))
                .isEqualTo(3);
        assertThat(Links.count("www.a.example www.a.example www.b.example", Optional.of("www.b.example")))
                .isEqualTo(2);
    }

    @Test
    void countsOneLinkInAnySpellingOfSchemeAndHostOnce() {
        assertThat(Links.count("HTTPS://WWW.A.example/p www.a.example/p https://www.A.EXAMPLE/p", Optional.empty()))
                .isEqualTo(1);
    }

    @Test
    void countsDifferentPathsAndSchemesSeparately() {
        assertThat(Links.count("https://a.example/p https://a.example/P http://a.example/p", Optional.empty()))
                .isEqualTo(3);
    }

    @Test
    void makesACardOfTheFirstLinkThatCanBeOne() {
        assertThat(Links.first("at https://localhost/ and www.a.example/x, https://b.example"))
                .contains("https://www.a.example/x");
        assertThat(Links.first("nothing here")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://a.example",
                "http://a.example:8080/x?y=(z)#f",
                "HTTPS://A.EXAMPLE/",
                "www.a.example",
                "https://münchen.example/straße",
                "https://192.0.2.7/x",
                "https://a.example./"
            })
    void takesALinkForAttaching(String url) {
        assertThat(Links.isAttachable(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a.example",
                "ftp://a.example/",
                "javascript:alert(1)",
                "https://localhost/",
                "https://a..example/",
                "https://.example/",
                "https://user@a.example/",
                "https://user:secret@a.example/",
                "https://a.example:port/",
                "https://a.example/with blank",
                "https://a.example/\"x",
                "https://a.example/<x>",
                "https://[::1]/",
                "https:///x",
                "://a.example",
                "undefined"
            })
    void refusesALinkForAttaching(String url) {
        assertThat(Links.isAttachable(url)).isFalse();
    }

    @Test
    void takesALinkOf2048CharactersAndNoLonger() {
        String longest = "https://a.example/" + "x".repeat(2048 - 18);

        assertThat(Links.isAttachable(longest)).isTrue();
        assertThat(Links.isAttachable(longest + "x")).isFalse();
    }

    private static List<String> urls(String text) {
        return Links.in(text).stream().map(Links.Found::url).toList();
    }
}
