package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Scope;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The console for those who may do less than everything, and what an owner lets others do. */
class AppPagesForOthersTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Console console = new Console(fixture);

    @AfterEach
    void stop() {
        console.close();
    }

    @Test
    void doesNotExistForOthers() {
        console.give("ann", Role.THREADS_TESTER);
        for (String name : List.of("eve", "ann")) {
            String form = page(name, "/developers/apps")
                    .select("input[name=form_token]")
                    .val();
            for (String path : List.of("", "/addresses", "/permissions", "/roles")) {
                assertThat(console.browser.get(name, console.at(path)).statusCode())
                        .as(path)
                        .isEqualTo(404);
            }
            for (String path : List.of(
                    "/name",
                    "/proof",
                    "/mode",
                    "/secret",
                    "/secret/reset",
                    "/delete",
                    "/redirects",
                    "/redirects/remove",
                    "/callbacks",
                    "/permissions/add",
                    "/permissions/remove",
                    "/permissions/request",
                    "/permissions/withdraw",
                    "/roles",
                    "/roles/remove")) {
                Map<String, String> fields = Map.of(
                        "form_token", form,
                        "password", People.PASSWORD,
                        "name", "Mine",
                        "mode", "DEVELOPMENT",
                        "uri", "https://eve.example/cb",
                        "scope", "threads_delete",
                        "role", "ADMIN",
                        "username", "eve",
                        "account", console.id("dan").toString());
                HttpResponse<String> answer = console.browser.post(name, console.at(path), fields);
                assertThat(answer.statusCode()).as(path).isEqualTo(404);
                assertThat(answer.body()).doesNotContain("Demo");
            }
        }
        assertThat(console.apps.find(console.demo).map(App::name)).contains("Demo");
        assertThat(console.browser.get("dan", "/developers/apps/12").statusCode())
                .isEqualTo(404);
        assertThat(console.browser.get("dan", "/developers/apps/new").statusCode())
                .isEqualTo(404);
    }

    @Test
    void asksForPermissionsAndTheirReview() {
        submit(
                "dan",
                console.at("/permissions"),
                console.at("/permissions/request"),
                Map.of("scope", "threads_delete"));
        assertThat(console.app().permissions()).containsEntry(Scope.DELETE, Review.REQUESTED);
        submit(
                "dan",
                console.at("/permissions"),
                console.at("/permissions/withdraw"),
                Map.of("scope", "threads_delete"));
        assertThat(console.app().permissions()).containsEntry(Scope.DELETE, Review.NONE);

        Document page = submit(
                "dan",
                console.at("/permissions"),
                console.at("/permissions/remove"),
                Map.of("scope", "threads_delete"));
        assertThat(console.app().asksFor(Scope.DELETE)).isFalse();
        assertThat(page.select("form[action$=add] input[name=scope]").val()).isEqualTo("threads_delete");
        submit("dan", console.at("/permissions"), console.at("/permissions/add"), Map.of());
        assertThat(console.app().asksFor(Scope.DELETE)).isTrue();

        console.permissions.approve(Actor.OPERATOR, console.demo, Scope.BASIC);
        assertThat(page("dan", console.at("/permissions"))
                        .select(".rows li")
                        .eachText()
                        .getFirst())
                .startsWith("threads_basic advanced access");
        Document unknown =
                submit("dan", console.at("/permissions"), console.at("/permissions/request"), Map.of("scope", "email"));
        assertThat(unknown.text()).contains("has not added the permission email");
    }

    @Test
    void invitesPeopleAndTakesRolesBack() {
        fixture.time.pass(Duration.ofSeconds(1));
        Document page = submit(
                "dan", console.at("/roles"), console.at("/roles"), Map.of("username", "@ann", "role", "DEVELOPER"));
        assertThat(page.select(".rows li").eachText())
                .containsExactly("@dan Administrator Leave", "@ann Developer invited Take the invitation back");
        assertThat(page("ann", "/developers/apps").select("a[href=/settings/apps]"))
                .isNotEmpty();

        console.roles.accept(console.id("ann"), console.demo, Role.DEVELOPER);
        assertThat(page("dan", console.at("/roles")).select(".rows li").eachText())
                .contains("@ann Developer Remove");
        submit("dan", console.at("/roles"), console.at("/roles/remove"), Map.of());
        assertThat(page("dan", console.at("/roles")).select(".rows li").eachText())
                .containsExactly("@dan Administrator Leave");

        Document refused = submit(
                "dan", console.at("/roles"), console.at("/roles"), Map.of("username", "nobody", "role", "TESTER"));
        assertThat(refused.select("[role=alert]").text()).isEqualTo("There is no account @nobody.");
        assertThat(refused.select("input[name=username]").val()).isEqualTo("nobody");
        assertThat(submit("dan", console.at("/roles"), console.at("/roles/leave"), Map.of())
                        .select("[role=alert]")
                        .text())
                .contains("this is the last one");
    }

    @Test
    void letsDevelopersEditAndLeave() {
        console.give("ann", Role.DEVELOPER);

        assertThat(page("ann", console.at("")).select("form[action$=/secret], form[action$=/name]"))
                .hasSize(2);
        assertThat(page("ann", console.at(""))
                        .select("form[action$=/delete], form[action$=/mode], form[action$=/reset]"))
                .isEmpty();
        assertThat(page("ann", console.at("/roles")).select("option").eachText())
                .containsExactly("Threads tester");
        Document list = submit("ann", console.at("/roles"), console.at("/roles/leave"), Map.of());
        assertThat(list.select("[role=status]").text()).isEqualTo("You gave the role up.");
        assertThat(console.browser.get("ann", console.at("")).statusCode()).isEqualTo(404);
    }

    @Test
    void letsAnalystsOnlyLook() {
        console.give("ann", Role.ANALYST);

        for (String path : List.of("", "/addresses", "/permissions")) {
            assertThat(page("ann", console.at(path)).select("main form"))
                    .as(path)
                    .isEmpty();
        }
        assertThat(page("ann", console.at("/roles")).select("main form").eachAttr("action"))
                .containsExactly(console.at("/roles/leave"));
    }

    private Document submit(String name, String page, String action, Map<String, String> typed) {
        return console.browser.submit(name, page, action, typed);
    }

    private Document page(String name, String path) {
        return console.browser.page(name, path);
    }
}
