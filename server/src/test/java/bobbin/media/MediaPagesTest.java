package bobbin.media;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.http.Server;
import bobbin.image.ImageSamples;
import bobbin.web.Site;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Files as browsers get them (07 §7.6.5). */
class MediaPagesTest {
    private static final HttpSettings HTTP =
            HttpSettings.from(Setting::standard).onPorts(0, 0);

    @RegisterExtension
    final Fixture fixture = new Fixture();

    @RegisterExtension
    final Gallery gallery = new Gallery(fixture);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Server server = Server.start(
            HTTP,
            new Site(
                    _ -> Optional.empty(),
                    new PublicUrls(HTTP),
                    new OperatorKey("a key for tests that is long enough"),
                    List.of(new MediaPages(gallery.studio.files()))),
            _ -> Response.noContent());

    private final Media media = gallery.fetchImage(gallery.serve("image/png", ImageSamples.clearPng(400, 400)));
    private byte[] file = new byte[0];

    @BeforeEach
    void publish() {
        gallery.keep(gallery.newPost(), media);
        file = gallery.served(media.path()).orElseThrow();
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    private HttpResponse<byte[]> ask(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<byte[]> get(String... headers) {
        return ask("GET", media.path().orElseThrow(), headers);
    }

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse("");
    }

    @Test
    void servesAFileForEver() {
        HttpResponse<byte[]> response = get();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo(file);
        assertThat(header(response, "Content-Type")).isEqualTo("image/png");
        assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(file.length));
        assertThat(header(response, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(response, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(response, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(response, "Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(header(response, "Set-Cookie")).isEmpty();
        assertThat(header(response, "ETag")).matches("\"[0-9a-f]{64}\"");
    }

    @Test
    void answersHeadWithoutTheFile() {
        HttpResponse<byte[]> response = ask("HEAD", media.path().orElseThrow());

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(header(response, "Content-Length")).isEqualTo(Integer.toString(file.length));
    }

    @Test
    void servesParts() {
        assertPart("bytes=0-0", 0, 1);
        assertPart("bytes=10-19", 10, 20);
        assertPart("bytes=10-", 10, file.length);
        assertPart("bytes=-5", file.length - 5, file.length);
        assertPart("bytes=-999999", 0, file.length);
        assertPart("bytes=1-999999", 1, file.length);
    }

    private void assertPart(String range, int from, int to) {
        HttpResponse<byte[]> response = get("Range", range);

        assertThat(response.statusCode()).as(range).isEqualTo(206);
        assertThat(response.body()).as(range).isEqualTo(Arrays.copyOfRange(file, from, to));
        assertThat(header(response, "Content-Range")).isEqualTo("bytes %d-%d/%d".formatted(from, to - 1, file.length));
        assertThat(header(response, "Content-Type")).isEqualTo("image/png");
    }

    @Test
    void saysWhenThereIsNoSuchPart() {
        for (String range : List.of("bytes=999999-", "bytes=-0", "bytes=" + file.length + "-", "bytes=9-3")) {
            HttpResponse<byte[]> response = get("Range", range);

            assertThat(response.statusCode()).as(range).isEqualTo(416);
            assertThat(header(response, "Content-Range")).isEqualTo("bytes */" + file.length);
        }
    }

    @Test
    void servesTheWholeForAnythingElse() {
        for (String range : List.of("bytes=0-1,3-4", "lines=0-1", "bytes=-", "bytes=a-b", "nonsense")) {
            assertThat(get("Range", range).statusCode()).as(range).isEqualTo(200);
        }
        assertThat(get("Range", "bytes=0-1", "If-Range", "\"another\"").statusCode())
                .isEqualTo(200);
        assertThat(get("Range", "bytes=0-1", "If-Range", header(get(), "ETag")).statusCode())
                .isEqualTo(206);
    }

    @Test
    void sendsNothingTwice() {
        String tag = header(get(), "ETag");

        assertThat(get("If-None-Match", tag).statusCode()).isEqualTo(304);
        assertThat(get("If-None-Match", "\"a\", W/" + tag).statusCode()).isEqualTo(304);
        assertThat(get("If-None-Match", "*").body()).isEmpty();
        assertThat(get("If-None-Match", "\"a\"").statusCode()).isEqualTo(200);
    }

    @Test
    void knowsNothingElse() {
        String path = media.path().orElseThrow();
        for (String other : List.of(
                path.replace(".png", ".jpg"),
                path.replace(".png", "-thumb.jpg"),
                path.replace(".png", ""),
                "/media/000aaaaaaaaaaaaaaaaaaaaaa.png",
                "/media/..%2f..%2fbobbin.db",
                "/media/x")) {
            assertThat(ask("GET", other).statusCode()).as(other).isEqualTo(404);
        }
        assertThat(ask("POST", path).statusCode()).isEqualTo(405);
    }

    @Test
    void servesNothingOfSomebodyWhoIsAway() {
        Id ann = gallery.ann;
        Farewell farewell = new Farewell();

        fixture.database.change(tx -> farewell.deactivated(tx, ann));
        assertThat(get().statusCode()).isEqualTo(404);
        fixture.database.change(tx -> farewell.reactivated(tx, ann));
        assertThat(get().statusCode()).isEqualTo(200);
        fixture.database.change(tx -> farewell.deleted(tx, ann));
        assertThat(get().statusCode()).isEqualTo(404);
        gallery.sweep();
        assertThat(gallery.files()).hasSize(1);
        fixture.database.change(tx -> farewell.removed(tx, ann));
        fixture.time.pass(Duration.ofHours(1));
        gallery.sweep();
        assertThat(gallery.files()).isEmpty();
    }
}
