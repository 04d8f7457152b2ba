package bobbin.preview;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.fetch.Bounds;
import bobbin.fetch.FetchFailed;
import bobbin.fetch.Fetched;
import bobbin.fetch.Fetcher;
import bobbin.fetch.WebUrl;
import bobbin.image.Image;
import bobbin.image.ImageRules;
import bobbin.image.Images;
import bobbin.image.Shape;
import bobbin.image.UnusableImage;
import bobbin.sql.Database;
import bobbin.work.Job;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fetches what a page says about itself. Whatever is wrong with the page means that there is no preview; an older one stays. */
public final class Previewing {
    /** The kind of its jobs, whose subject is a post and whose payload is the address. */
    public static final String KIND = "preview.fetch";

    /** Of a page. What a page says about itself stands in its beginning, but some put much before it. */
    static final long MOST_BYTES = 2 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(Previewing.class);
    private static final Shape SHAPE = new Shape.Columns(1, 720);
    private static final int RANDOM_BYTES = 8;

    /** How many posts are told of at a time, so that others who write hardly wait. */
    private static final int AT_ONCE = 200;

    private final Database database;
    private final Fetcher fetcher;
    private final Images images;
    private final PreviewSettings settings;
    private final PreviewEvents events;
    private final PreviewStore store = new PreviewStore();
    private final SecureRandom random = new SecureRandom();

    public Previewing(
            Database database, Fetcher fetcher, Images images, PreviewSettings settings, PreviewEvents events) {
        this.database = database;
        this.fetcher = fetcher;
        this.images = images;
        this.settings = settings;
        this.events = events;
    }

    public void run(Job job) {
        Address.of(job.payload())
                .filter(address -> settings.enabled() && database.read(tx -> store.isWanted(tx, address)))
                .ifPresent(this::fetch);
    }

    private void fetch(Address address) {
        Optional<Head> head = head(address.uri());
        head.ifPresent(found -> {
            Optional<Picture> picture = found.picture().flatMap(at -> picture(address, at));
            database.change(tx -> store.keep(tx, address, found, picture));
            tell(address);
        });
        LOG.info("event=preview_fetched host={} found={}", address.uri().getHost(), head.isPresent());
    }

    private void tell(Address address) {
        Window window = Window.newest(AT_ONCE);
        boolean more = true;
        while (more) {
            Page<Id> told = tell(address, window);
            more = told.more();
            window = more ? window.beyond(told.items().getLast()) : window;
        }
    }

    private Page<Id> tell(Address address, Window window) {
        return database.write(tx -> {
            Page<Id> posts = Page.of(window, store.posts(tx, address, window), id -> id);
            events.known(tx, posts.items());
            return posts;
        });
    }

    private Optional<Head> head(URI uri) {
        return get(uri, MOST_BYTES)
                .flatMap(page ->
                        Head.of(page.body(), page.contentType(), place(page).orElse(uri)));
    }

    private Optional<Picture> picture(Address address, URI at) {
        try {
            return get(at, ImageRules.BYTES)
                    .map(file -> images.make(file.body(), ImageRules.POST, SHAPE))
                    .map(image -> named(address, image));
        } catch (UnusableImage _) {
            return Optional.empty();
        }
    }

    private Picture named(Address address, Image image) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String name = address.key() + "-" + HexFormat.of().formatHex(bytes) + "."
                + image.format().ending();
        return new Picture(name, image.format().mediaType(), image.bytes());
    }

    /** When the server stops, whatever fails then fails because of that, and is done again by the next one. */
    private Optional<Fetched> get(URI uri, long bytes) {
        try {
            return Optional.of(fetcher.get(uri, new Bounds(bytes, settings.time())))
                    .filter(Fetched::succeeded);
        } catch (FetchFailed e) {
            if (Thread.currentThread().isInterrupted()) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Where the redirects ended. */
    private static Optional<URI> place(Fetched page) {
        return WebUrl.parse(page.hops().getLast().place());
    }
}
