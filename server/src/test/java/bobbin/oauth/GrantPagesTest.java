package bobbin.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.app.Actor;
import bobbin.app.Role;
import bobbin.app.Roles;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.http.Response;
import java.time.Duration;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** "Website permissions" (02 §4, 02 §5, 02 §6). */
class GrantPagesTest {
    private static final String PATH = "/settings/apps";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final House house = new House(fixture, Map.of("oauth.redirect.allow_http_loopback", true));
    private final Roles roles = new Roles(fixture.database, house.accounts, house.appSettings);
    private final Window window =
            new Window(house, new GrantPages(house.grants, house.apps, roles, fixture.time)).signIn("ann");
    private final Id app = house.app.id();

    @Test
    void isForPeopleWhoAreSignedIn() {
        Response answer = new Window(house, new GrantPages(house.grants, house.apps, roles, fixture.time)).get(PATH);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(Window.location(answer)).startsWith("/login?next=");
    }

    @Test
    void showsWhatAppsMayDoSinceWhenUntilWhenAndTheirLastUse() {
        String token = house.longToken(Scope.CONTENT_PUBLISH);
        fixture.time.pass(Duration.ofDays(3));
        house.me(token);
        Document page = window.page(PATH);

        assertThat(page.select("#active h3").text()).isEqualTo("Example Scheduler");
        assertThat(page.select("#active").text())
                .contains("Allowed on 1 January 2026, until 1 April 2026. Last use: 4 January 2026.")
                .contains("See your profile and your posts", "Publish posts as you");
        assertThat(page.select("#over")).isEmpty();
    }

    @Test
    void takesPermissionsBackButNotTheBasicOne() {
        String token = house.longToken(Scope.CONTENT_PUBLISH, Scope.DELETE);
        act("keep", "scope", "threads_delete");

        assertThat(house.grants.find(house.ann, app).orElseThrow().scopes())
                .containsExactlyInAnyOrder(Scope.BASIC, Scope.DELETE);
        assertThat(house.get("/me/threads", "access_token", token).at("/error/code"))
                .isEqualTo("10");
        act("keep", "scope", "threads_content_publish");
        assertThat(house.grants.find(house.ann, app).orElseThrow().scopes()).containsExactly(Scope.BASIC);
    }

    @Test
    void removesAnAppWhoseTokenThenAnswers458() {
        String token = house.longToken();
        Response answer = act("remove");

        assertThat(Window.location(answer)).isEqualTo(PATH);
        assertThat(house.me(token).at("/error/error_subcode")).isEqualTo("458");
        Document page = window.page(PATH);
        assertThat(page.select("#active").text()).contains("No app can act for you.");
        assertThat(page.select("#over").text()).contains("Example Scheduler", "Removed on 1 January 2026.");
    }

    @Test
    void showsWhatTheAppAnsweredToTheWishForDeletion() {
        try (Receiver receiver = new Receiver()) {
            house.apps.setCallbacks(Actor.OPERATOR, app, "", receiver.address("/deletion"));
            receiver.answering(200, "{\"url\":\"https://app.example/d?id=K7\",\"confirmation_code\":\"K7\"}");
            house.longToken();
            act("delete");
            assertThat(window.page(PATH).select("#over").text()).contains("request sent, no confirmation");

            fixture.time.pass(Duration.ofSeconds(15));
            house.worker.runDue();
            Document page = window.page(PATH);
            assertThat(page.select("#over").text()).contains("confirmation code K7");
            assertThat(page.select("#over a").attr("href")).isEqualTo("https://app.example/d?id=K7");
            assertThat(page.select("#over button")).isEmpty();
        }
    }

    @Test
    void offersToAskForDeletionLater() {
        house.apps.setCallbacks(Actor.OPERATOR, app, "", "http://127.0.0.1:1/deletion");
        house.longToken();
        act("remove");
        assertThat(window.page(PATH).select("#over button").text()).isEqualTo("Ask to delete data");
        act("delete");

        assertThat(house.grants.deletions(house.ann)).hasSize(1);
    }

    @Test
    void showsWhatRanOut() {
        house.longToken();
        fixture.time.pass(Duration.ofDays(90));

        assertThat(window.page(PATH).select("#over").text()).contains("Expired on 1 April 2026.");
    }

    @Test
    void showsAnAppThatNoLongerExists() {
        house.longToken();
        house.apps.delete(Actor.OPERATOR, app);

        assertThat(window.page(PATH).text()).contains("An app that no longer exists");
    }

    @Test
    void acceptsAnInvitation() {
        roles.invite(Actor.OPERATOR, app, "ann", Role.THREADS_TESTER);
        assertThat(window.page(PATH).select("#invitations").text())
                .contains("Example Scheduler invites you as threads tester.");
        answer("accept");

        assertThat(roles.of(house.ann)).hasSize(1);
        assertThat(window.page(PATH).select("#invitations")).isEmpty();
    }

    @Test
    void declinesAnInvitation() {
        roles.invite(Actor.OPERATOR, app, "ann", Role.THREADS_TESTER);
        answer("decline");

        assertThat(roles.invitations(house.ann)).isEmpty();
        assertThat(roles.of(house.ann)).isEmpty();
    }

    @Test
    void refusesWhatMakesNoSense() {
        house.longToken();
        Document page = window.page(PATH);

        assertThat(window.post(page, PATH + "/" + app, "do", "explode").status())
                .isEqualTo(404);
        assertThat(window.post(page, PATH + "/junk", "do", "remove").status()).isEqualTo(404);
        assertThat(window.post(page, PATH + "/" + app + "/invitation", "role", "KING", "answer", "accept")
                        .status())
                .isEqualTo(404);
        assertThat(window.post(PATH + "/" + app, "do=remove").status()).isEqualTo(403);
        assertThat(house.grants.find(house.ann, app)).isPresent();
    }

    private Response act(String what, String... fields) {
        Document page = window.page(PATH);
        String[] all = new String[fields.length + 2];
        all[0] = "do";
        all[1] = what;
        System.arraycopy(fields, 0, all, 2, fields.length);
        return window.post(page, page.select("form[action*=" + app + "]").attr("action"), all);
    }

    private void answer(String what) {
        Document page = window.page(PATH);
        String action = page.select("#invitations form").attr("action");
        window.post(
                page,
                action,
                "role",
                page.select("#invitations input[name=role]").val(),
                "answer",
                what);
    }
}
