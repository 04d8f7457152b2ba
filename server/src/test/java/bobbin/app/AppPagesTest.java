package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console as a browser sees it: over a real server, by pressing the buttons that are there. */
class AppPagesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Console console = new Console(fixture);

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void isForPeopleWhoAreSignedIn() {
        for (String path :
                List.of("", "/" + console.demo, "/" + console.demo + "/addresses", "/" + console.demo + "/roles")) {
            HttpResponse<String> answer = console.browser.get("nobody", "/developers/apps" + path);

            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/login?next=");
        }
    }

    @Test
    void makesAnAppAndShowsIt() {
        Document made = submit("eve", "/developers/apps", "/developers/apps", Map.of("name", "Example <Scheduler>"));

        assertThat(made.select("h1").text()).isEqualTo("Example <Scheduler>");
        assertThat(made.select("[role=status]").text()).isEqualTo("The app was created.");
        assertThat(made.select("#app-id").text()).matches("[0-9]{19}");
        assertThat(made.select("#app-secret")).isEmpty();
        assertThat(made.select("main .badge").eachText()).containsExactly("live");
        assertThat(page("eve", "/developers/apps").select(".rows a").eachText()).containsExactly("Example <Scheduler>");
        assertThat(page("dan", "/developers/apps").select(".rows a").eachText()).containsExactly("Demo");
    }

    @Test
    void saysWhyAnAppIsNotMade() {
        Document page = submit("eve", "/developers/apps", "/developers/apps", Map.of("name", "x".repeat(65)));

        assertThat(page.select("[role=alert]").text()).contains("1 to 64 characters");
        assertThat(page.select("input[name=name]").val()).hasSize(65);
        console.apps.create(console.person("eve"), console.id("eve"), "one");
        console.apps.create(console.person("eve"), console.id("eve"), "two");
        assertThat(page("eve", "/developers/apps").select("input[name=name]")).isEmpty();
    }

    @Test
    void showsTheSecretOnlyForThePassword() {
        String secret = secret();
        assertThat(page("dan", console.at("")).text()).doesNotContain(secret);

        Document refused = submit("dan", console.at(""), console.at("/secret"), Map.of("password", "wrong horse"));
        assertThat(refused.select("[role=alert]").text()).isNotEmpty();
        assertThat(refused.text()).doesNotContain(secret);

        Document shown = submit("dan", console.at(""), console.at("/secret"), Map.of("password", People.PASSWORD));
        assertThat(shown.select("#app-secret").text()).isEqualTo(secret);
        assertThat(page("dan", console.at("")).text()).doesNotContain(secret);
    }

    @Test
    void makesANewSecretForThePassword() {
        String old = secret();

        submit("dan", console.at(""), console.at("/secret/reset"), Map.of("password", "wrong horse"));
        assertThat(secret()).isEqualTo(old);

        Document shown =
                submit("dan", console.at(""), console.at("/secret/reset"), Map.of("password", People.PASSWORD));
        assertThat(shown.select("#app-secret").text()).isEqualTo(secret()).isNotEqualTo(old);
    }

    @Test
    void deletesTheAppForThePassword() {
        submit("dan", console.at(""), console.at("/delete"), Map.of("password", "wrong horse"));
        assertThat(console.apps.find(console.demo)).isPresent();

        Document list = submit("dan", console.at(""), console.at("/delete"), Map.of("password", People.PASSWORD));
        assertThat(list.select("[role=status]").text()).isEqualTo("The app was deleted.");
        assertThat(list.select(".rows a")).isEmpty();
        assertThat(console.apps.find(console.demo)).isEmpty();
    }

    @Test
    void renamesAndChangesModeAndProof() {
        assertThat(submit("dan", console.at(""), console.at("/name"), Map.of("name", "New"))
                        .select("h1")
                        .text())
                .isEqualTo("New");
        assertThat(submit("dan", console.at(""), console.at("/mode"), Map.of())
                        .select("main .badge")
                        .text())
                .isEqualTo("in development");
        assertThat(submit("dan", console.at(""), console.at("/mode"), Map.of())
                        .select("main .badge")
                        .text())
                .isEqualTo("live");
        submit("dan", console.at(""), console.at("/proof"), Map.of());
        assertThat(console.app().requiresSecretProof()).isTrue();
        submit("dan", console.at(""), console.at("/proof"), Map.of());
        assertThat(console.app().requiresSecretProof()).isFalse();
    }

    @Test
    void addsAndRemovesRedirectAddresses() {
        Document page = submit(
                "dan",
                console.at("/addresses"),
                console.at("/redirects"),
                Map.of("uri", "http://localhost:3000/cb?a=1"));
        assertThat(page.select(".rows code").eachText()).containsExactly("http://localhost:3000/cb?a=1");

        Document refused =
                submit("dan", console.at("/addresses"), console.at("/redirects"), Map.of("uri", "myapp://cb"));
        assertThat(refused.select("[role=alert]").text()).contains("only https:// works here");
        assertThat(refused.select("input[name=uri]:not([type=hidden])").val()).isEqualTo("myapp://cb");

        assertThat(submit("dan", console.at("/addresses"), console.at("/redirects/remove"), Map.of())
                        .select(".rows code"))
                .isEmpty();
    }

    @Test
    void setsCallbacks() {
        Document page = submit(
                "dan",
                console.at("/addresses"),
                console.at("/callbacks"),
                Map.of("deauthorize", "https://client.example/gone", "data_deletion", "https://client.example/erase"));
        assertThat(page.select("input[name=deauthorize]").val()).isEqualTo("https://client.example/gone");
        assertThat(page.select("input[name=data_deletion]").val()).isEqualTo("https://client.example/erase");

        Document refused = submit(
                "dan",
                console.at("/addresses"),
                console.at("/callbacks"),
                Map.of("deauthorize", "nonsense", "data_deletion", ""));
        assertThat(refused.select("[role=alert]").text()).contains("no complete web address");
        assertThat(refused.select("input[name=deauthorize]").val()).isEqualTo("nonsense");
        assertThat(console.app().dataDeletionUrl()).isPresent();
    }

    @Test
    void holdsNothingInline() {
        for (String path : List.of("", "/addresses", "/permissions", "/roles")) {
            assertThat(page("dan", console.at(path)).select("script, style, [style], [onclick]"))
                    .isEmpty();
            assertThat(page("dan", console.at(path)).select("main form:not(:has(input[name=form_token]))"))
                    .isEmpty();
        }
    }

    private Document submit(String name, String page, String action, Map<String, String> typed) {
        return console.browser.submit(name, page, action, typed);
    }

    private Document page(String name, String path) {
        return console.browser.page(name, path);
    }

    private String secret() {
        return console.apps.secret(console.app()).text();
    }
}
