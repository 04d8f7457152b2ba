package bobbin.graph;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.graph.Edges.needs;
import static org.assertj.core.api.Assertions.assertThat;

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

/** The machine alone, with one invented feature on it, and three notes that ann wrote, a second apart from noon on. */
final class Machine {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private Instant now = NOON;
    final InstantSource time = () -> now;
    final Ids ids = new Ids(time);
    final Id ann = ids.newOwner(Id.Kind.ACCOUNT);
    final Notes notes = new Notes();
    final GraphClient client = client(EnumSet.allOf(Scope.class), Fidelity.META);

    Machine() {
        for (String text : List.of("one", "two!", "three")) {
            now = now.plusSeconds(1);
            assertThat(client.post("/me/threads", "text", text).status()).isEqualTo(200);
        }
        now = now.plusSeconds(1);
    }

    record Note(Id id, String text, Optional<Id> parent) {}

    /** The invented feature. */
    final class Notes implements GraphPart {
        final List<Note> all = new ArrayList<>();
        /** How often the lengths of a page were asked for. */
        int queries;

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

    /** Calls on behalf of ann, who allows this. */
    GraphClient client(Set<Scope> scopes, Fidelity fidelity) {
        Viewer viewer = new Viewer(new Id(1), Optional.of(ann), Optional.of(GraphClient.SCOPED_ID), scopes);
        return new GraphClient(time, viewer, fidelity, notes);
    }

    /** Goes where a link of an answer leads. */
    GraphClient.Answer follow(String link) {
        return client.answer(Request.of("GET", link.substring("http://localhost".length())));
    }

    /** What is said of an object that cannot be had. */
    static String missing(String method, String id) {
        return "Unsupported " + method + " request. Object with ID '" + id
                + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation";
    }

    static void refused(GraphClient.Answer answer, int status, int code, String message) {
        assertThat(answer.at("/error/message")).isEqualTo(message);
        assertThat(answer.at("/error/code")).isEqualTo(Integer.toString(code));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).startsWith("{\"error\":{");
    }
}
