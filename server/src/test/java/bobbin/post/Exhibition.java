package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.fetch.Origin;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.image.ImageSamples;
import bobbin.video.SampleSound;
import bobbin.video.TestPattern;
import bobbin.video.VideoSample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** People who publish images and videos, which the server fetches from this machine. */
final class Exhibition implements AutoCloseable {
    final Town town;
    final GraphClient ann;
    /** Who was asked for a file, in order. */
    final List<Origin> origins = new ArrayList<>();

    private final Fixture fixture;
    private final PostGraph reading;

    Exhibition(Fixture fixture) {
        this.fixture = fixture;
        town = new Town(fixture);
        reading = new PostGraph(
                town.posts(),
                new PostFields(
                        town.posts(),
                        town.accounts,
                        _ -> Map.of(),
                        PostVotes.NONE,
                        Town.SETTINGS,
                        new PublicUrls(HttpSettings.from(Setting::standard))));
        ann = client(town.ann, town.publishGraph());
    }

    /** Calls on behalf of somebody who allows everything. */
    GraphClient client(Id account, PublishGraph writing) {
        Viewer viewer = new Viewer(
                town.demo, Optional.of(account), Optional.of(GraphClient.SCOPED_ID), EnumSet.allOf(Scope.class));
        return new GraphClient(fixture.time, viewer, Fidelity.META, writing, reading);
    }

    /** A container of ann's with a video of a second; its id. */
    String video() {
        return ann.post("/me/threads", "media_type", "VIDEO", "video_url", serve("video/mp4", mp4()))
                .at("/id");
    }

    /** A container of ann's with an image; its id. */
    String image(String... more) {
        return image(ann, more);
    }

    String image(GraphClient author, String... more) {
        String[] all = new String[more.length + 4];
        System.arraycopy(more, 0, all, 4, more.length);
        all[0] = "media_type";
        all[1] = "IMAGE";
        all[2] = "image_url";
        all[3] = serve("image/jpeg", ImageSamples.jpeg(400, 300));
        var answer = author.post("/me/threads", all);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/id");
    }

    String status(String container) {
        return ann.get("/" + container, "fields", "status").at("/status");
    }

    /** The id of the post. */
    static String publish(GraphClient author, String container) {
        var answer = author.post("/me/threads_publish", "creation_id", container);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.at("/id");
    }

    /** Where the server finds a file. */
    String serve(String type, byte[] file) {
        Origin origin = new Origin(Origin.serving(type, file));
        origins.add(origin);
        return "http://origin.test:" + origin.port() + "/file";
    }

    static byte[] mp4() {
        return VideoSample.mp4()
                .pictures(new TestPattern(320, 240).encode(12, 4), 320, 240)
                .duration(Duration.ofSeconds(1))
                .sound(SampleSound.silence())
                .bytes();
    }

    @Override
    public void close() {
        origins.forEach(Origin::close);
        town.studio.close();
    }
}
