package bobbin.graph;

import static bobbin.base.Scope.BASIC;
import static bobbin.graph.Edges.needs;
import static bobbin.graph.Machine.missing;
import static bobbin.graph.Machine.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The machine: where calls lead, and how every answer looks. */
class GraphTest {
    private final Machine machine = new Machine();
    private final GraphClient client = machine.client;

    @Test
    void takesOurOwnNumberOfAPersonForNobodyTheCallerKnows() {
        for (Id person : List.of(machine.ann, machine.ids.newOwner(Id.Kind.ACCOUNT))) {
            assertThat(client.get("/" + person).at("/error/error_subcode")).isEqualTo("33");
            assertThat(client.get("/" + person + "/threads").at("/error/error_subcode"))
                    .isEqualTo("33");
            assertThat(client.post("/" + person + "/threads", "text", "x").at("/error/error_subcode"))
                    .isEqualTo("4279009");
        }
    }

    @Test
    void answersWithAndWithoutAVersionAndASlash() {
        for (String path : List.of("/me", "/me/", "/v1.0/me", "/v1.0/me/", "/v9.9/me", "//me")) {
            assertThat(client.get(path).at("/id")).as(path).isEqualTo(GraphClient.SCOPED_ID);
        }
    }

    @Test
    void refusesWhatIsNotThere() {
        String unknown = machine.ids.next(Id.Kind.POST, machine.ann).toString();

        refused(client.get("/" + unknown), 400, 100, missing("get", unknown));
        assertThat(client.get("/" + unknown).at("/error/error_subcode")).isEqualTo("33");
        refused(client.delete("/zuck"), 400, 100, missing("delete", "zuck"));
        refused(client.get("/42"), 400, 100, missing("get", "42"));
        refused(client.get("/42/threads"), 400, 100, missing("get", "42"));
        refused(client.post("/42"), 400, 100, missing("post", "42"));
        refused(client.post("/42/threads", "text", "x"), 400, 24, "The requested resource does not exist");
        assertThat(client.post("/42/threads").at("/error/error_user_msg"))
                .isEqualTo("The media with id 42 cannot be found.");
        String note = machine.notes.all.getFirst().id().toString();
        for (int kind = 0; kind < 16; kind++) {
            String strange = Long.toString(17841405793185792L + kind * 128L);
            for (String number : List.of("42", strange, note)) {
                refused(client.get("/" + number + "/threads"), 400, 100, missing("get", number));
                refused(client.post("/" + number + "/threads"), 400, 24, "The requested resource does not exist");
                refused(client.get("/" + number + "/foo"), 400, 100, "Tried accessing nonexisting field (foo)");
            }
            refused(client.post("/" + strange), 400, 100, missing("post", strange));
        }
        refused(client.get("/me/likes"), 400, 100, "Tried accessing nonexisting field (likes)");
        refused(client.get("/a/b/c/d"), 400, 2500, "Unknown path components: /c/d");
        refused(client.get("/9223372036854775808"), 400, 100, missing("get", "9223372036854775808"));
    }

    @Test
    void refusesOtherMethods() {
        Id id = machine.notes.all.getFirst().id();

        refused(client.post("/" + id), 400, 100, missing("post", id.toString()));
        refused(client.post("/me"), 400, 100, "Unsupported request - method type: post");
        refused(client.delete("/me/threads"), 400, 100, "Unsupported request - method type: delete");
        refused(client.post("/lookup"), 400, 100, "Unsupported request - method type: post");
        refused(
                client.answer(Request.of("PUT", "/me?access_token=t")),
                400,
                100,
                "Unsupported request - method type: put");
        refused(client.get("/"), 400, 100, "Unsupported request - method type: get");
        refused(client.post("/", "batch", "[]"), 400, 100, "Unsupported request - method type: post");
    }

    @Test
    void letsAPostStandForAnotherMethod() {
        Id id = machine.notes.all.getFirst().id();

        assertThat(client.post("/" + id, "method", "delete").text()).isEqualTo("{\"success\":true}");
        assertThat(client.post("/" + id, "method", "GET").at("/id")).isEqualTo(id.toString());
    }

    @Test
    void dressesEveryAnswer() {
        for (var answer : List.of(client.get("/me"), client.get("/nobody"))) {
            var headers = answer.response().headers();
            assertThat(headers.first("facebook-api-version")).contains("v1.0");
            assertThat(headers.first("x-fb-trace-id").orElseThrow()).matches("A[A-Za-z0-9_-]{22}");
            assertThat(headers.first("cache-control")).contains("private, no-cache, no-store, must-revalidate");
            assertThat(headers.first("access-control-allow-origin")).contains("*");
            assertThat(headers.first("content-type")).contains("application/json; charset=UTF-8");
        }
        var wrong = client.get("/nobody");
        assertThat(wrong.response().headers().first("x-fb-trace-id")).contains(wrong.at("/error/fbtrace_id"));
        assertThat(wrong.text()).startsWith("{\"error\":{\"message\":");
    }

    @Test
    void answersThePreflightOfABrowser() {
        var preflight = client.answer(Request.of("OPTIONS", "/me/threads"));

        assertThat(preflight.status()).isEqualTo(200);
        assertThat(preflight.response().headers().first("access-control-allow-methods"))
                .contains("GET, POST, DELETE, OPTIONS");
        assertThat(preflight.response().headers().first("access-control-allow-headers"))
                .contains("Authorization, Content-Type");
    }

    @Test
    void answersMalformedRequestsInTheSameShape() {
        for (Request request : List.of(
                Request.of("GET", "/me?access_token=%zz"),
                Request.of("GET", "/%zz?access_token=t"),
                Request.of("POST", "/me/threads?access_token=t").withBody("application/json", "{\"text\":"))) {
            var answer = client.answer(request);
            assertThat(answer.status()).as(answer.text()).isEqualTo(400);
            assertThat(answer.text()).startsWith("{\"error\":{\"message\":\"Invalid request: ");
            assertThat(answer.at("/error/code")).isEqualTo("100");
        }
    }

    @Test
    void keepsOurOwnFaultsToItself() {
        GraphPart broken = edges -> edges.on(Id.Kind.ACCOUNT)
                .get(
                        needs(BASIC),
                        Fields.of((Id _) -> {
                            throw new IllegalStateException("the password is 1234");
                        }),
                        Call::self);
        var answer = new GraphClient(machine.time, machine.ann, Set.of(BASIC), broken).get("/me");

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text()).doesNotContain("1234");
        assertThat(answer.text())
                .startsWith(
                        "{\"error\":{\"message\":\"An unexpected error has occurred. Please retry your request later.\","
                                + "\"type\":\"OAuthException\",\"code\":2,\"is_transient\":true,\"fbtrace_id\":\"A");
    }

    @Test
    void canHideTheStatusOfAnError() {
        assertThat(client.get("/nobody", "suppress_http_code", "1").status()).isEqualTo(200);
    }

    @Test
    void doesNotStartWithAnEdgeDeclaredTwice() {
        GraphPart part = edges -> edges.atRoot().open("get", "oembed", _ -> Map.of());

        assertThatThrownBy(() -> new GraphClient(machine.time, machine.ann, Set.of(BASIC), part, part))
                .hasMessage("Declared twice: GET /oembed");
    }
}
