package bobbin.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WebUrlTest {
    @Test
    void readsAddressesAsPeopleWriteThem() {
        Map.ofEntries(
                        Map.entry("http://a.example/b.jpg", "http://a.example/b.jpg"),
                        Map.entry("HTTPS://A.Example/B.jpg", "https://a.example/B.jpg"),
                        Map.entry("  https://a.example  ", "https://a.example"),
                        Map.entry("https://a.example?x=1", "https://a.example?x=1"),
                        Map.entry("https://a.example:8443/b?c=d&e=%20f", "https://a.example:8443/b?c=d&e=%20f"),
                        Map.entry("https://a.example/b#c", "https://a.example/b"),
                        Map.entry("https://a.example:/b", "https://a.example/b"),
                        Map.entry("https://a.example/my photo.jpg", "https://a.example/my%20photo.jpg"),
                        Map.entry("https://a.example/ü/é?ö=|", "https://a.example/%C3%BC/%C3%A9?%C3%B6=%7C"),
                        Map.entry("https://a.example/[1].jpg", "https://a.example/%5B1%5D.jpg"),
                        Map.entry("https://a.example/100%/a\\b", "https://a.example/100%25/a%5Cb"),
                        Map.entry("https://a.example/@user/x@y", "https://a.example/@user/x@y"),
                        Map.entry("https://bücher.example/", "https://xn--bcher-kva.example/"),
                        Map.entry("https://93.184.216.34/", "https://93.184.216.34/"),
                        Map.entry("https://[2606:4700::1111]/", "https://[2606:4700::1111]/"))
                .forEach((written, meant) ->
                        assertThat(WebUrl.parse(written)).as(written).contains(URI.create(meant)));
    }

    @Test
    void refusesWhatIsNoAddressOfTheWeb() {
        for (String text : new String[] {
            "",
            "a.example/b.jpg",
            "ftp://a.example/",
            "file:///etc/passwd",
            "data:image/png;base64,AA",
            "https://",
            "https:///b",
            "https://u@a.example/",
            "https://u:p@a.example/",
            "https://a.example\\@b.example/",
            "https://a b.example/",
            "https://a.example/\n",
            "https://a.example/a\nb",
            "https://a%2eexample/",
            "https://a..example/",
            "https://-a.example/",
            "https://[fe80::1%25eth0]/",
            "https://a.example/" + "x".repeat(WebUrl.LONGEST)
        }) {
            boolean onlyBlanks = text.endsWith("/\n");
            assertThat(WebUrl.parse(text).isPresent()).as(text).isEqualTo(onlyBlanks);
        }
    }

    @Test
    void followsRelativeAddresses() {
        URI at = URI.create("https://a.example/b/c?d");

        assertThat(WebUrl.resolve(at, "e f")).contains(URI.create("https://a.example/b/e%20f"));
        assertThat(WebUrl.resolve(at, "/g#h")).contains(URI.create("https://a.example/g"));
        assertThat(WebUrl.resolve(at, "?i")).contains(URI.create("https://a.example/b/?i"));
        assertThat(WebUrl.resolve(at, "//j.example/k")).contains(URI.create("https://j.example/k"));
        assertThat(WebUrl.resolve(at, "http://l.example")).contains(URI.create("http://l.example"));
        assertThat(WebUrl.resolve(at, "file:///m")).isEmpty();
        assertThat(WebUrl.resolve(at, "//n@o.example/")).isEmpty();
    }
}
