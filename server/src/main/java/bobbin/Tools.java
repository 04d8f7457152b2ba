package bobbin;

import bobbin.base.Ids;
import bobbin.fetch.Fetcher;
import bobbin.image.Images;
import bobbin.sql.Database;
import bobbin.work.Jobs;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** What all parts work with. */
final class Tools implements AutoCloseable {
    final Database database;
    final InstantSource time;
    final Ids ids;
    final Jobs jobs;
    final Fetcher fetcher;
    /** Reaches the receivers of webhooks. */
    final Fetcher receivers;

    final Images images = new Images();
    /** For small writes that no call waits for. */
    final ExecutorService aside = Executors.newVirtualThreadPerTaskExecutor();

    Tools(Database database, Settings settings, InstantSource time) {
        this.database = database;
        this.time = time;
        ids = new Ids(time);
        jobs = new Jobs(ids);
        fetcher = new Fetcher(settings.fetch(), settings.fetch().resolver());
        receivers = settings.webhooks().insecure()
                ? Fetcher.gullible(settings.fetch(), settings.fetch().resolver())
                : fetcher;
    }

    /** For what is better done together with what comes within a second. */
    Executor soon() {
        return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS, aside);
    }

    @Override
    public void close() {
        fetcher.close();
        receivers.close();
        images.close();
        database.close();
    }
}
