package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The same rules for cursors on all lists of posts (07 §7.1.1): own posts, replies and ghosts, what is found, profiles and mentions. */
class CursorsTest {
    /** Each list with what it needs to be asked for. */
    private static final Map<String, List<String>> LISTS = Map.of(
            "/me/threads", List.of(),
            "/me/replies", List.of(),
            "/me/ghost_posts", List.of(),
            "/me/mentions", List.of(),
            "/keyword_search", List.of("q", "plum", "search_type", "RECENT"),
            "/profile_posts", List.of("username", "bob"));

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();
    private final GraphClient client = fair.client(ann);

    @Test
    void walksEveryListToItsEndAndBack() {
        fill();

        LISTS.forEach((list, parameters) -> {
            List<String> all = Fair.ids(get(list, parameters));
            assertThat(all).as(list).hasSizeGreaterThan(3);
            List<String> walked = new ArrayList<>();
            GraphClient.Answer page = get(list, parameters, "limit", "1");
            GraphClient.Answer last = page;
            while (page.has("/paging")) {
                walked.addAll(Fair.ids(page));
                last = page;
                page = get(list, parameters, "limit", "1", "after", page.at("/paging/cursors/after"));
            }
            assertThat(walked).as(list).isEqualTo(all);
            assertThat(page.text()).isEqualTo("{\"data\":[]}");
            assertThat(last.has("/paging/next")).as(list).isFalse();
            assertThat(Fair.ids(get(list, parameters, "before", last.at("/paging/cursors/before"))))
                    .as(list)
                    .isEqualTo(all.subList(0, all.size() - 1));
            assertThat(get(list, parameters, "before", get(list, parameters).at("/paging/cursors/before"))
                            .text())
                    .isEqualTo("{\"data\":[]}");
        });
    }

    @Test
    void refusesCursorsOfOtherListsAndDamagedOnes() {
        fill();

        LISTS.forEach((list, parameters) -> {
            String own = get(list, parameters).at("/paging/cursors/after");
            Stream<String> foreign = LISTS.entrySet().stream()
                    .filter(other -> !other.getKey().equals(list))
                    .map(other -> get(other.getKey(), other.getValue()).at("/paging/cursors/after"));
            Stream<String> damaged = Stream.of(
                    own.substring(1),
                    own.substring(0, own.length() - 1),
                    own + "A",
                    own.toLowerCase(Locale.ROOT),
                    own.substring(0, 8) + (own.charAt(8) == 'A' ? 'B' : 'A') + own.substring(9),
                    own + " ",
                    "QVFI",
                    "QVFI=",
                    "QVFI" + "_".repeat(16),
                    "QVFI" + "A".repeat(10_000),
                    "0",
                    "-1",
                    "🙂",
                    "' or 1=1 --",
                    Fair.ids(get(list, parameters)).getFirst());
            Stream.concat(foreign, damaged).forEach(cursor -> {
                for (String name : List.of("before", "after")) {
                    refused(
                            list + " " + cursor,
                            get(list, parameters, name, cursor),
                            "Param " + name + " is not a valid cursor.");
                }
            });
            refused(
                    list,
                    get(list, parameters, "before", own, "after", own),
                    "Params before and after must not be used together.");
            assertThat(get(list, parameters, "before", "", "after", "").text())
                    .isEqualTo(get(list, parameters).text());
        });
    }

    @Test
    void goesOnFromCursorsOfWhatIsDeletedMeanwhile() {
        fill();

        LISTS.forEach((list, parameters) -> {
            GraphClient.Answer page = get(list, parameters, "limit", "2");
            List<String> rest = Fair.ids(get(list, parameters, "after", page.at("/paging/cursors/after")));
            String gone = Fair.ids(page).get(1);
            assertThat(client.delete("/" + gone).status() == 200
                            || fair.client(bob).delete("/" + gone).status() == 200)
                    .as(list)
                    .isTrue();

            assertThat(Fair.ids(get(list, parameters, "after", page.at("/paging/cursors/after"))))
                    .as(list)
                    .isNotEmpty()
                    .isEqualTo(rest);
            fill();
            assertThat(Fair.ids(get(list, parameters, "after", page.at("/paging/cursors/after"))))
                    .as(list)
                    .isEqualTo(rest);
        });
    }

    /** Four items more for each list. */
    private void fill() {
        for (int i = 0; i < 4; i++) {
            String root = fair.post(bob, "To @ann " + i);
            fair.post(ann, "a plum " + i);
            fair.post(ann, "text", "me too", "reply_to_id", root);
            fair.post(ann, "text", "boo", "is_ghost_post", "true");
        }
    }

    private GraphClient.Answer get(String list, List<String> parameters, String... more) {
        return client.get(
                list, Stream.concat(parameters.stream(), Stream.of(more)).toArray(String[]::new));
    }

    private static void refused(String what, GraphClient.Answer answer, String message) {
        assertThat(answer.status()).as(what).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo("THApiException");
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/message")).isEqualTo(message);
    }
}
