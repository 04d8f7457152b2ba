package bobbin.media;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Setting;
import bobbin.base.Texts;
import bobbin.fetch.FetchSettings;
import bobbin.fetch.Fetcher;
import bobbin.fetch.Origin;
import bobbin.image.Images;
import bobbin.media.MediaSettings.Place;
import bobbin.media.MediaSettings.S3;
import bobbin.media.MediaSettings.Store;
import bobbin.sql.Tx;
import bobbin.video.VideoRules;
import bobbin.work.Jobs;
import bobbin.work.WorkSettings;
import bobbin.work.Worker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole feature on a fresh database and a folder of its own, with a worker that runs when it is told to. */
final class Gallery implements AfterEachCallback {
    static final S3 NO_S3 = new S3(URI.create(""), "", "", "", "", "", true);

    final Path folder;
    final Fixture fixture;
    final Id ann;
    final Id bob;
    final List<Media> settled = new CopyOnWriteArrayList<>();
    final Jobs jobs;
    final Worker worker;
    final Studio studio;
    final Medias medias;

    private final Fetcher fetcher;
    private final Images images = new Images();
    private final List<Origin> origins = new ArrayList<>();
    private final List<Gallery> others = new ArrayList<>();

    Gallery(Fixture fixture) {
        this(fixture, settings -> settings);
    }

    private Gallery(Fixture fixture, Function<MediaSettings, MediaSettings> change) {
        this.fixture = fixture;
        try {
            folder = Files.createTempDirectory("bobbin-media");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
        bob = fixture.ids.newOwner(Id.Kind.ACCOUNT);
        jobs = new Jobs(fixture.ids);
        fetcher = new Fetcher(
                new FetchSettings(true, Texts.NONE, Texts.NONE, "Tester/1", Duration.ofSeconds(2), false),
                _ -> List.of(InetAddress.ofLiteral("127.0.0.1")));
        MediaSettings settings = change.apply(new MediaSettings(
                new Place(Store.LOCAL, folder, NO_S3),
                Duration.ofSeconds(8),
                Duration.ofMinutes(1),
                Duration.ofMinutes(4),
                2,
                1L << 30));
        studio = new Studio(
                new Studio.Tools(fixture.database, fixture.ids, jobs, fetcher, images, fixture.time),
                settings,
                new VideoRules(false),
                (_, media) -> settled.add(media));
        medias = studio.medias();
        worker = new Worker(
                fixture.database,
                jobs,
                Map.of(Fetching.KIND, studio.fetching(), Sweeping.KIND, studio.sweeping()),
                WorkSettings.from(Setting::standard));
    }

    /** Another server of ours on the same database, set up otherwise; goes away with this one. */
    Gallery other(Function<MediaSettings, MediaSettings> change) {
        Gallery other = new Gallery(fixture, change);
        others.add(other);
        return other;
    }

    /** Another server that answers everything like this, and its address. */
    String serve(Origin.Script script) {
        Origin origin = new Origin(script);
        origins.add(origin);
        return "http://origin.test:" + origin.port() + "/file";
    }

    String serve(String type, byte[] file) {
        return serve(Origin.serving(type, file));
    }

    Media fetchImage(String url) {
        return medias.fetchImage(ann, MediaSource.of(Media.Kind.IMAGE, url));
    }

    Media fetchVideo(String url) {
        MediaSource source = MediaSource.of(Media.Kind.VIDEO, url);
        return fixture.database.write(tx -> medias.fetchLater(tx, ann, source));
    }

    Media find(Media media) {
        return find(media.id()).orElseThrow();
    }

    Optional<Media> find(Id id) {
        return fixture.database.read(tx -> medias.find(tx, List.of(id))).stream()
                .findFirst();
    }

    boolean keep(Id holder, Media... media) {
        List<Id> ids = Stream.of(media).map(Media::id).toList();
        return fixture.database.write(tx -> medias.keep(tx, ann, holder, ids));
    }

    void release(Id holder) {
        fixture.database.change(tx -> medias.release(tx, ann, holder));
    }

    /** Does what is done once an hour. */
    void sweep() {
        fixture.database.change((Tx tx) -> jobs.keep(tx, Sweeping.KIND, tx.now()));
        worker.runDue();
    }

    Id newPost() {
        return fixture.ids.next(Id.Kind.POST, ann);
    }

    /** What is served under a path; empty if nothing is. */
    Optional<byte[]> served(Optional<String> path) {
        String name = path.orElseThrow().substring("/media/".length());
        return studio.files().find(name).map(file -> {
            var bytes = new ByteArrayOutputStream();
            try {
                file.writeTo(bytes, 0, file.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        });
    }

    /** Files in the folder, also those on their way in. */
    List<Path> files() {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        for (Gallery other : others) {
            other.afterEach(context);
        }
        origins.forEach(Origin::close);
        studio.close();
        fetcher.close();
        images.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
