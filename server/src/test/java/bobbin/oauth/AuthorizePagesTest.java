package bobbin.oauth;

import static bobbin.oauth.House.HOME;
import static bobbin.oauth.Window.location;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.app.Actor;
import bobbin.base.Scope;
import bobbin.http.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The authorization window (03 §1). */
class AuthorizePagesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture);
    private final Window window = Window.authorizing(house).signIn("ann");

    @Test
    void asksForThePermissionsInPlainWords() {
        Document page = window.page(ask("scope", "threads_basic,threads_content_publish,threads_delete"));

        assertThat(page.select("h1").text()).isEqualTo("Example Scheduler asks for your permission");
        assertThat(page.text()).contains("You are signed in as @ann", "Publish posts as you", "Delete your posts");
        assertThat(page.select("input[type=checkbox]").eachAttr("value"))
                .containsExactly("threads_basic", "threads_content_publish", "threads_delete");
        assertThat(page.select("input[type=checkbox][disabled]").eachAttr("value"))
                .containsExactly("threads_basic");
        assertThat(page.select("input[type=checkbox]:not([checked])")).isEmpty();
        assertThat(page.select("button[name=decision]").eachAttr("value")).containsExactly("allow", "deny");
        assertThat(page.select("a:contains(Use another account)").attr("href"))
                .startsWith("/login?next=%2Foauth%2Fauthorize");
    }

    @Test
    void keepsThePageToItselfAndLetsTheFormEndAtTheClient() {
        Response page = window.get(ask());

        assertThat(page.headers().first("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().first("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().first("Cache-Control")).hasValue("no-store");
        assertThat(page.headers().first("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'")
                .as("clients may send people on, and browsers hold that to it")
                .doesNotContain("form-action");
    }

    @Test
    void sendsTheClientACodeForWhatWasTicked() {
        Response answer = allow(
                ask("scope", "threads_basic,threads_content_publish,threads_delete", "state", "af0 ifj&=#sldkj"),
                "scope",
                "threads_delete");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(location(answer))
                .matches("https://client\\.example/cb\\?code=AQ[A-Za-z0-9_-]{160,240}&state=af0\\+ifj%26%3D%23sldkj#_");
        String token = house.exchange(codeIn(answer)).at("/access_token");
        assertThat(house.get("/debug_token", "input_token", token, "access_token", token)
                        .text())
                .contains("\"scopes\":[\"threads_basic\",\"threads_delete\"]");
    }

    @Test
    void sendsNoStateWhereNoneCame() {
        assertThat(location(allow(ask()))).matches("https://client\\.example/cb\\?code=[^&#]+#_");
    }

    @Test
    void grantsNothingThatWasNotAskedFor() {
        allow(ask(), "scope", "threads_delete", "scope", "nonsense");

        assertThat(house.grants.find(house.ann, house.app.id()).orElseThrow().scopes())
                .containsExactly(Scope.BASIC);
    }

    @Test
    void tellsTheClientThatThePersonSaidNo() {
        Response answer = decide(ask("state", "s1"), "decision", "deny");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(location(answer))
                .isEqualTo(HOME
                        + "?error=access_denied&error_reason=user_denied&error_description=The+user+denied+your+request"
                        + "&state=s1");
        assertThat(house.grants.of(house.ann)).isEmpty();
    }

    @Test
    void appendsToAnAddressThatHasAQuery() {
        String address = "https://client.example/cb?tenant=7";
        house.apps.addRedirect(Actor.OPERATOR, house.app.id(), address);

        assertThat(location(allow(ask("redirect_uri", address)))).startsWith(address + "&code=AQ");
        assertThat(location(decide(ask("redirect_uri", address), "decision", "deny")))
                .startsWith(address + "&error=access_denied");
    }

    @Test
    void givesALongStateBackUnchanged() {
        String state = "x".repeat(4096);

        assertThat(location(allow(ask("state", state)))).endsWith("&state=" + state + "#_");
        assertThat(window.get(ask("state", state + "x")).bodyText())
                .isEqualTo("{\"error_message\":\"Invalid parameter: state\",\"error_code\":100}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "threads_basic,threads_delete",
                "threads_basic threads_delete",
                "threads_basic, threads_delete",
                " threads_delete ,,threads_basic",
                "public_profile,threads_basic,threads_delete"
            })
    void readsScopesHoweverTheyAreJoined(String scope) {
        assertThat(window.page(ask("scope", scope))
                        .select("input[type=checkbox]")
                        .eachAttr("value"))
                .containsExactly("threads_basic", "threads_delete");
    }

    @Test
    void knowsAllTwelvePermissions() {
        List<String> all = List.of(Scope.values()).stream().map(Scope::wire).toList();

        assertThat(window.page(ask("scope", String.join(",", all)))
                        .select("input[type=checkbox]")
                        .eachAttr("value"))
                .containsExactlyElementsOf(all);
    }

    @Test
    void marksWhatIsNew() {
        house.code(Scope.CONTENT_PUBLISH);
        Document page = window.page(ask("scope", "threads_basic,threads_content_publish,threads_delete"));

        assertThat(page.select(".choice:has(.badge) code").eachText()).containsExactly("threads_delete");
    }

    @Test
    void answersAtTheAddressWithASlashAndIgnoresTheRest() {
        String other =
                ask("display", "touch", "force_reauth", "1", "nonce", "n").replace("/authorize?", "/authorize/?");

        assertThat(window.get(other).status()).isEqualTo(200);
    }

    @Test
    void leadsStrangersToTheSignInAndBack() {
        String target = ask("scope", "threads_basic,threads_delete", "state", "s 1");
        Response answer = Window.authorizing(house).get(target);

        assertThat(answer.status()).isEqualTo(303);
        String next = URI.create(location(answer)).getQuery();
        assertThat(next).startsWith("next=/oauth/authorize?");
        assertThat(window.page(next.substring("next=".length())).select("input[type=checkbox]"))
                .hasSize(2);
    }

    @Test
    void bringsALongStateThroughTheSignIn() {
        String state = "{\"a\": 12}".repeat(409);
        String location = location(Window.authorizing(house).get(ask("state", state)));

        assertThat(URI.create(location).getQuery()).endsWith(URLEncoder.encode(state, StandardCharsets.UTF_8));
    }

    @Test
    void needsTheTokenOfTheForm() {
        Response answer = window.post(ask(), "decision=allow");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(house.grants.of(house.ann)).isEmpty();
    }

    @Test
    void showsThePageAgainWithoutADecision() {
        assertThat(decide(ask(), "decision", "perhaps").status()).isEqualTo(200);
    }

    @Test
    void takesTheDevelopersOwnMachineIfTold() {
        House local = new House(fixture, Map.of("oauth.redirect.allow_http_loopback", true));
        String address = "http://localhost:3000/callback";
        local.apps.addRedirect(Actor.OPERATOR, local.app.id(), address);
        Window there = Window.authorizing(local).signIn("ann");
        String target = Window.ask(local.app, "redirect_uri", address);

        assertThat(location(there.post(there.page(target), target, "decision", "allow")))
                .startsWith(address + "?code=");
    }

    @Test
    void leavesOutWhatTheAppDoesNotList() {
        house.unlist(Scope.DELETE);

        assertThat(window.page(ask("scope", "threads_basic,threads_delete"))
                        .select("input[type=checkbox]")
                        .eachAttr("value"))
                .containsExactly("threads_basic");
    }

    @Test
    void alwaysAsksUnlessTold() {
        house.code(Scope.DELETE);
        assertThat(window.get(ask("scope", "threads_basic,threads_delete")).status())
                .isEqualTo(200);
    }

    @Test
    void skipsThePageForWhatWasGrantedBeforeIfTold() {
        House quick = new House(fixture, Map.of("oauth.auto_approve_existing_grant", true));
        quick.code(Scope.DELETE);
        Window there = Window.authorizing(quick).signIn("ann");

        assertThat(location(there.get(Window.ask(quick.app, "scope", "threads_basic,threads_delete"))))
                .startsWith(HOME + "?code=AQ");
        assertThat(there.get(Window.ask(quick.app, "scope", "threads_basic,threads_location_tagging"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void keepsAChallengeForTheExchange() {
        String code = codeIn(allow(
                ask("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM", "code_challenge_method", "S256")));

        assertThat(house.post(
                                "/oauth/access_token",
                                "client_id",
                                house.app.id().toString(),
                                "client_secret",
                                house.secret,
                                "redirect_uri",
                                HOME,
                                "code",
                                code,
                                "code_verifier",
                                "wrong")
                        .at("/code"))
                .isEqualTo("400");
        assertThat(house.exchange(code).status()).isEqualTo(200);
        assertThat(window.get(ask("code_challenge", "x", "code_challenge_method", "S1"))
                        .bodyText())
                .isEqualTo("{\"error_message\":\"Invalid parameter: code_challenge_method\",\"error_code\":100}");
    }

    private String ask(String... parameters) {
        return Window.ask(house.app, parameters);
    }

    private Response allow(String target, String... fields) {
        List<String> all = new ArrayList<>(List.of("decision", "allow"));
        all.addAll(List.of(fields));
        return decide(target, all.toArray(String[]::new));
    }

    private Response decide(String target, String... fields) {
        Document page = window.page(target);
        return window.post(page, page.select("main form").attr("action"), fields);
    }

    private static String codeIn(Response answer) {
        String location = location(answer);
        return location.substring(location.indexOf("code=") + 5).split("[&#]", -1)[0];
    }
}
