package bobbin;

import bobbin.account.AccountGraph;
import bobbin.account.Departures;
import bobbin.account.PicturePages;
import bobbin.account.PrivacyPages;
import bobbin.account.ProfilePages;
import bobbin.account.SecurityPages;
import bobbin.account.SettingsPages;
import bobbin.account.SignInPages;
import bobbin.account.Tidying;
import bobbin.app.AppPages;
import bobbin.embed.EmbedGraph;
import bobbin.embed.EmbedPages;
import bobbin.embed.IntentPages;
import bobbin.embed.PermalinkPages;
import bobbin.feed.ActivityPages;
import bobbin.feed.PollClosing;
import bobbin.graph.Envelope;
import bobbin.graph.Graph;
import bobbin.http.HttpSettings;
import bobbin.http.PortTaken;
import bobbin.http.PublicUrls;
import bobbin.http.Server;
import bobbin.insight.CountPages;
import bobbin.insight.InsightGraph;
import bobbin.insight.Views;
import bobbin.lab.SamplePages;
import bobbin.limit.BudgetGraph;
import bobbin.limit.LimitGraph;
import bobbin.location.LocationGraph;
import bobbin.media.Fetching;
import bobbin.media.MediaGraph;
import bobbin.media.MediaPages;
import bobbin.media.Sweeping;
import bobbin.oauth.Asks;
import bobbin.oauth.AuthorizePages;
import bobbin.oauth.Callbacks;
import bobbin.oauth.DebugGraph;
import bobbin.oauth.GrantPages;
import bobbin.oauth.TokenEndpoint;
import bobbin.oauth.TokenErrorEndpoint;
import bobbin.oauth.TokenGraph;
import bobbin.post.PostFields;
import bobbin.post.PostGraph;
import bobbin.post.PublishGraph;
import bobbin.preview.PreviewPages;
import bobbin.preview.Previewing;
import bobbin.reply.ReplyFields;
import bobbin.reply.ReplyGraph;
import bobbin.script.ScriptEndpoint;
import bobbin.script.SettableClock;
import bobbin.search.DiscoveryGraph;
import bobbin.search.MentionGraph;
import bobbin.search.SearchGraph;
import bobbin.web.Site;
import bobbin.web.WebPart;
import bobbin.webhook.Courier;
import bobbin.webhook.NoticeFields;
import bobbin.webhook.StreamEndpoint;
import bobbin.webhook.SubscriptionGraph;
import bobbin.webhook.WebhookPages;
import bobbin.work.Handler;
import bobbin.work.Worker;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
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
        parts.places.furnish(parts.aside);
        AtomicReference<HttpSettings> listening = new AtomicReference<>(settings.http());
        Supplier<String> here = () -> PublicAddress.web(listening.get());
        StreamEndpoint api = new StreamEndpoint(
                graph(parts, settings, urls),
                new TokenGraph(parts.admission),
                parts.streams,
                new Envelope(settings.graph()));
        Site site = site(parts, settings, urls, here);
        Site files = files(parts, settings, urls);
        Metrics metrics = new Metrics();
        this.worker = worker(parts, settings);
        metrics.show(parts.database::load);
        metrics.show("bobbin.jobs.running", "Jobs that run.", worker::running);
        this.courier = courier(parts, settings, urls, here);
        metrics.show("bobbin.webhooks.streams", "Event streams that are open.", parts.streams::count);
        metrics.show("bobbin.webhooks.running", "Webhooks that are being sent.", courier::running);
        this.server = listen(
                settings,
                new Reception(new Hosts(settings.http(), site::serves, files::serves), api, site, files, metrics),
                new Management(metrics, scripts(parts, settings), parts.database::answers, worker::isRunning));
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

    /** What the API can do. */
    static Graph graph(Parts parts, Settings settings, PublicUrls urls) {
        LocationGraph places = new LocationGraph(parts.places);
        PostFields fields = fields(parts, settings, urls);
        TokenErrorEndpoint errors = new TokenErrorEndpoint(new Envelope(settings.graph()), settings.oauth());
        TokenGraph tokens = new TokenGraph(parts.admission);
        return new Graph(
                tokens,
                new BudgetGraph(parts.budget),
                settings.graph(),
                urls,
                parts.time,
                List.of(
                        new TokenEndpoint(parts.tokens, parts.clients, settings.oauth(), errors),
                        new DebugGraph(parts.inspections),
                        new AccountGraph(parts.accounts, parts.history, urls),
                        new PublishGraph(parts.publishing, parts.reposts, parts.deletions, settings.posts()),
                        new PostGraph(parts.posts, fields),
                        new ReplyGraph(parts.posts, parts.conversations, parts.hiding, parts.approvals, fields),
                        new MediaGraph(parts.studio.uploads(), urls),
                        new LimitGraph(parts.limits),
                        new SearchGraph(parts.searches, fields),
                        new InsightGraph(
                                parts.insights,
                                parts.posts,
                                fields,
                                settings.graph().zone(),
                                urls),
                        new DiscoveryGraph(parts.profiles, parts.scopedIds, fields, urls),
                        new MentionGraph(parts.mentions, fields),
                        new EmbedGraph(parts.embeds, parts.embedLimits, tokens, settings.embeds(), urls),
                        new SubscriptionGraph(parts.subscriptions),
                        places));
    }

    private static PostFields fields(Parts parts, Settings settings, PublicUrls urls) {
        return new PostFields(
                parts.posts,
                parts.accounts,
                new LocationGraph(parts.places),
                parts.votes,
                settings.posts(),
                urls,
                new ReplyFields(parts.database, parts.conversations, parts.replyStates));
    }

    /** Events in words. */
    static NoticeFields words(Parts parts, Settings settings, PublicUrls urls, Supplier<String> here) {
        return new NoticeFields(
                parts.database,
                fields(parts, settings, urls),
                parts.posts,
                parts.accounts,
                parts.scopedIds,
                parts.time,
                here);
    }

    /** Tells apps what happens. */
    static Courier courier(Parts parts, Settings settings, PublicUrls urls, Supplier<String> here) {
        return new Courier(
                parts.database,
                parts.ids,
                parts.subscriptions,
                parts.deliveries,
                parts.addressing,
                words(parts, settings, urls, here),
                parts.dispatch,
                parts.streams);
    }

    /** The pages. */
    private static Site site(Parts parts, Settings settings, PublicUrls urls, Supplier<String> here) {
        SignInPages signIn = new SignInPages(parts.accounts, parts.sessions, parts.credentials);
        CountPages counts =
                new CountPages(parts.gathering, settings.operation().key().orElseThrow(), parts.time);
        PermalinkPages permalinks = new PermalinkPages(
                parts.posts, parts.conversations, parts.cards, counts, settings.posts(), settings.embeds(), urls);
        Asks asks = new Asks(parts.database, parts.apps, parts.policy, settings.apps(), settings.oauth());
        return new Site(
                signIn,
                urls,
                settings.operation().key().orElseThrow(),
                List.of(
                        signIn,
                        permalinks,
                        new IntentPages(
                                parts.accounts, parts.posts, parts.publishing, parts.cards, settings.posts(), urls),
                        new EmbedPages(parts.embeds, parts.cards, counts, settings.embeds(), urls),
                        new ProfilePages(parts.accounts, parts.relations, permalinks, new Views(parts.gathering), urls),
                        new SettingsPages(parts.accounts, parts.pictures, urls),
                        new PrivacyPages(parts.accounts, parts.relations, parts.hiddenWords, urls),
                        new ActivityPages(parts.accounts, parts.notifications),
                        new SecurityPages(parts.accounts, parts.credentials, parts.sessions, parts.departures),
                        new AuthorizePages(asks, parts.grants, settings.oauth()),
                        new GrantPages(parts.grants, parts.apps, parts.roles, parts.time),
                        new AppPages(parts.apps, parts.permissions, parts.roles, parts.credentials),
                        new WebhookPages(
                                parts.apps, parts.subscriptions, parts.deliveries, words(parts, settings, urls, here)),
                        counts));
    }

    /** What has the media host: files, for anybody. */
    private static Site files(Parts parts, Settings settings, PublicUrls urls) {
        List<WebPart> pages = new ArrayList<>(List.of(
                new PicturePages(parts.pictures),
                new MediaPages(parts.studio.files()),
                new PreviewPages(parts.previews)));
        if (settings.lab().samples()) {
            pages.add(new SamplePages());
        }
        return new Site(_ -> Optional.empty(), urls, settings.operation().key().orElseThrow(), pages);
    }

    /** Acts as people, and the clock if it can be moved. */
    private ScriptEndpoint scripts(Parts parts, Settings settings) {
        Optional<SettableClock> clock =
                Optional.of(parts.time).filter(SettableClock.class::isInstance).map(SettableClock.class::cast);
        return new ScriptEndpoint(settings.script(), parts.acts, clock, () -> worker.runDue() + courier.runDue());
    }

    /** What is done later, and what is done every day. */
    private static Worker worker(Parts parts, Settings settings) {
        Upkeep upkeep = new Upkeep(parts);
        upkeep.begin();
        return Worker.start(
                parts.database,
                parts.jobs,
                Map.of(
                        Departures.REMOVAL,
                        Handler.of(parts.departures::remove),
                        Callbacks.DEAUTHORIZE,
                        parts.callbacks::deauthorize,
                        Callbacks.DATA_DELETION,
                        parts.callbacks::askToDelete,
                        Tidying.KIND,
                        parts.tidying::run,
                        Fetching.KIND,
                        parts.studio.fetching(),
                        Sweeping.KIND,
                        parts.studio.sweeping(),
                        Previewing.KIND,
                        Handler.of(parts.previewing::run),
                        PollClosing.KIND,
                        Handler.of(parts.polls::run),
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
