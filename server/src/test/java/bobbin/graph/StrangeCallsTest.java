package bobbin.graph;

import static bobbin.base.Scope.BASIC;
import static bobbin.graph.Edges.needs;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.Page;
import bobbin.base.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that no documentation shows, and that clients and strangers send all the same (06 §3). */
class StrangeCallsTest {
    private static final InstantSource TIME = InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

    private final Ids ids = new Ids(TIME);
    private final Id ann = ids.newOwner(Id.Kind.ACCOUNT);
    private final GraphClient client = new GraphClient(TIME, ann, EnumSet.allOf(Scope.class), this::declare);

    private void declare(Edges edges) {
        Fields<Id> note = Fields.of(Id::toString)
                .and("text", _ -> "hello")
                .and("owner", (call, _) -> Ref.toSelf(call.viewer()));
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
        edges.atRoot().forServers("access_token", _ -> "x").open("get", "oembed", _ -> "x");
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
}
