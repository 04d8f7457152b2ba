package bobbin.graph;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.graph.Machine.refused;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.http.Request;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who calls, and what they may do. */
class CallersTest {
    private final Machine machine = new Machine();
    private final GraphClient client = machine.client;

    @Test
    void asksForPermissions() {
        refused(
                machine.client(Set.of(BASIC), Fidelity.META).post("/me/threads", "text", "x"),
                500,
                10,
                "Application does not have permission for this action");
        refused(
                machine.client(Set.of(BASIC), Fidelity.FRIENDLY).post("/me/threads", "text", "x"),
                403,
                10,
                "Application does not have permission for this action");
        var withoutBasic =
                machine.client(Set.of(CONTENT_PUBLISH), Fidelity.META).get("/me");
        assertThat(withoutBasic.at("/error/error_subcode")).isEqualTo("10");
        assertThat(withoutBasic.at("/error/message")).startsWith("This action requires the threads_basic permission.");
    }

    @Test
    void asksWhoCalls() {
        refused(
                client.answer(Request.of("GET", "/me")),
                400,
                2500,
                "An active access token must be used to query information about the current user.");
        refused(
                client.answer(
                        Request.of("GET", "/" + machine.notes.all.getFirst().id())),
                400,
                104,
                "An access token is required to request this resource.");
        assertThat(client.answer(Request.of("GET", "/me")).response().headers().first("www-authenticate"))
                .contains(
                        "OAuth \"Facebook Platform\" \"invalid_request\" \"An active access token must be used to query information about the current user.\"");
    }

    @Test
    void takesTheTokenWhereverItStands() {
        Request get = Request.of("GET", "/me");
        for (Request request : List.of(
                Request.of("GET", "/me?access_token=t"),
                get.withHeader("Authorization", "Bearer t"),
                get.withHeader("Authorization", "OAuth t"),
                get.withBody("application/x-www-form-urlencoded", "access_token=t"),
                get.withBody("application/json", "{\"access_token\":\"t\"}"),
                get.withBody("text/plain", "{\"access_token\":\"t\"}"))) {
            assertThat(client.answer(request).status()).isEqualTo(200);
        }
        assertThat(client.answer(get.withHeader("Authorization", "Basic t")).status())
                .isEqualTo(400);
    }

    @Test
    void letsAnAppReadNothingOfAPerson() {
        Viewer app = new Viewer(new Id(1), Optional.empty(), Optional.empty(), EnumSet.allOf(Scope.class));
        GraphClient appClient = new GraphClient(machine.time, app, Fidelity.FRIENDLY, machine.notes);

        refused(
                appClient.get("/me"),
                400,
                2500,
                "An active access token must be used to query information about the current user.");
        refused(
                appClient.get("/" + machine.notes.all.getFirst().id()),
                403,
                10,
                "Application does not have permission for this action");
    }

    @Test
    void answersOpenEdgesToEverybodyButServersOnesWithoutCors() {
        var oembed = client.answer(Request.of("GET", "/v1.0/oembed"));
        assertThat(oembed.text()).isEqualTo("{\"open\":false}");
        assertThat(oembed.response().headers().first("access-control-allow-origin"))
                .contains("*");

        var token = client.answer(Request.of("POST", "/oauth/access_token/"));
        assertThat(token.text()).isEqualTo("{\"access_token\":\"x\"}");
        assertThat(token.response().headers().first("access-control-allow-origin"))
                .isEmpty();
    }
}
