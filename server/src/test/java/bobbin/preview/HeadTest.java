package bobbin.preview;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a page says about itself (04 §5.1). */
class HeadTest {
    private static final URI AT = URI.create("https://pages.example/a/b");

    @Test
    void prefersOpenGraphThenTwitterThenThePageItself() {
        assertThat(head("""
                <title>Page</title><meta name="description" content="plain">
                <meta name="twitter:title" content="Bird"><meta name="twitter:description" content="bird">
                <meta property="og:title" content="Graph"><meta property="og:site_name" content="Site">
                <meta property="og:image" content="../p.jpg">
                """))
                .contains(new Head(
                        "Graph",
                        Optional.of("bird"),
                        Optional.of("Site"),
                        Optional.of(URI.create("https://pages.example/p.jpg"))));
        assertThat(head("<title> Only \n this </title>"))
                .contains(new Head("Only this", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void findsNothingWithoutTitleOrWithoutHtml() {
        assertThat(head("<p>words")).isEmpty();
        assertThat(head("")).isEmpty();
        assertThat(Head.of("<title>x</title>".getBytes(UTF_8), "image/png", AT)).isEmpty();
        assertThat(Head.of("<title>x</title>".getBytes(UTF_8), "", AT)).isEmpty();
    }

    @Test
    void readsTextOnlyAndCutsIt() {
        Head head = head("<title>" + "x".repeat(100_000)
                        + "</title><meta name=description content='&lt;script>a\u202Eb'>")
                .orElseThrow();

        assertThat(head.title()).hasSize(Head.LONGEST_TITLE).endsWith("x…");
        assertThat(head.description()).contains("<script>ab");
    }

    @Test
    void survivesACharsetThatIsALie() {
        byte[] page = "<meta charset=iso-8859-1><title>Caf\u00e9</title>".getBytes(ISO_8859_1);

        assertThat(Head.of(page, "text/html; charset=no-such", AT).orElseThrow().title())
                .isEqualTo("Café");
        assertThat(Head.of(page, "text/html; charset=\"!!\"", AT).orElseThrow().title())
                .isEqualTo("Café");
        assertThat(Head.of(page, "text/html; charset=utf-8", AT).orElseThrow().title())
                .startsWith("Caf");
    }

    @Test
    void takesPicturesOfTheWebOnly() {
        assertThat(picture("data:image/png;base64,AAAA")).isEmpty();
        assertThat(picture("file:///etc/passwd")).isEmpty();
        assertThat(picture("javascript:alert(1)")).isEmpty();
        assertThat(picture("//cdn.example/p.png")).contains(URI.create("https://cdn.example/p.png"));
    }

    @Test
    void survivesDeepPages() {
        assertThat(head("<title>Deep</title>" + "<div>".repeat(100_000))).isPresent();
    }

    private static Optional<URI> picture(String address) {
        return head("<title>x</title><meta property='og:image' content='" + address + "'>")
                .orElseThrow()
                .picture();
    }

    private static Optional<Head> head(String page) {
        return Head.of(page.getBytes(UTF_8), "text/html; charset=utf-8", AT);
    }
}
