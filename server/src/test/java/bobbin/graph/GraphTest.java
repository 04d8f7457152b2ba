package bobbin.graph;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.graph.Edges.needs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.Page;
import bobbin.base.Scope;
import bobbin.http.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The machine alone, with one invented feature on it. */
class GraphTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Instant now = NOON;
    private final InstantSource time = () -> now;
    private final Ids ids = new Ids(time);
    private final Id ann = ids.newOwner(Id.Kind.ACCOUNT);
    private final Notes notes = new Notes();
    private final GraphClient client = client(EnumSet.allOf(Scope.class), Fidelity.META);

    private record Note(Id id, String text, Optional<Id> parent) {}

    private final class Notes implements GraphPart {
        private final List<Note> all = new ArrayList<>();
        private int queries;

        private final Fields<Note> fields = Fields.of(Note::id)
                .and("text", Note::text)
                .and("timestamp", note -> note.id().time())
                .and("parent", note -> note.parent().map(Ref::to))
                .and("owner", (call, _) -> Ref.toSelf(call.viewer()))
                .and("secret", Scope.READ_REPLIES, (_, _) -> "hush")
                .and("box", _ -> Map.of("a", 1, "b", 0.5))
                .forPage("length", this::lengths)
                .known("gif_url");

        @Override
        public void declare(Edges edges) {
            edges.on(Id.Kind.ACCOUNT)
                    .get(
                            needs(BASIC),
                            Fields.<Id>of((call, _) -> call.viewer().scopedId()).and("username", _ -> "ann"),
                            Call::self)
                    .list("threads", needs(BASIC), fields.without("parent"), this::list)
                    .wrapped(
                            "limits",
                            needs(BASIC),
                            Fields.<Id>withoutId().and("usage", _ -> 3).byDefault("usage"),
                            Call::self)
                    .post("threads", needs(BASIC, CONTENT_PUBLISH), this::write);
            edges.on(Id.Kind.POST)
                    .get(needs(BASIC), fields, this::read)
                    .delete(needs(BASIC, Scope.DELETE), _ -> Map.of("success", true));
            edges.atRoot()
                    .get(
                            "lookup",
                            needs(BASIC),
                            Fields.<String>withoutId().and("word", word -> word).allByDefault(),
                            call -> call.params().required("q"))
                    .open("get", "oembed", call -> Map.of("open", call.token().isPresent()))
                    .forServers("oauth/access_token", _ -> Map.of("access_token", "x"));
        }

        private Map<Note, Integer> lengths(Call call, List<Note> page) {
            queries++;
            Map<Note, Integer> lengths = new HashMap<>();
            page.forEach(note -> lengths.put(note, note.text().length()));
            return lengths;
        }

        private Page<Note> list(Call call) {
            var window = call.window();
            var found = (window.fromTheOldest() ? all : all.reversed())
                    .stream()
                            .filter(note -> note.id().compareTo(window.above()) > 0
                                    && note.id().compareTo(window.below()) < 0)
                            .limit(window.fetch())
                            .toList();
            return Page.of(window, found, Note::id);
        }

        private Note read(Call call) {
            return all.stream()
                    .filter(note -> note.id().equals(call.node()))
                    .findFirst()
                    .orElseThrow(call::missing);
        }

        private Object write(Call call) {
            Id id = ids.next(Id.Kind.POST, call.self());
            all.add(new Note(
                    id,
                    call.params().required("text"),
                    all.isEmpty() ? Optional.empty() : Optional.of(all.getLast().id())));
            return id;
        }
    }

    @BeforeEach
    void publishesThree() {
        for (String text : List.of("one", "two!", "three")) {
            now = now.plusSeconds(1);
            assertThat(client.post("/me/threads", "text", text).status()).isEqualTo(200);
        }
        now = now.plusSeconds(1);
    }

    @Test
    void showsOnlyTheIdUnlessAsked() {
        Id id = notes.all.getFirst().id();

        assertThat(client.get("/" + id).text()).isEqualTo("{\"id\":\"" + id + "\"}");
        assertThat(client.get("/me").text()).isEqualTo("{\"id\":\"" + GraphClient.SCOPED_ID + "\"}");
        assertThat(client.get("/" + GraphClient.SCOPED_ID).text())
                .isEqualTo(client.get("/me").text());
    }

    @Test
    void takesOurOwnNumberOfAPersonForNobodyTheCallerKnows() {
        for (Id person : List.of(ann, ids.newOwner(Id.Kind.ACCOUNT))) {
            assertThat(client.get("/" + person).at("/error/error_subcode")).isEqualTo("33");
            assertThat(client.get("/" + person + "/threads").at("/error/error_subcode"))
                    .isEqualTo("33");
            assertThat(client.post("/" + person + "/threads", "text", "x").at("/error/error_subcode"))
                    .isEqualTo("4279009");
        }
    }

    @Test
    void putsTheCursorBeforeInFrontOfTheOneAfter() {
        String list = client.get("/me/threads").text();

        assertThat(list).contains("\"cursors\":{\"before\":\"");
    }

    @Test
    void keepsTheOrderOfTheRequestAndPutsTheIdLast() {
        Id id = notes.all.getFirst().id();

        assertThat(client.get("/" + id, "fields", "timestamp,text,text,gif_url").text())
                .isEqualTo("{\"timestamp\":\"2026-01-01T12:00:01+0000\",\"text\":\"one\",\"id\":\"" + id + "\"}");
    }

    @Test
    void answersWithAndWithoutAVersionAndASlash() {
        for (String path : List.of("/me", "/me/", "/v1.0/me", "/v1.0/me/", "/v9.9/me", "//me")) {
            assertThat(client.get(path).at("/id")).as(path).isEqualTo(GraphClient.SCOPED_ID);
        }
    }

    @Test
    void showsOtherNodesAsIdsOrWithWhatIsSelected() {
        Id first = notes.all.getFirst().id();
        Id second = notes.all.get(1).id();

        assertThat(client.get("/" + second, "fields", "parent").text())
                .isEqualTo("{\"parent\":{\"id\":\"" + first + "\"},\"id\":\"" + second + "\"}");
        assertThat(client.get("/" + second, "fields", "parent{text,length},owner{username}")
                        .text())
                .isEqualTo("{\"parent\":{\"text\":\"one\",\"length\":3,\"id\":\"" + first
                        + "\"},\"owner\":{\"username\":\"ann\",\"id\":\"" + GraphClient.SCOPED_ID + "\"},\"id\":\""
                        + second + "\"}");
        assertThat(client.get("/" + second, "fields", "parent{colour}").at("/error/message"))
                .isEqualTo("Tried accessing nonexisting field (colour)");
    }

    @Test
    void selectsInsideObjects() {
        Id id = notes.all.getFirst().id();

        assertThat(client.get("/" + id, "fields", "id,box{b,c}").text())
                .isEqualTo("{\"id\":\"" + id + "\",\"box\":{\"b\":0.5}}");
    }

    @Test
    void readsAFieldOfAWholePageAtOnce() {
        var page = client.get("/me/threads", "fields", "length");

        assertThat(page.at("/data/0/length")).isEqualTo("5");
        assertThat(page.at("/data/2/length")).isEqualTo("3");
        assertThat(notes.queries).isEqualTo(1);
    }

    @Test
    void leavesOutWhatThePermissionsDoNotShow() {
        Id id = notes.all.getFirst().id();

        assertThat(client.get("/" + id, "fields", "secret").at("/secret")).isEqualTo("hush");
        assertThat(client(Set.of(BASIC), Fidelity.META)
                        .get("/" + id, "fields", "secret")
                        .text())
                .isEqualTo("{\"id\":\"" + id + "\"}");
    }

    @Test
    void walksFromPageToPageAndBack() {
        var newest = client.get("/me/threads", "limit", "1", "fields", "text");
        assertThat(newest.at("/data/0/text")).isEqualTo("three");
        assertThat(newest.has("/paging/previous")).isFalse();

        var older = follow(newest.at("/paging/next"));
        assertThat(older.at("/data/0/text")).isEqualTo("two!");

        var oldest = follow(older.at("/paging/next"));
        assertThat(oldest.at("/data/0/text")).isEqualTo("one");
        assertThat(oldest.has("/paging/next")).isFalse();
        assertThat(client.get("/me/threads", "after", oldest.at("/paging/cursors/after"))
                        .text())
                .isEqualTo("{\"data\":[]}");

        var back = follow(oldest.at("/paging/previous"));
        assertThat(back.at("/data/0/text")).isEqualTo("two!");
        assertThat(back.has("/paging/next")).isTrue();

        var first = follow(back.at("/paging/previous"));
        assertThat(first.at("/data/0/text")).isEqualTo("three");
        assertThat(first.has("/paging/previous")).isFalse();
    }

    @Test
    void linksCarryTheVersionTheParametersAndTheTokenOnlyIfItWasAParameter() {
        var asParameter =
                client.answer(Request.of("GET", "/v1.0/me/threads?access_token=a%7Cb&fields=id%2Ctext&limit=1"));
        assertThat(asParameter.at("/paging/next"))
                .startsWith("http://localhost/v1.0/me/threads?access_token=a%7Cb&fields=id%2Ctext&limit=1&after=");

        var asHeader =
                client.answer(Request.of("GET", "/me/threads?limit=1").withHeader("Authorization", "Bearer secret"));
        assertThat(asHeader.at("/paging/next"))
                .startsWith("http://localhost/me/threads?limit=1&after=")
                .doesNotContain("secret");
    }

    @Test
    void cutsAListByTime() {
        assertThat(texts("since", "2026-01-01T12:00:02Z")).containsExactly("three", "two!");
        assertThat(texts("until", "2026-01-01T12:00:02Z")).containsExactly("two!", "one");
        assertThat(texts("since", "1767268802", "until", "1767268803")).containsExactly("three", "two!");
        assertThat(texts("since", "", "until", "", "limit", "")).hasSize(3);
        assertThat(texts("until", "tomorrow")).hasSize(3);
    }

    @Test
    void refusesWrongPlacesInAList() {
        refused(client.get("/me/threads", "limit", "-1"), 400, 100, "Param limit must be greater than or equal to 0.");
        refused(client.get("/me/threads", "limit", "x"), 400, 100, "Param limit must be a number");
        refused(client.get("/me/threads", "after", "QVFIx"), 400, 100, "Param after is not a valid cursor.");
        refused(client.get("/me/threads", "since", "soon"), 400, 100, "Param since must be a valid timestamp.");
        refused(
                client.get("/me/threads", "since", "1688540399"),
                400,
                100,
                "Param since must be greater than or equal to 1688540400.");
        refused(
                client.get("/me/threads", "since", "1767268802", "until", "1767268802"),
                400,
                100,
                "Param since must be less than until.");
        String cursor = client.get("/me/threads").at("/paging/cursors/after");
        refused(
                client.get("/me/threads", "after", cursor, "before", cursor),
                400,
                100,
                "Params before and after must not be used together.");
        assertThat(client.get("/me/threads", "limit", "0").text()).isEqualTo("{\"data\":[]}");
        assertThat(client.get("/me/threads", "limit", "1000").status()).isEqualTo(200);
    }

    @Test
    void tellsAnUnknownNameFromOneOfAnotherObject() {
        Id id = notes.all.getFirst().id();

        refused(client.get("/" + id, "fields", "id,foo"), 500, 100, "Tried accessing nonexisting field (foo)");
        refused(
                client(EnumSet.allOf(Scope.class), Fidelity.FRIENDLY).get("/" + id, "fields", "username"),
                400,
                100,
                "Tried accessing nonexisting field (username)");
        refused(client.get("/me/threads", "fields", "id,foo"), 400, 100, "Tried accessing nonexisting field (foo)");
        assertThat(client.get("/me/threads", "fields", "id,username,parent").status())
                .isEqualTo(200);
    }

    @Test
    void refusesWhatIsNotThere() {
        String unknown = ids.next(Id.Kind.POST, ann).toString();

        refused(client.get("/" + unknown), 400, 100, missing("get", unknown));
        assertThat(client.get("/" + unknown).at("/error/error_subcode")).isEqualTo("33");
        refused(client.delete("/zuck"), 400, 100, missing("delete", "zuck"));
        refused(client.get("/42"), 400, 100, missing("get", "42"));
        refused(client.get("/42/threads"), 400, 100, missing("get", "42"));
        refused(client.post("/42/threads", "text", "x"), 400, 24, "The requested resource does not exist");
        assertThat(client.post("/42/threads").at("/error/error_user_msg"))
                .isEqualTo("The media with id 42 cannot be found.");
        refused(client.get("/me/likes"), 400, 100, "Tried accessing nonexisting field (likes)");
        refused(client.get("/a/b/c/d"), 400, 2500, "Unknown path components: /c/d");
        refused(client.get("/9223372036854775808"), 400, 100, missing("get", "9223372036854775808"));
    }

    @Test
    void refusesOtherMethods() {
        Id id = notes.all.getFirst().id();

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
        Id id = notes.all.getFirst().id();

        assertThat(client.post("/" + id, "method", "delete").text()).isEqualTo("{\"success\":true}");
        assertThat(client.post("/" + id, "method", "GET").at("/id")).isEqualTo(id.toString());
    }

    @Test
    void asksForPermissions() {
        refused(
                client(Set.of(BASIC), Fidelity.META).post("/me/threads", "text", "x"),
                500,
                10,
                "Application does not have permission for this action");
        refused(
                client(Set.of(BASIC), Fidelity.FRIENDLY).post("/me/threads", "text", "x"),
                403,
                10,
                "Application does not have permission for this action");
        var withoutBasic = client(Set.of(CONTENT_PUBLISH), Fidelity.META).get("/me");
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
                client.answer(Request.of("GET", "/" + notes.all.getFirst().id())),
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
        GraphClient appClient = new GraphClient(time, app, Fidelity.FRIENDLY, notes);

        refused(
                appClient.get("/me"),
                400,
                2500,
                "An active access token must be used to query information about the current user.");
        refused(
                appClient.get("/" + notes.all.getFirst().id()),
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
        var answer = new GraphClient(time, ann, Set.of(BASIC), broken).get("/me");

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
    void wrapsOneObjectInAList() {
        assertThat(client.get("/me/limits").text()).isEqualTo("{\"data\":[{\"usage\":3}]}");
        assertThat(client.get("/lookup", "q", "tea").text()).isEqualTo("{\"word\":\"tea\"}");
        refused(client.get("/lookup"), 400, 100, "The parameter q is required");
    }

    @Test
    void doesNotStartWithAnEdgeDeclaredTwice() {
        GraphPart part = edges -> edges.atRoot().open("get", "oembed", _ -> Map.of());

        assertThatThrownBy(() -> new GraphClient(time, ann, Set.of(BASIC), part, part))
                .hasMessage("Declared twice: GET /oembed");
    }

    private GraphClient client(Set<Scope> scopes, Fidelity fidelity) {
        Viewer viewer = new Viewer(new Id(1), Optional.of(ann), Optional.of(GraphClient.SCOPED_ID), scopes);
        return new GraphClient(time, viewer, fidelity, notes);
    }

    private GraphClient.Answer follow(String link) {
        return client.answer(Request.of("GET", link.substring("http://localhost".length())));
    }

    private List<String> texts(String... parameters) {
        String[] all = new String[parameters.length + 2];
        System.arraycopy(parameters, 0, all, 0, parameters.length);
        all[parameters.length] = "fields";
        all[parameters.length + 1] = "text";
        var page = client.get("/me/threads", all);
        List<String> texts = new ArrayList<>();
        for (int i = 0; page.has("/data/" + i + "/text"); i++) {
            texts.add(page.at("/data/" + i + "/text"));
        }
        return texts;
    }

    private static String missing(String method, String id) {
        return "Unsupported " + method + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation";
    }

    private static void refused(GraphClient.Answer answer, int status, int code, String message) {
        assertThat(answer.at("/error/message")).isEqualTo(message);
        assertThat(answer.at("/error/code")).isEqualTo(Integer.toString(code));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).startsWith("{\"error\":{");
    }
}
