package bobbin.webhook;

import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.fetch.WebUrl;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.GraphPart;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code /{app-id}/subscriptions}, for the app itself (12 §12.8). */
public final class SubscriptionGraph implements GraphPart {
    private static final String NAME = "subscriptions";
    private static final Map<String, Boolean> DONE = Map.of("success", true);

    private final Subscriptions subscriptions;

    public SubscriptionGraph(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @Override
    public void declare(Edges edges) {
        edges.on(Id.Kind.APP)
                .forItself("post", NAME, this::subscribe)
                .forItself("get", NAME, this::list)
                .forItself("delete", NAME, this::unsubscribe);
    }

    private Object subscribe(Call call) {
        Topic topic = topic(call.params().required("object"));
        String url = call.params().required("callback_url");
        if (WebUrl.parse(url).isEmpty()) {
            throw WebhookProblems.NO_URI.refuse("callback_url");
        }
        Set<Field> fields = fields(call, topic.fields());
        if (fields.isEmpty()) {
            throw WebhookProblems.REQUIRED.refuse("fields");
        }
        subscriptions.subscribe(
                Actor.OPERATOR, call.node(), topic, url, call.params().required("verify_token"), fields);
        return DONE;
    }

    private Object list(Call call) {
        return Map.of(
                "data",
                subscriptions.of(call.node()).stream()
                        .map(SubscriptionGraph::shown)
                        .toList());
    }

    private Object unsubscribe(Call call) {
        Optional<Topic> only = call.params().text("object").map(SubscriptionGraph::topic);
        List<Topic> topics = only.map(List::of).orElse(List.of(Topic.values()));
        Set<Field> fields = fields(
                call, topics.stream().flatMap(topic -> topic.fields().stream()).toList());
        for (Topic topic : topics) {
            Set<Field> own = EnumSet.copyOf(topic.fields());
            own.retainAll(fields);
            if (fields.isEmpty() || !own.isEmpty()) {
                subscriptions.unsubscribe(Actor.OPERATOR, call.node(), topic, own);
            }
        }
        return DONE;
    }

    private static Topic topic(String word) {
        return Topic.parse(word)
                .orElseThrow(() -> WebhookProblems.NO_CHOICE.refuse(
                        "object", Stream.of(Topic.values()).map(Topic::wire).collect(Collectors.joining(", ")), word));
    }

    private static Set<Field> fields(Call call, List<Field> choices) {
        EnumSet<Field> fields = EnumSet.noneOf(Field.class);
        List<String> words = call.params().list("fields");
        for (int i = 0; i < words.size(); i++) {
            String name = "fields[" + i + "]";
            String word = words.get(i);
            fields.add(Field.parse(word)
                    .filter(choices::contains)
                    .orElseThrow(() -> WebhookProblems.NO_CHOICE.refuse(
                            name, choices.stream().map(Field::wire).collect(Collectors.joining(", ")), word)));
        }
        return fields;
    }

    private static Map<String, Object> shown(Subscription subscription) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("object", subscription.topic().wire());
        shown.put("callback_url", subscription.url());
        shown.put("active", subscription.isActive());
        List<Map<String, String>> fields = new ArrayList<>();
        for (Field field : subscription.topic().fields()) {
            if (subscription.has(field)) {
                Map<String, String> each = new LinkedHashMap<>();
                each.put("name", field.wire());
                each.put("version", "v1.0");
                fields.add(each);
            }
        }
        shown.put("fields", fields);
        return shown;
    }
}
