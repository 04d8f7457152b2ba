package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The order of what is found, and its pages: 08 §8.1. */
class PopularityTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();

    @Test
    void looksOnUntilThePageIsFull() {
        Id eve = fair.town.person("eve");
        String found = fair.post(ann, "needle");
        for (int i = 0; i < 60; i++) {
            fair.post(bob, "needle " + i);
        }
        fair.town.relations.block(eve, bob);

        for (String type : List.of("TOP", "RECENT")) {
            assertThat(fair.search(eve, "needle", "search_type", type, "limit", "2"))
                    .containsExactly(found);
        }
    }

    @Test
    void showsWhatPeopleCaredForFirstAndPagesThroughIt() {
        Id[] posts = new Id[5];
        for (int i = 0; i < posts.length; i++) {
            posts[i] = id(fair.post(ann, "pears " + i));
        }
        fair.counts.put(posts[1], new Counts(100, 0, 0, 0, 0));
        fair.counts.put(posts[3], new Counts(0, 0, 1, 0, 0));
        fixture.database.change(tx -> {
            fair.standings.engaged(tx, posts[1]);
            fair.standings.engaged(tx, posts[3]);
        });
        List<String> expected = List.of(text(posts[1]), text(posts[3]), text(posts[4]), text(posts[2]), text(posts[0]));

        assertThat(fair.search(bob, "pears")).isEqualTo(expected);
        GraphClient client = fair.client(bob);
        GraphClient.Answer page = Fair.answer(client, "pears", "limit", "2");
        assertThat(Fair.ids(page)).isEqualTo(expected.subList(0, 2));
        assertThat(page.at("/paging/next")).contains("/keyword_search?").contains("limit=2&after=");
        fixture.time.pass(Duration.ofDays(8));
        fair.post(ann, "pears of later");
        page = Fair.answer(client, "pears", "limit", "2", "after", page.at("/paging/cursors/after"));
        assertThat(Fair.ids(page)).isEqualTo(expected.subList(2, 4));
        GraphClient.Answer back =
                Fair.answer(client, "pears", "limit", "2", "before", page.at("/paging/cursors/before"));
        assertThat(Fair.ids(back)).isEqualTo(expected.subList(0, 2));
        page = Fair.answer(client, "pears", "limit", "2", "after", page.at("/paging/cursors/after"));
        assertThat(Fair.ids(page)).isEqualTo(expected.subList(4, 5));
        assertThat(Fair.answer(client, "pears", "after", page.at("/paging/cursors/after"))
                        .text())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void looksAnewAtWhatItShows() {
        Id old = id(fair.post(ann, "kiwi"));
        fixture.time.pass(Duration.ofHours(1));
        String young = fair.post(ann, "kiwi");
        fair.counts.put(old, new Counts(0, 0, 0, 0, 100));

        assertThat(fair.search(bob, "kiwi")).containsExactly(young, text(old));
        assertThat(fair.search(bob, "kiwi")).containsExactly(text(old), young);
    }

    private static Id id(String text) {
        return Id.parse(text).orElseThrow();
    }

    private static String text(Id id) {
        return id.toString();
    }
}
