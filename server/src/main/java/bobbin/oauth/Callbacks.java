package bobbin.oauth;

import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.app.App;
import bobbin.app.AppSettings;
import bobbin.app.Apps;
import bobbin.app.CallbackUrl;
import bobbin.app.RedirectUri;
import bobbin.app.SignedRequest;
import bobbin.base.Id;
import bobbin.fetch.Bounds;
import bobbin.fetch.FetchFailed;
import bobbin.fetch.Fetched;
import bobbin.fetch.Fetcher;
import bobbin.json.Json;
import bobbin.json.Unreadable;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.work.Job;
import bobbin.work.Jobs;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells apps that people removed them, and asks them to delete data (02 §4, §5). */
public final class Callbacks {
    /** The kinds of jobs. */
    public static final String DEAUTHORIZE = "deauthorize";

    public static final String DATA_DELETION = "data-deletion";

    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);
    private static final Bounds BOUNDS = new Bounds(64 << 10, Duration.ofSeconds(10));
    private static final Map<String, String> FORM = Map.of("Content-Type", "application/x-www-form-urlencoded");

    /** Lets a deauthorize callback that begins now end before the request to delete begins. */
    private static final Duration AFTER_DEAUTHORIZE = Duration.ofSeconds(15);

    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(6),
            Duration.ofHours(24));

    private final Database database;
    private final Jobs jobs;
    private final Apps apps;
    private final AppSettings appSettings;
    private final Fetcher fetcher;
    private final InstantSource time;
    private final GrantStore grants = new GrantStore();

    public Callbacks(
            Database database, Jobs jobs, Apps apps, AppSettings appSettings, Fetcher fetcher, InstantSource time) {
        this.database = database;
        this.jobs = jobs;
        this.apps = apps;
        this.appSettings = appSettings;
        this.fetcher = fetcher;
        this.time = time;
    }

    /** Whether the app can be asked to delete data. */
    boolean canAskToDelete(Tx tx, Id app) {
        return apps.find(tx, app).flatMap(App::dataDeletionUrl).isPresent();
    }

    void tellRemoved(Tx tx, Grant grant) {
        if (apps.find(tx, grant.app()).flatMap(App::deauthorizeUrl).isPresent()) {
            jobs.add(
                    tx,
                    DEAUTHORIZE,
                    grant.account(),
                    tx.now(),
                    Parting.of(grant).text());
        }
    }

    void askToDelete(Tx tx, Grant grant, DataDeletion asked) {
        Instant due = tx.now().plus(AFTER_DEAUTHORIZE);
        jobs.add(tx, DATA_DELETION, asked.id(), due, Parting.of(grant).text());
    }

    /** Does a job of the kind {@link #DEAUTHORIZE}: any answer of 2xx will do. */
    public Optional<Instant> deauthorize(Job job) {
        return tell(job, App::deauthorizeUrl, (_, answer) -> answer.succeeded());
    }

    /** Does a job of the kind {@link #DATA_DELETION}: the app has to answer with an address and a code. */
    public Optional<Instant> askToDelete(Job job) {
        return tell(job, App::dataDeletionUrl, (parting, answer) -> {
            Optional<Confirmation> confirmation = confirmation(answer);
            confirmation.ifPresent(
                    found -> database.change(tx -> grants.confirm(tx, parting.account(), job.subject(), found)));
            return confirmation.isPresent();
        });
    }

    /** Takes the answer of an app; says whether it will do. */
    private interface Listener {
        boolean hears(Parting parting, Fetched answer);
    }

    /** An app that is gone, or has no address any more, is not told. */
    private Optional<Instant> tell(Job job, Function<App, Optional<CallbackUrl>> address, Listener listener) {
        Parting parting = Parting.read(job.payload());
        Optional<App> app = apps.find(parting.app());
        Optional<CallbackUrl> url = app.flatMap(address);
        if (app.isEmpty() || url.isEmpty()) {
            return Optional.empty();
        }
        try {
            Fetched answer = send(app.get(), url.get(), parting);
            return listener.hears(parting, answer)
                    ? Optional.empty()
                    : later(job, parting, "status=" + answer.status());
        } catch (FetchFailed failed) {
            return later(job, parting, "verdict=" + failed.verdict());
        }
    }

    private Fetched send(App app, CallbackUrl url, Parting parting) {
        SignedRequest signed = SignedRequest.about(parting.person(), time.instant(), apps.secret(app));
        return fetcher.post(URI.create(url.text()), BOUNDS, FORM, ("signed_request=" + signed).getBytes(UTF_8));
    }

    private Optional<Confirmation> confirmation(Fetched answer) {
        if (!answer.succeeded()) {
            return Optional.empty();
        }
        try {
            return Confirmation.read(Json.parse(answer.body()), url -> !RedirectUri.isInsecure(url, appSettings));
        } catch (Unreadable _) {
            return Optional.empty();
        }
    }

    private Optional<Instant> later(Job job, Parting parting, String reason) {
        if (job.attempt() > PAUSES.size()) {
            LOG.warn(
                    "event=callback_given_up kind={} app={} attempt={} {}",
                    job.kind(),
                    parting.app(),
                    job.attempt(),
                    reason);
            return Optional.empty();
        }
        LOG.info(
                "event=callback_failed kind={} app={} attempt={} {}", job.kind(), parting.app(), job.attempt(), reason);
        return Optional.of(time.instant().plus(PAUSES.get(job.attempt() - 1)));
    }
}
