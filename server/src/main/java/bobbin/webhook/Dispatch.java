package bobbin.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.app.App;
import bobbin.app.AppSecret;
import bobbin.app.Apps;
import bobbin.fetch.Bounds;
import bobbin.fetch.FetchFailed;
import bobbin.fetch.Fetched;
import bobbin.fetch.Fetcher;
import bobbin.sql.Database;
import bobbin.webhook.Delivery.Last;
import bobbin.webhook.Delivery.State;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends one delivery, signed, and says how it went and what comes next (12 §12.4, §12.6, §12.7). */
public final class Dispatch {
    static final String USER_AGENT = "Webhooks/1.0";

    private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
    private static final int ANSWER = 1 << 10;
    private static final double JITTER = 0.1;

    private final Database database;
    private final Apps apps;
    private final Subscriptions subscriptions;
    private final Addressing addressing;
    private final Fetcher fetcher;
    private final WebhookSettings settings;
    private final InstantSource time;

    public Dispatch(
            Database database,
            Apps apps,
            Subscriptions subscriptions,
            Addressing addressing,
            Fetcher fetcher,
            WebhookSettings settings,
            InstantSource time) {
        this.database = database;
        this.apps = apps;
        this.subscriptions = subscriptions;
        this.addressing = addressing;
        this.fetcher = fetcher;
        this.settings = settings;
        this.time = time;
    }

    /**
     * How a try ended.
     *
     * @param receiver where it went; empty if it was not sent at all
     * @param due when it is tried again
     */
    record Outcome(State state, Optional<Instant> due, Last last, Optional<Subscription> receiver) {
        boolean succeeded() {
            return state == State.DELIVERED;
        }
    }

    /** Where a delivery goes, and in whose name. */
    private record Way(App app, Subscription receiver) {}

    Outcome send(Delivery delivery) {
        Optional<String> obstacle = database.read(tx -> addressing.obstacle(tx, delivery));
        Optional<Way> way = way(delivery);
        if (obstacle.isPresent() || way.isEmpty()) {
            return dropped(delivery, obstacle.orElse("the app does not want it, or its receiver failed too long"));
        }
        Last last = ask(way.get(), delivery);
        boolean succeeded = last.status().isPresent()
                && last.status().getAsInt() >= 200
                && last.status().getAsInt() < 300;
        Outcome outcome = succeeded
                ? new Outcome(
                        State.DELIVERED,
                        Optional.empty(),
                        last,
                        Optional.of(way.get().receiver()))
                : later(delivery, last, way.get().receiver());
        LOG.info(
                "event=webhook field={} app={} id={} attempt={} status={} millis={} state={}",
                delivery.field().wire(),
                delivery.app(),
                delivery.id(),
                delivery.attempts(),
                last.shownStatus().isEmpty() ? last.answer() : last.shownStatus(),
                last.took().toMillis(),
                outcome.state());
        return outcome;
    }

    /** A test goes wherever the topic goes, whether or not the field is on. */
    private Optional<Way> way(Delivery delivery) {
        Optional<Subscription> receiver = subscriptions.of(delivery.app()).stream()
                .filter(each -> each.topic() == delivery.field().topic())
                .filter(each -> delivery.isTest() || (each.isActive() && each.has(delivery.field())))
                .findFirst();
        return receiver.flatMap(found -> apps.find(delivery.app()).map(app -> new Way(app, found)));
    }

    private Last ask(Way way, Delivery delivery) {
        byte[] body = delivery.body().getBytes(US_ASCII);
        Instant now = time.instant();
        long began = System.nanoTime();
        try {
            Fetched answer = fetcher.ask(
                    "POST",
                    URI.create(way.receiver().url()),
                    new Bounds(ANSWER, settings.timeout()),
                    headers(apps.secret(way.app()), delivery, body, now),
                    body);
            return new Last(
                    Optional.of(now),
                    since(began),
                    OptionalInt.of(answer.status()),
                    bobbin.base.Characters.whole(answer.bodyText()));
        } catch (FetchFailed failed) {
            return new Last(
                    Optional.of(now),
                    since(began),
                    OptionalInt.empty(),
                    failed.verdict().words());
        }
    }

    /** Meta's headers, and beside them those of Standard Webhooks; all under the app's secret as text. */
    static Map<String, String> headers(AppSecret secret, Delivery delivery, byte[] body, Instant now) {
        String moment = Long.toString(now.getEpochSecond());
        byte[] standard = secret.sign(delivery.id() + "." + moment + "." + new String(body, UTF_8));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("User-Agent", USER_AGENT);
        headers.put("X-Hub-Signature", "sha1=" + HexFormat.of().formatHex(secret.signWithSha1(body)));
        headers.put("X-Hub-Signature-256", "sha256=" + HexFormat.of().formatHex(secret.sign(body)));
        headers.put("webhook-id", delivery.id().toString());
        headers.put("webhook-timestamp", moment);
        headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(standard));
        return headers;
    }

    private Outcome later(Delivery delivery, Last last, Subscription receiver) {
        List<Duration> retries = settings.retries();
        if (delivery.attempts() > retries.size()) {
            return new Outcome(State.DROPPED, Optional.empty(), last, Optional.of(receiver));
        }
        Duration after = retries.get(delivery.attempts() - 1);
        long early =
                (long) (after.toMillis() * JITTER * ThreadLocalRandom.current().nextDouble());
        Instant due = delivery.begunAt().plus(after).minusMillis(early);
        Instant now = time.instant();
        return new Outcome(State.WAITING, Optional.of(due.isBefore(now) ? now : due), last, Optional.of(receiver));
    }

    private static Outcome dropped(Delivery delivery, String reason) {
        LOG.info(
                "event=webhook_dropped field={} app={} id={} reason={}",
                delivery.field().wire(),
                delivery.app(),
                delivery.id(),
                reason);
        Last last = new Last(delivery.last().sentAt(), Duration.ZERO, OptionalInt.empty(), "dropped: " + reason);
        return new Outcome(State.DROPPED, Optional.empty(), last, Optional.empty());
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
