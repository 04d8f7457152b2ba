package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Setting;
import bobbin.base.Texts;
import bobbin.base.Window;
import bobbin.fetch.FetchSettings;
import bobbin.fetch.Fetcher;
import bobbin.fetch.Origin;
import bobbin.image.Images;
import bobbin.preview.PreviewSettings;
import bobbin.preview.Previewing;
import bobbin.work.Handler;
import bobbin.work.WorkSettings;
import bobbin.work.Worker;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Posts are found by the title of the page behind their link, as soon as it is known: 08 §8.1. */
class LinkTitlesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();
    private final Images images = new Images();
    private final Fetcher fetcher = new Fetcher(
            new FetchSettings(true, Texts.NONE, Texts.NONE, "Tester/1", Duration.ofSeconds(2), false),
            _ -> List.of(InetAddress.ofLiteral("127.0.0.1")));
    private final Worker worker =
            new Worker(
                    fixture.database,
                    fair.jobs,
                    Map.of(
                            Previewing.KIND,
                            Handler.of(new Previewing(
                                    fixture.database,
                                    fetcher,
                                    images,
                                    PreviewSettings.from(Setting::standard),
                                    fair.indexing)::run)),
                    WorkSettings.from(Setting::standard));
    private String title = "The art of rising bread";
    private final Origin origin =
            new Origin((line, out) -> Origin.saying("200 OK\nContent-Type: text/html", "<title>" + title + "</title>")
                    .answer(line, out));

    @AfterEach
    void close() {
        origin.close();
        fetcher.close();
        images.close();
    }

    @Test
    void findsAPostOnceTheTitleIsKnown() {
        String post = fair.post(ann, "Look: " + link());
        assertThat(search("bread")).isEmpty();

        worker.runDue();

        assertThat(search("bread")).containsExactly(post);
        assertThat(search("\"rising bread\" look")).containsExactly(post);
        assertThat(search("\"look bread\"")).isEmpty();
        assertThat(search("bread", "author_username", "ann", "media_type", "TEXT"))
                .containsExactly(post);
        assertThat(search("bread", "media_type", "IMAGE")).isEmpty();
    }

    @Test
    void findsAtOnceWhatLinksToAKnownPage() {
        String first = fair.post(ann, link());
        worker.runDue();
        String second = fair.post(bob, link());

        assertThat(search("bread")).containsExactly(second, first);
    }

    @Test
    void forgetsTheOldTitleOfAPageThatHasANewOne() {
        List<String> posts = new ArrayList<>(List.of(fair.post(ann, link())));
        worker.runDue();
        title = "Baking cake";
        fixture.time.pass(Duration.ofDays(8));
        for (int i = 0; i < 220; i++) {
            posts.addFirst(fair.post(ann, link()));
        }
        worker.runDue();

        assertThat(search("bread")).isEmpty();
        assertThat(search("cake", "limit", "100")).isEqualTo(posts.subList(0, 100));
        assertThat(search("cake", "until", "-7 days")).containsExactly(posts.getLast());
    }

    @Test
    void keepsThePlaceOfAPopularPost() {
        String liked = fair.post(ann, link());
        fair.counts.put(Id.parse(liked).orElseThrow(), new Counts(100, 0, 0, 0, 0));
        fixture.database.change(tx -> fair.standings.engaged(tx, Id.parse(liked).orElseThrow()));
        String other = fair.post(ann, "More " + link());
        worker.runDue();

        assertThat(fair.search(bob, "bread")).containsExactly(liked, other);
    }

    @Test
    void findsNothingThatWentMeanwhile() {
        String gone = fair.post(ann, link());
        String kept = fair.post(ann, link());
        fair.client(ann).delete("/" + gone);
        worker.runDue();
        assertThat(search("bread")).containsExactly(kept);

        fair.client(ann).delete("/" + kept);
        assertThat(search("bread")).isEmpty();
        fixture.database.change(
                tx -> fair.indexing.known(tx, List.of(Id.parse(kept).orElseThrow())));
        assertThat(fixture.database.<List<Hit>>read(tx ->
                        SearchStore.on(fixture.database.dialect()).byTime(tx, List.of("bread"), Window.newest(5))))
                .isEmpty();
    }

    private String link() {
        return "http://pages.example:" + origin.port() + "/a";
    }

    private List<String> search(String q, String... more) {
        String[] all = Arrays.copyOf(more, more.length + 2);
        all[more.length] = "search_type";
        all[more.length + 1] = "RECENT";
        return fair.search(bob, q, all);
    }
}
