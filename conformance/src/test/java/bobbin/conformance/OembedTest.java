package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How other sites ask for a post (13 §13.1, §13.2). */
class OembedTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");
    private final Api anybody = new Api(dev.graph(), "");
    private final String post = ann.publish("Shown elsewhere");
    private final String permalink =
            ann.get("/" + post, "fields", "permalink").ok().text("/permalink");
    private final String code = permalink.substring(permalink.lastIndexOf('/') + 1);

    @Test
    @Spec(
            value = {"13 §13.1", "13 §13.2", "13 §13.6"},
            edges = "GET /oembed")
    void answersWithAndWithoutAToken() {
        Answer answer = oembed(permalink).ok();

        assertThat(answer.text()).startsWith("{\"type\":\"rich\",\"version\":\"1.0\",\"html\":\"<blockquote class=");
        assertThat(answer.text("/provider_name")).isEqualTo("Threads");
        assertThat(answer.text("/provider_url")).isEqualTo(dev.web() + "/");
        assertThat(answer.text("/width")).isEqualTo("658");
        assertThat(answer.text("/html"))
                .contains(
                        "data-text-post-permalink=\"" + permalink + "\"",
                        "id=\"ig-tp-" + code + "\"",
                        "max-width:658px",
                        "<script async src=\"" + dev.web() + "/embed.js\"></script>")
                .doesNotContain("Shown elsewhere");
        String appToken = "TH|" + dev.app().id() + "|" + dev.app().secret();
        for (String token : new String[] {appToken, dev.user("bob").token()}) {
            assertThat(oembed(permalink, "access_token", token).ok().text()).isEqualTo(answer.text());
            assertThat(anybody.send(anybody.request("/v1.0/oembed?" + Api.form("url", permalink))
                                    .header("Authorization", "Bearer " + token)
                                    .GET())
                            .ok()
                            .text())
                    .isEqualTo(answer.text());
        }
        assertThat(oembed(permalink, "access_token", "bad").text("/error/code")).isEqualTo("190");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.threads.com/@ann/post/%s/",
                "http://threads.net/t/%s",
                "https://threads.com/%%40somebody.else/post/%s?x=y#z",
                "https://www.threads.net/t/%s/embed/",
                "https://www.threads.com/post/%s"
            })
    @Spec({"13 §13.1.1", "13 §13.6"})
    void takesEveryFormOfAnAddress(String form) {
        assertThat(oembed(form.formatted(code)).ok().text("/html")).contains(permalink);
    }

    @Test
    @Spec({"13 §13.1", "13 §13.6"})
    void refusesWhatItCannotDo() {
        anybody.send("GET", "/oembed").refused(400, 100, "The parameter url is required");
        oembed("nothing").refused(400, 100, "Param url is not a valid URI.");
        for (String width : new String[] {"319", "659"}) {
            oembed(permalink, "maxwidth", width).refused(400, 100, "Param maxwidth must be between 320 and 658.");
        }
        oembed(permalink, "maxwidth", "abc").refused(400, 100, "Param maxwidth must be a valid integer.");
        oembed(permalink, "format", "xml").refused(400, 100, "Param format must be one of {json} - got \"xml\".");
        for (String other : new String[] {
            "https://example.org/@ann/post/" + code, dev.web() + "/@ann", dev.web() + "/@ann/post/AAAAAAAAAAA"
        }) {
            oembed(other).refused(400, 100, 33, missing(other));
        }
    }

    @Test
    @Spec({"13 §13.1", "13 §13.6"})
    void isAsWideAsItIsAsked() {
        Answer answer = oembed(permalink, "maxwidth", "320", "omitscript", "true", "format", "json", "dnt", "1")
                .ok();

        assertThat(answer.text("/width")).isEqualTo("320");
        assertThat(answer.text("/html")).contains("max-width:320px").doesNotContain("<script");
        assertThat(oembed(permalink, "fields", "width,type").ok().text())
                .isEqualTo("{\"type\":\"rich\",\"width\":658}");
    }

    @Test
    @Spec({"13 §13.4", "07 §7.2"})
    void letsAnybodyFrameAPostButNoOtherPage() {
        for (String path :
                new String[] {"/@ann/post/" + code, "/@nobody/post/" + code, "/t/" + code, "/post/" + code}) {
            for (String end : new String[] {"/embed", "/embed/"}) {
                Answer frame = new Api(dev.web(), "").send("GET", path + end);
                assertThat(frame.status()).isEqualTo(200);
                assertThat(frame.header("Content-Security-Policy"))
                        .contains("frame-ancestors *", "script-src 'self'", "default-src 'none'");
                assertThat(frame.headers().map()).doesNotContainKeys("x-frame-options", "set-cookie");
                assertThat(frame.text()).contains("Shown elsewhere", permalink);
            }
        }
        Answer page = new Api(permalink, "").send("GET", "");
        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
    }

    @Test
    @Spec({"13 §13.1.3", "15 §15.19", "07 §7.2"})
    void leadsEveryFormToThePageOfThePost() {
        for (String path : new String[] {"/t/" + code, "/post/" + code, "/@nobody/post/" + code, "/t/" + code + "/"}) {
            Answer answer = new Api(dev.web(), "").send("GET", path);
            assertThat(answer.status()).as(path).isEqualTo(303);
            assertThat(answer.header("Location"))
                    .isEqualTo(URI.create(permalink).getPath());
        }
        assertThat(new Api(permalink, "").send("GET", "").text())
                .contains("property=\"og:title\"", "name=\"twitter:card\"", "application/json+oembed");
        assertThat(new Api(dev.web(), "").send("GET", "/t/AAAAAAAAAAA").status())
                .isEqualTo(404);
        assertThat(new Api(link(ann.publish("Boo", "is_ghost_post", "true")), "")
                        .send("GET", "")
                        .text())
                .contains("<meta name=\"robots\" content=\"noindex\">")
                .doesNotContain("oembed");
    }

    @Test
    @Spec("13 §13.3")
    void handsOutTheScript() {
        Answer script = new Api(dev.web(), "").send("GET", "/embed.js");

        assertThat(script.status()).isEqualTo(200);
        assertThat(script.header("Content-Type")).startsWith("text/javascript");
        assertThat(script.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(script.header("Cache-Control")).isEqualTo("public, max-age=3600");
        assertThat(script.headers().map()).doesNotContainKey("set-cookie");
    }

    private static String missing(String url) {
        return "Unsupported get request. Object with ID '" + url
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation";
    }

    private String link(String id) {
        return ann.get("/" + id, "fields", "permalink").ok().text("/permalink");
    }

    private Answer oembed(String url, String... more) {
        return anybody.send("GET", "/oembed", Api.join(more, "url", url));
    }
}
