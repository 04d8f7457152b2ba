package bobbin;

import bobbin.account.Departures;
import bobbin.account.Tidying;
import bobbin.feed.PollClosing;
import bobbin.graph.Envelope;
import bobbin.http.HttpSettings;
import bobbin.http.PortTaken;
import bobbin.http.PublicUrls;
import bobbin.http.Server;
import bobbin.media.Fetching;
import bobbin.media.Sweeping;
import bobbin.oauth.Callbacks;
import bobbin.oauth.TokenGraph;
import bobbin.preview.Previewing;
import bobbin.script.ScriptEndpoint;
import bobbin.script.SettableClock;
import bobbin.web.Site;
import bobbin.webhook.Courier;
import bobbin.webhook.NoticeFields;
import bobbin.webhook.Sorting;
import bobbin.webhook.StreamEndpoint;
import bobbin.work.Handler;
import bobbin.work.Worker;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * The whole server: the verbs of {@link Parts}, what the world sees of them, the work for later, and two ports. Put together by hand.
 */
public final class Bobbin implements AutoCloseable {
    private final Parts parts;
    private final Worker worker;
    private final Courier courier;
    private final Server server;
    private final HttpSettings http;

    private Bobbin(Parts parts, Settings settings) {
        this.parts = parts;
        PublicUrls urls = new PublicUrls(settings.http());
        parts.reading.places.furnish(parts.tools.aside);
        AtomicReference<HttpSettings> listening = new AtomicReference<>(settings.http());
        Supplier<String> here = () -> PublicAddress.web(listening.get());
        StreamEndpoint api = new StreamEndpoint(
                Api.graph(parts, settings, urls),
                new TokenGraph(parts.platform.admission),
                parts.telling.streams,
                new Envelope(settings.graph()));
        Site site = Pages.site(parts, settings, urls, here);
        Site files = Pages.files(parts, settings, urls);
        Metrics metrics = new Metrics();
        this.worker = worker(parts, settings);
        metrics.show(parts.tools.database::load);
        metrics.show("bobbin.jobs.running", "Jobs that run.", worker::running);
        this.courier = courier(parts, settings, urls, here);
        metrics.show("bobbin.webhooks.streams", "Event streams that are open.", parts.telling.streams::count);
        metrics.show("bobbin.webhooks.running", "Webhooks that are being sent.", courier::running);
        this.server = listen(
                settings,
                new Reception(new Hosts(settings.http(), site::serves, files::serves), api, site, files, metrics),
                new Management(metrics, scripts(parts, settings), parts.tools.database::answers, worker::isRunning));
        this.http = settings.http().onPorts(server.port(), server.managementPort());
        listening.set(http);
        courier.start();
    }

    /** Opens the database, begins to work and to listen. */
    static Bobbin start(Settings settings, InstantSource time) {
        Parts parts = Parts.of(settings, time);
        try {
            return new Bobbin(parts, settings);
        } catch (RuntimeException e) {
            parts.close();
            throw e;
        }
    }

    /** Events in words. */
    static NoticeFields words(Parts parts, Settings settings, PublicUrls urls, Supplier<String> here) {
        return new NoticeFields(
                parts.tools.database,
                Api.fields(parts, settings, urls),
                parts.reading.posts,
                parts.people.accounts,
                parts.platform.scopedIds,
                parts.tools.time,
                here);
    }

    /** Tells apps what happens. */
    static Courier courier(Parts parts, Settings settings, PublicUrls urls, Supplier<String> here) {
        Sorting sorting = new Sorting(
                parts.tools.database,
                parts.tools.ids,
                parts.telling.subscriptions,
                parts.telling.addressing,
                words(parts, settings, urls, here),
                parts.telling.streams);
        return new Courier(
                parts.tools.database,
                sorting,
                parts.telling.subscriptions,
                parts.telling.deliveries,
                parts.telling.dispatch);
    }

    /** Acts as people, and the clock if it can be moved. */
    private ScriptEndpoint scripts(Parts parts, Settings settings) {
        Optional<SettableClock> clock = Optional.of(parts.tools.time)
                .filter(SettableClock.class::isInstance)
                .map(SettableClock.class::cast);
        return new ScriptEndpoint(settings.script(), parts.acts, clock, () -> worker.runDue() + courier.runDue());
    }

    /** What is done later, and what is done every day. */
    private static Worker worker(Parts parts, Settings settings) {
        Upkeep upkeep = new Upkeep(parts);
        upkeep.begin();
        return Worker.start(
                parts.tools.database,
                parts.tools.jobs,
                Map.of(
                        Departures.REMOVAL,
                        Handler.of(parts.membership.departures::remove),
                        Callbacks.DEAUTHORIZE,
                        parts.platform.callbacks::deauthorize,
                        Callbacks.DATA_DELETION,
                        parts.platform.callbacks::askToDelete,
                        Tidying.KIND,
                        parts.membership.tidying::run,
                        Fetching.KIND,
                        parts.reading.studio.fetching(),
                        Sweeping.KIND,
                        parts.reading.studio.sweeping(),
                        Previewing.KIND,
                        Handler.of(parts.writing.previewing::run),
                        PollClosing.KIND,
                        Handler.of(parts.attention.polls::run),
                        Upkeep.DAILY,
                        upkeep),
                settings.work());
    }

    private Server listen(Settings settings, Reception reception, Management management) {
        try {
            return Server.start(settings.http(), reception, management);
        } catch (RuntimeException e) {
            worker.close();
            throw e instanceof PortTaken taken ? obstacle(settings.http(), taken.port()) : e;
        }
    }

    private static Obstacle obstacle(HttpSettings http, int port) {
        boolean main = port == http.port();
        return new Obstacle(
                "Port %d of %s cannot be had, probably because another program has it. Stop that program, or choose"
                                .formatted(port, http.host())
                        + " another port with %s; 0 takes any that is free."
                                .formatted(main ? "--port" : "--management-port"));
    }

    Parts parts() {
        return parts;
    }

    /** Where it listens: as in the settings, with the ports that it really has. */
    HttpSettings http() {
        return http;
    }

    /** Takes no more calls, answers those under way, ends its jobs, then lets go of the database. */
    @Override
    public void close() {
        server.close();
        worker.close();
        courier.close();
        parts.close();
    }
}
