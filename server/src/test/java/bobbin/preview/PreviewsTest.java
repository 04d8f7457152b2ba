package bobbin.preview;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Setting;
import bobbin.base.Texts;
import bobbin.fetch.FetchSettings;
import bobbin.fetch.Fetcher;
import bobbin.fetch.Origin;
import bobbin.image.Images;
import bobbin.post.Authors;
import bobbin.post.Deletions;
import bobbin.post.Draft;
import bobbin.post.Post;
import bobbin.post.PostRules;
import bobbin.post.Publishing;
import bobbin.post.Town;
import bobbin.post.Writer;
import bobbin.work.Handler;
import bobbin.work.Jobs;
import bobbin.work.WorkSettings;
import bobbin.work.Worker;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Previews of links, fetched from a server on this machine (04 §5.1, 04 §7.3, 15 §15.10). */
class PreviewsTest {
    private static final String TITLED = "<title>Tea</title><meta property=og:image content=/p.jpg>";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final Images images = new Images();
    private Origin.Script script = PreviewsTest::page;
    private final Origin origin = new Origin((line, out) -> script.answer(line, out));
    private final Fetcher neighbours = fetcher(true);
    private final Fetcher strict = fetcher(false);
    private final Place place =
            new Place(new PreviewSettings(true, Duration.ofSeconds(1), Duration.ofDays(7)), neighbours);

    @AfterEach
    void close() {
        origin.close();
        neighbours.close();
        strict.close();
        images.close();
    }

    @Test
    void showsWhatThePageSaysAboutItself() {
        Id post = place.write(link("/a"));
        assertThat(place.preview(post)).isEmpty();

        place.worker.runDue();

        Preview preview = place.preview(post).orElseThrow();
        assertThat(preview.title()).isEqualTo("Tea");
        String name = preview.picture().orElseThrow().replace("/preview/", "");
        assertThat(place.previews.picture(name).orElseThrow().mediaType()).isEqualTo("image/jpeg");
        assertThat(place.previews.picture("../x")).isEmpty();
    }

    @Test
    void asksOnceForAllWhoLinkThereWhileItIsFresh() {
        Id first = place.write(link("/a"));
        Id second = place.write(link("/a"));
        place.worker.runDue();
        place.write(link("/a"));
        place.worker.runDue();

        assertThat(pages()).isEqualTo(1);
        assertThat(place.preview(first)).isEqualTo(place.preview(second)).isPresent();

        fixture.time.pass(Duration.ofDays(8));
        place.write(link("/a"));
        place.worker.runDue();

        assertThat(pages()).isEqualTo(2);
        assertThat(place.preview(first)).isPresent();
    }

    @Test
    void goesWithTheLastPostThatHasTheLink() {
        Id first = place.write(link("/a"));
        Id second = place.write(link("/a"));
        place.worker.runDue();
        Post kept = place.post(second);
        String name = place.preview(first).orElseThrow().picture().orElseThrow().replace("/preview/", "");

        place.deletions.delete(Writer.onTheWeb(town.ann), first);
        assertThat(place.preview(second)).isPresent();

        place.deletions.delete(Writer.onTheWeb(town.ann), second);
        assertThat(fixture.database.<Map<Id, Preview>>read(tx -> place.previews.of(tx, List.of(kept))))
                .isEmpty();
        assertThat(place.previews.picture(name)).isEmpty();
    }

    @Test
    void asksNothingForALinkThatIsGoneAlready() {
        Id post = place.write(link("/a"));
        place.deletions.delete(Writer.onTheWeb(town.ann), post);

        place.worker.runDue();

        assertThat(origin.asked).isEmpty();
    }

    @Test
    void endsAsNoPreviewWhateverThePageDoes() {
        assertNone(Origin.saying("404 Not Found\nContent-Type: text/html", TITLED));
        assertNone(Origin.saying("200 OK\nContent-Type: application/pdf", TITLED));
        assertNone(Origin.saying("302 Found\nLocation: http://pages.example:" + origin.port() + "/again", ""));
        assertNone(Origin.saying("302 Found\nLocation: file:///etc/passwd", ""));
        assertNone(PreviewsTest::endless);
        assertNone((_, _) -> {});
    }

