package bobbin.media;

import bobbin.base.Ids;
import bobbin.fetch.Fetcher;
import bobbin.image.Images;
import bobbin.sql.Database;
import bobbin.video.Thumbnails;
import bobbin.video.VideoRules;
import bobbin.work.Jobs;
import java.time.Duration;
import java.time.InstantSource;

/** Everything that this feature does, put together. */
public final class Studio implements AutoCloseable {
    private static final Duration THUMBNAIL_TIME = Duration.ofSeconds(5);

    private final Medias medias;
    private final Uploads uploads;
    private final ShownFiles files;
    private final Fetching fetching;
    private final Sweeping sweeping;
    private final Storage storage;

    /** What it is made with. */
    public record Tools(Database database, Ids ids, Jobs jobs, Fetcher fetcher, Images images, InstantSource time) {}

    /** @param events whoever wants to know at once what became of media that were fetched in the background */
    public Studio(Tools tools, MediaSettings settings, VideoRules rules, MediaEvents events) {
        Database database = tools.database();
        Incoming incoming = new Incoming(settings.place().folder().resolve("incoming"));
        storage = storage(settings.place());
        Downloads downloads = new Downloads(tools.fetcher(), database, storage, incoming);
        Workshop workshop = new Workshop(downloads, incoming, tools.images(), new Thumbnails(THUMBNAIL_TIME), rules);
        Shelf shelf = new Shelf(storage);
        Room room = new Room(database, settings.unpublished());
        Backstage backstage = new Backstage(workshop, shelf, new Settling(database, events), room);

        medias = new Medias(database, tools.ids(), tools.jobs(), backstage, settings);
        uploads = new Uploads(database, tools.ids(), storage, incoming, room);
        files = new ShownFiles(database, storage);
        fetching = new Fetching(backstage, settings, tools.time());
        sweeping = new Sweeping(database, shelf, incoming, tools.time());
    }

    private static Storage storage(MediaSettings.Place place) {
        return switch (place.store()) {
            case LOCAL -> new LocalStorage(place.folder());
            case S3 -> new S3Storage(place.s3());
        };
    }

    /** What posts do with images and videos. */
    public Medias medias() {
        return medias;
    }

    /** Files that people bring themselves. */
    public Uploads uploads() {
        return uploads;
    }

    /** What is served. */
    public ShownFiles files() {
        return files;
    }

    /** Does what calls do not wait for. */
    public Fetching fetching() {
        return fetching;
    }

    /** Removes what is not shown any more. */
    public Sweeping sweeping() {
        return sweeping;
    }

    @Override
    public void close() {
        storage.close();
    }
}
