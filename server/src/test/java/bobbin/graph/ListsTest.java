package bobbin.graph;

import static bobbin.graph.Machine.refused;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.GraphClient;
import bobbin.http.Request;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists, page by page. */
class ListsTest {
    private final Machine machine = new Machine();
    private final GraphClient client = machine.client;

    @Test
    void putsTheCursorBeforeInFrontOfTheOneAfter() {
        String list = client.get("/me/threads").text();

        assertThat(list).contains("\"cursors\":{\"before\":\"");
    }

    @Test
    void walksFromPageToPageAndBack() {
        var newest = client.get("/me/threads", "limit", "1", "fields", "text");
        assertThat(newest.at("/data/0/text")).isEqualTo("three");
        assertThat(newest.has("/paging/previous")).isFalse();

        var older = machine.follow(newest.at("/paging/next"));
        assertThat(older.at("/data/0/text")).isEqualTo("two!");

        var oldest = machine.follow(older.at("/paging/next"));
        assertThat(oldest.at("/data/0/text")).isEqualTo("one");
        assertThat(oldest.has("/paging/next")).isFalse();
        assertThat(client.get("/me/threads", "after", oldest.at("/paging/cursors/after"))
                        .text())
                .isEqualTo("{\"data\":[]}");

        var back = machine.follow(oldest.at("/paging/previous"));
        assertThat(back.at("/data/0/text")).isEqualTo("two!");
        assertThat(back.has("/paging/next")).isTrue();

        var first = machine.follow(back.at("/paging/previous"));
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
        refused(client.get("/me/threads", "limit", "x"), 400, 100, "Param limit must be a valid integer.");
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
}