    @Test
    void showsThePageWithoutAPictureThatIsNone() {
        script = Origin.saying("200 OK\nContent-Type: text/html", TITLED);
        Id post = place.write(link("/a"));
        place.worker.runDue();

        assertThat(place.preview(post))
                .contains(new Preview("Tea", Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void neverAsksPrivateAddresses() {
        Place guarded = new Place(PreviewSettings.from(Setting::standard), strict);
        Id post = guarded.write(link("/a"));
        guarded.worker.runDue();

        assertThat(origin.asked).isEmpty();
        assertThat(guarded.preview(post)).isEmpty();
    }

    @Test
    void asksNobodyIfSwitchedOff() {
        Place quiet = new Place(new PreviewSettings(false, Duration.ofSeconds(1), Duration.ofDays(7)), neighbours);
        quiet.write(link("/a"));
        quiet.worker.runDue();

        assertThat(origin.asked).isEmpty();
    }

    private void assertNone(Origin.Script answer) {
        script = answer;
        Id post = place.write(link("/" + origin.asked.size()));
        int before = origin.asked.size();
        place.worker.runDue();

        assertThat(origin.asked).hasSizeGreaterThan(before);
        assertThat(place.preview(post)).isEmpty();
    }

    private String link(String path) {
        return "http://pages.example:" + origin.port() + path;
    }

    private long pages() {
        return origin.asked.stream()
                .filter(request -> request.startsWith("GET /a "))
                .count();
    }

    private static void page(String line, OutputStream out) throws IOException {
        Origin.Script answer = line.startsWith("GET /p.jpg")
                ? Origin.serving(
                        "image/jpeg",
                        Images.encode(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB))
                                .bytes())
                : Origin.saying("200 OK\nContent-Type: text/html", TITLED);
        answer.answer(line, out);
    }

    private static void endless(String line, OutputStream out) throws IOException {
        out.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<title>x</title>".getBytes(UTF_8));
        byte[] more = new byte[1 << 16];
        while (!line.isEmpty()) {
            out.write(more);
        }
    }

    private static Fetcher fetcher(boolean allowPrivate) {
        return new Fetcher(
                new FetchSettings(allowPrivate, Texts.NONE, Texts.NONE, "Tester/1", Duration.ofSeconds(2), false),
                _ -> List.of(InetAddress.ofLiteral("127.0.0.1")));
    }

    /** Where people write posts with links. */
    private final class Place {
        final Previews previews;
        final Publishing publishing;
        final Deletions deletions;
        final Worker worker;

        Place(PreviewSettings settings, Fetcher fetcher) {
            Jobs jobs = new Jobs(fixture.ids);
            previews = new Previews(fixture.database, jobs, settings);
            publishing = town.publishing(Town.SETTINGS, new Authors(town.accounts), previews);
            deletions = town.deletions(new PostRules() {}, previews);
            worker =
                    new Worker(
                            fixture.database,
                            jobs,
                            Map.of(
                                    Previewing.KIND,
                                    Handler.of(new Previewing(
                                            fixture.database, fetcher, images, settings, PreviewEvents.NONE)::run)),
                            WorkSettings.from(Setting::standard));
        }

        Id write(String text) {
            return publishing
                    .publishAtOnce(Writer.onTheWeb(town.ann), Draft.text(text))
                    .post();
        }

        Post post(Id id) {
            return fixture.database
                    .<Optional<Post>>read(tx -> town.posts().find(tx, id))
                    .orElseThrow();
        }

        Optional<Preview> preview(Id id) {
            Post post = post(id);
            Map<Id, Preview> found = fixture.database.read(tx -> previews.of(tx, List.of(post)));
            return Optional.ofNullable(found.get(id));
        }
    }
}
