package bobbin;

import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.graph.WireTime;
import bobbin.http.PublicUrls;
import bobbin.webhook.Deliveries;
import bobbin.webhook.Delivery;
import bobbin.webhook.Field;
import bobbin.webhook.Subscription;
import bobbin.webhook.Topic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the operator does with the webhooks of apps. */
@Command(
        name = "webhook",
        description = "Subscribe apps to events, test their receivers, see what was sent.",
        subcommands = {
            WebhookCommand.Subscribe.class,
            WebhookCommand.Unsubscribe.class,
            WebhookCommand.ListAll.class,
            WebhookCommand.Trigger.class,
            WebhookCommand.Log.class,
            WebhookCommand.SendAgain.class
        },
        footer = {
            "",
            "Examples:",
            "  bobbin webhook subscribe 1234567890123456789 moderate http://localhost:3000/hook --token abc --field replies",
            "  bobbin webhook trigger 1234567890123456789 replies",
            "  bobbin webhook log 1234567890123456789"
        })
final class WebhookCommand {
    private WebhookCommand() {}

    private static Field field(String typed) {
        return Field.parse(typed)
                .orElseThrow(() -> unknown(typed, Stream.of(Field.values()).map(Field::wire)));
    }

    private static Topic topic(String typed) {
        return Topic.parse(typed.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> unknown(typed, Stream.of(Topic.values()).map(Topic::wire)));
    }

    private static Faults unknown(String typed, Stream<String> known) {
        return new Faults(List.of(Names.unknown(typed, known.toList())));
    }

    @Command(
            name = "subscribe",
            description = "Send a topic to an address, which is asked at once whether it wants that.",
            footer = {
                "",
                "Example:",
                "  bobbin webhook subscribe 1234567890123456789 moderate https://app.example/hook --token abc --field replies,delete"
            })
    static final class Subscribe extends AppDeed {
        @Parameters(index = "1", paramLabel = "<topic>", description = "moderate or interaction.")
        private String topic = "";

        @Parameters(index = "2", paramLabel = "<address>")
        private String address = "";

        @Option(names = "--token", required = true, paramLabel = "<text>", description = "The verify token.")
        private String token = "";

        @Option(
                names = "--field",
                split = ",",
                paramLabel = "<field>",
                description = "May be repeated or joined by commas (default: all of the topic).")
        private List<String> fields = List.of();

        @Override
        void run(Given given, Parts parts, Id app) {
            Topic meant = topic(topic);
            Set<Field> chosen = fields.isEmpty()
                    ? Set.copyOf(meant.fields())
                    : fields.stream().map(WebhookCommand::field).collect(Collectors.toSet());
            parts.telling.subscriptions.subscribe(Actor.OPERATOR, app, meant, address, token, chosen);
        }
    }

    @Command(
            name = "unsubscribe",
            description = "End the subscription of a topic.",
            footer = {"", "Example:", "  bobbin webhook unsubscribe 1234567890123456789 moderate"})
    static final class Unsubscribe extends AppDeed {
        @Parameters(index = "1", paramLabel = "<topic>", description = "moderate or interaction.")
        private String topic = "";

        @Override
        void run(Given given, Parts parts, Id app) {
            parts.telling.subscriptions.unsubscribe(Actor.OPERATOR, app, topic(topic), Set.of());
        }
    }

    @Command(
            name = "list",
            description = "List what an app subscribed to.",
            footer = {"", "Example:", "  bobbin webhook list 1234567890123456789"})
    static final class ListAll extends AppDeed {
        @Mixin
        private final Printing printing = new Printing();

        @Override
        void run(Given given, Parts parts, Id app) {
            printing.all(
                    given.world().out(),
                    parts.telling.subscriptions.of(app).stream()
                            .map(ListAll::row)
                            .toList());
        }

        private static Map<String, Object> row(Subscription subscription) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("topic", subscription.topic().wire());
            row.put(
                    "fields",
                    subscription.topic().fields().stream()
                            .filter(subscription::has)
                            .map(Field::wire)
                            .toList());
            row.put("state", subscription.isActive() ? "active" : "inactive");
            row.put("address", subscription.url());
            return row;
        }
    }

    @Command(
            name = "trigger",
            description = "Send a sample of a field to where the app wants its topic; a server must be running.",
            footer = {"", "Example:", "  bobbin webhook trigger 1234567890123456789 replies"})
    static final class Trigger extends AppDeed {
        @Parameters(index = "1", paramLabel = "<field>", description = "replies, delete, mentions or publish.")
        private String field = "";

        @Override
        void run(Given given, Parts parts, Id app) {
            PublicUrls urls = new PublicUrls(given.settings().http());
            Bobbin.words(
                            parts,
                            given.settings(),
                            urls,
                            () -> PublicAddress.web(given.settings().http()))
                    .test(
                            parts.telling.deliveries,
                            Actor.OPERATOR,
                            app,
                            field(field),
                            parts.telling.subscriptions.manner(app));
        }
    }

    @Command(
            name = "log",
            description = "Show what was sent to an app, newest first.",
            footer = {"", "Example:", "  bobbin webhook log 1234567890123456789 --limit 20"})
    static final class Log extends AppDeed {
        @Mixin
        private final Printing printing = new Printing();

        @Option(names = "--limit", paramLabel = "<number>", description = "How many at most (default: 500).")
        private int limit = Deliveries.SHOWN;

        @Override
        void run(Given given, Parts parts, Id app) {
            printing.all(
                    given.world().out(),
                    parts.telling.deliveries.log(app, limit).stream()
                            .map(Log::row)
                            .toList());
        }

        private static Map<String, Object> row(Delivery delivery) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("id", delivery.id());
            row.put("time", WireTime.of(delivery.last().sentAt().orElse(delivery.begunAt())));
            row.put("field", delivery.field().wire());
            row.put("state", delivery.state().name().toLowerCase(Locale.ROOT));
            row.put("tries", delivery.attempts());
            row.put("status", delivery.last().shownStatus());
            row.put("millis", delivery.last().took().toMillis());
            row.put("answer", delivery.last().answer());
            return row;
        }
    }

    @Command(
            name = "again",
            description = "Send once more what was sent or given up: the same bytes under the same id.",
            footer = {"", "Example:", "  bobbin webhook again 1234567890123456789 3843852136068678657"})
    static final class SendAgain extends AppDeed {
        @Parameters(index = "1", paramLabel = "<delivery-id>")
        private String delivery = "";

        @Override
        void run(Given given, Parts parts, Id app) {
            Id id = Id.parse(delivery).orElseThrow(() -> new Faults(List.of(delivery + " is no id: it is a number.")));
            parts.telling.deliveries.sendAgain(Actor.OPERATOR, app, id);
        }
    }
}
