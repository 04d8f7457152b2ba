package bobbin.webhook;

import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.Apps;
import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.graph.WireTime;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.webhook.Manner.DeleteTarget;
import bobbin.webhook.Manner.ValuesFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The page of an app's webhooks, at {@code /developers/apps/{app}/webhooks} (12 §12.9). */
public final class WebhookPages implements WebPart {
    private static final String APP = "/developers/apps/{app}/webhooks";

    private final Apps apps;
    private final Subscriptions subscriptions;
    private final Deliveries deliveries;
    private final NoticeFields words;
    private final StaticTemplates templates = new StaticTemplates();

    /** What the page shows: the app, what it subscribed to, how it wants its events, what was sent. */
    public record Console(
            App app, boolean edit, List<Subscription> subscriptions, Manner manner, List<Delivery> log, String typed) {

        public Optional<Subscription> of(Topic topic) {
            return subscriptions.stream().filter(each -> each.topic() == topic).findFirst();
        }

        /** When it was sent, or is to be sent. */
        public String time(Delivery delivery) {
            return WireTime.of(delivery.last().sentAt().orElse(delivery.begunAt()));
        }
    }

    public WebhookPages(Apps apps, Subscriptions subscriptions, Deliveries deliveries, NoticeFields words) {
        this.apps = apps;
        this.subscriptions = subscriptions;
        this.deliveries = deliveries;
        this.words = words;
    }

    @Override
    public void declare(Routes routes) {
        routes.get(APP, this::show)
                .post(APP, this::subscribe)
                .post(APP + "/on", visit -> save(visit, app -> subscriptions.switchOn(actor(visit), app, field(visit))))
                .post(
                        APP + "/off",
                        visit -> save(visit, app -> subscriptions.switchOff(actor(visit), app, field(visit))))
                .post(
                        APP + "/end",
                        visit -> save(
                                visit, app -> subscriptions.unsubscribe(actor(visit), app, topic(visit), Set.of())))
                .post(APP + "/manner", this::setManner)
                .post(APP + "/test", this::test)
                .post(APP + "/again", this::sendAgain);
    }

    private Response show(Visit visit) {
        Id app = id(visit);
        App found = apps.show(actor(visit), app);
        Console console = new Console(
                found,
                apps.mayEdit(actor(visit), app),
                subscriptions.of(app),
                subscriptions.manner(app),
                deliveries.log(app, Deliveries.SHOWN),
                visit.form("callback_url"));
        return visit.page("Webhooks", templates.webhookConsole(visit, console));
    }

    /** Fields that are on stay on. */
    private Response subscribe(Visit visit) {
        return save(
                visit,
                app -> subscriptions.subscribe(
                        actor(visit),
                        app,
                        topic(visit),
                        visit.form("callback_url"),
                        visit.form("verify_token"),
                        Set.of()));
    }

    private Response setManner(Visit visit) {
        Manner manner = new Manner(
                choice(ValuesFormat.values(), visit.form("values_format")),
                choice(DeleteTarget.values(), visit.form("delete_target")));
        return save(visit, app -> subscriptions.setManner(actor(visit), app, manner));
    }

    private Response test(Visit visit) {
        Field field = field(visit);
        return save(
                visit,
                "The test is on its way; see the log below.",
                app -> words.test(deliveries, actor(visit), app, field, subscriptions.manner(app)));
    }

    private Response sendAgain(Visit visit) {
        Id delivery = Id.parse(visit.form("delivery")).orElseThrow(WebhookProblems.DELIVERY_MISSING::refuse);
        return save(visit, "It is sent again.", app -> deliveries.sendAgain(actor(visit), app, delivery));
    }

    private Response save(Visit visit, Consumer<Id> deed) {
        return save(visit, "Saved.", deed);
    }

    private Response save(Visit visit, String done, Consumer<Id> deed) {
        Id app = id(visit);
        apps.show(actor(visit), app);
        try {
            deed.accept(app);
            return visit.tell(done).redirect("/developers/apps/" + app + "/webhooks");
        } catch (Refusal refusal) {
            return show(visit.complain(refusal));
        }
    }

    private static Actor actor(Visit visit) {
        return Actor.person(visit.signedIn().account());
    }

    /** What is no number is no app either. */
    private static Id id(Visit visit) {
        return Id.parse(visit.path("app")).orElse(Id.LOWEST);
    }

    private static Topic topic(Visit visit) {
        return choice(Topic.values(), visit.form("topic"));
    }

    private static Field field(Visit visit) {
        return choice(Field.values(), visit.form("field"));
    }

    private static <E extends Enum<E>> E choice(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> WebhookProblems.CHOICE_MISSING.refuse(name));
    }
}
