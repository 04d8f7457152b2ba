package bobbin.graph;

import static bobbin.graph.Edges.needs;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Scope;
import bobbin.base.Window;
import bobbin.http.Request;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A long list of which the caller may see very little: each page says where to go on, until the list is over (07 §7.1.1). */
class ThinListTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:15:04Z");

    private final Id ann = new Id(1);
    private final List<Id> list = IntStream.rangeClosed(0, 4000)
            .mapToObj(i -> Id.floor(NOW.minusSeconds(i)))
            .toList();
    private final List<Id> seen = List.of(list.getFirst(), list.get(3500));
    private final GraphClient client =
            new GraphClient(InstantSource.fixed(NOW), ann, EnumSet.of(Scope.BASIC), this::declare);

    private void declare(Edges edges) {
        edges.atRoot()
                .list(
                        "thin",
                        needs(Scope.BASIC),
                        Fields.of(Id::toString),
                        call -> Page.sifted(
                                call.window(),
                                id -> id,
                                this::read,
                                piece -> piece.stream().filter(seen::contains).toList()));
    }

    private List<Id> read(Window window) {
        return (window.fromTheOldest() ? list.reversed() : list)
                .stream()
                        .filter(id -> id.compareTo(window.above()) > 0 && id.compareTo(window.below()) < 0)
                        .limit(window.fetch())
                        .toList();
    }

    @Test
    void leadsFromPageToPageEvenThroughEmptyOnes() {
        List<String> found = new ArrayList<>();
        var page = client.get("/thin", "limit", "10");
        while (page.has("/paging/next")) {
            found.add(page.has("/data/0") ? page.at("/data/0/id") : "nothing");
            assertThat(page.at("/paging/next")).endsWith("&after=" + page.at("/paging/cursors/after"));
            page = client.answer(Request.of("GET", page.at("/paging/next").replaceFirst("^https?://[^/]+", "")));
        }
        found.add(page.at("/data/0/id"));

        assertThat(found)
                .containsExactly(
                        seen.getFirst().toString(), "nothing", seen.getLast().toString());
        assertThat(client.get("/thin", "after", page.at("/paging/cursors/after"))
                        .text())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void leadsBackTheSameWay() {
        var end = client.get(
                "/thin",
                "since",
                Long.toString(NOW.minusSeconds(3500).getEpochSecond()),
                "until",
                Long.toString(NOW.minusSeconds(3499).getEpochSecond()));
        assertThat(end.at("/data/0/id")).isEqualTo(list.get(3500).toString());
        var page = client.get("/thin", "before", end.at("/paging/cursors/before"));
        while (!page.has("/data/0")) {
            page = client.get("/thin", "before", page.at("/paging/cursors/before"));
        }

        assertThat(page.at("/data/0/id")).isEqualTo(list.getFirst().toString());
        assertThat(client.get("/thin", "before", page.at("/paging/cursors/before"))
                        .text())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void showsNothingToWhomWantsNothing() {
        assertThat(client.get("/thin", "limit", "0").text()).isEqualTo("{\"data\":[]}");
    }
}
