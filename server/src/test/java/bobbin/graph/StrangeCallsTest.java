package bobbin.graph;

import static bobbin.base.Scope.BASIC;
import static bobbin.graph.Edges.needs;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.Page;
import bobbin.base.Scope;
import bobbin.http.Request;
import bobbin.http.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls that no documentation shows, and that clients and strangers send all the same (06 §3). */
class StrangeCallsTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

    private final Ids ids = new Ids(TIME);
    private final Id ann = ids.newOwner(Id.Kind.ACCOUNT);
    private final GraphClient client = new GraphClient(TIME, ann, EnumSet.allOf(Scope.class), this::declare);

    private void declare(Edges edges) {
        Fields<Id> note =
                Fields.of(Id::toString).and("text", _ -> "hello").and("owner", (call, _) -> Ref.toSelf(call.viewer()));
        edges.on(Id.Kind.ACCOUNT)
                .get(
                        needs(BASIC),
                        Fields.<Id>of((call, _) -> call.viewer().scopedId()).and("username", _ -> "ann"),
                        Call::self)
                .list(
                        "threads",
                        needs(BASIC),
                        note,
                        call -> Page.of(call.window(), List.of(ids.next(Id.Kind.POST, ann)), id -> id));
        edges.on(Id.Kind.POST).get(needs(BASIC), note, Call::node);
        edges.atRoot()
                .get(
                        "lookup",
                        needs(BASIC),
                        Fields.of(Id::toString),
                        call -> call.params().id("id"))
                .forServers("access_token", _ -> "x")
                .open("get", "oembed", _ -> "x");
    }

    /** 01 §12: a message may quote what was sent, and not all of that can stand in a header. */
    @Test
    void quotesInHeadersOnlyWhatTheyCanHold() {
        var answer = client.get("/me/threads", "fields", "id\u0000\r\nX: \u00e9\"" + "x".repeat(1000));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/code")).isEqualTo("2500");
        assertThat(answer.response().headers().first("www-authenticate").orElse(""))
                .matches("OAuth \"Facebook Platform\" \"invalid_request\" \"[ -~&&[^\"]]+\"")
                .contains("X: ?'xxx")
                .hasSizeLessThan(600);
        assertThat(client.get("/a/b/c%0d%0aX:%20y").at("/error/message"))
                .isEqualTo("Unknown path components: /c\r\nX: y");
    }

    /** 01 §3, §13: a known path knows its methods without a token, and browsers are told the truth before they call. */
    @Test
    void refusesOtherMethodsOfOpenPathsWithoutAskingWhoCalls() {
        for (String method : List.of("DELETE", "PUT", "PATCH")) {
            for (String path : List.of("/access_token", "/v1.0/oembed/")) {
                var answer = client.answer(Request.of(method, path));
                assertThat(answer.status()).isEqualTo(400);
                assertThat(answer.at("/error/message"))
                        .isEqualTo("Unsupported request - method type: " + method.toLowerCase(Locale.ROOT));
                assertThat(answer.response().headers().has("access-control-allow-origin"))
                        .isEqualTo(path.contains("oembed"));
            }
        }
        assertThat(client.answer(Request.of("POST", "/oembed")).at("/error/code"))
                .isEqualTo("100");
        assertThat(allowedOrigin("/oembed")).contains("*");
        assertThat(allowedOrigin("/me/threads")).contains("*");
        assertThat(allowedOrigin("/access_token")).isEmpty();
        assertThat(allowedOrigin("/v1.0/access_token/")).isEmpty();
    }

    /** 06 §6: what somebody may not do with a node says nothing about whether it exists. */
    @Test
    void answersAnUnsupportedMethodOnANodeAsIfItWereNotThere() {
        String note = ids.next(Id.Kind.POST, ann).toString();

        for (String method : List.of("POST", "DELETE", "PUT")) {
            var answer = client.answer(Request.of(method, "/" + note + "?access_token=t"));
            assertThat(answer.at("/error/message"))
                    .isEqualTo(
                            "Unsupported " + method.toLowerCase(Locale.ROOT) + " request. Object with ID '" + note
                                    + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
            assertThat(answer.at("/error/error_subcode")).isEqualTo("33");
        }
    }

    /** 01 §4: {@code fields} is a list, and lists come in five ways. */
    @Test
    void takesFieldsInEveryWayAListCanBeSent() {
        String both = "{\"username\":\"ann\",\"id\":\"" + GraphClient.SCOPED_ID + "\"}";
        for (String query : List.of(
                "fields=username,id",
                "fields=username&fields=id",
                "fields[]=username&fields[]=id",
                "fields[0]=username&fields[1]=id",
                "fields=%5B%22username%22,%22id%22%5D")) {
            assertThat(client.answer(Request.of("GET", "/me?access_token=t&" + query))
                            .text())
                    .isEqualTo(both);
        }
        assertThat(client.answer(Request.of("POST", "/me?access_token=t&method=get")
                                .withBody("application/json", "{\"fields\":[\"username\",\"id\"]}"))
                        .text())
                .isEqualTo(both);
        assertThat(client.get("/me/threads", "fields", "[\"text\",\"owner{username,id}\"]")
                        .at("/data/0/owner/username"))
                .isEqualTo("ann");
    }

    /** 16 §10: what holds for the names of a list holds inside its braces. */
    @Test
    void leavesOutForeignNamesInListsAlsoInsideBraces() {
        String note = ids.next(Id.Kind.POST, ann).toString();

        assertThat(client.get("/me/threads", "fields", "owner{text,username}").at("/data/0/owner/username"))
                .isEqualTo("ann");
        assertThat(client.get("/me/threads", "fields", "owner{colour}").status())
                .isEqualTo(400);
        assertThat(client.get("/" + note, "fields", "owner{text}").at("/error/message"))
                .isEqualTo("Tried accessing nonexisting field (text)");
        assertThat(client.get("/" + note, "fields", "owner{}").text())
                .isEqualTo("{\"owner\":{\"id\":\"" + GraphClient.SCOPED_ID + "\"},\"id\":\"" + note + "\"}");
    }

    /** 01 §8: characters outside the basic plane are quoted whole. */
    @Test
    void quotesWholeCharactersInSyntaxErrors() {
        String faces = "id," + "\ud83d\ude00".repeat(120);

        assertThat(client.get("/me", "fields", faces).at("/error/message"))
                .isEqualTo("Syntax error \"Expected end of string instead of \"\ud83d\ude00\".\" at character 3: id,"
                        + "\ud83d\ude00".repeat(97) + "\u2026");
    }

    /** 07 §7.1.1: above 100 is 100, however far above; only digits of ASCII are digits. */
    @Test
    void takesNumbersBeyondAllBoundsForNumbers() {
        assertThat(client.get("/me/threads", "limit", "9".repeat(40)).status()).isEqualTo(200);
        assertThat(client.get("/me/threads", "limit", "-" + "9".repeat(40)).at("/error/message"))
                .isEqualTo("Param limit must be greater than or equal to 0.");
        for (String none : List.of("1.5", "1e2", "0x10", "\u0663", "+")) {
            assertThat(client.get("/me/threads", "limit", none).at("/error/message"))
                    .isEqualTo("Param limit must be a valid integer.");
        }
        assertThat(client.get("/lookup", "id", "9".repeat(40)).at("/error/error_user_msg"))
                .isEqualTo("The media with id " + "9".repeat(40) + " cannot be found.");
        assertThat(client.get("/lookup", "id", "-1").at("/error/message")).isEqualTo("Param id must be a number");
    }

    private Optional<String> allowedOrigin(String path) {
        Response answer = client.answer(Request.of("OPTIONS", path)).response();
        assertThat(answer.status()).isEqualTo(200);
        return answer.headers().first("access-control-allow-origin");
    }
}
