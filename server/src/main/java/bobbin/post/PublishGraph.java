package bobbin.post;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import bobbin.graph.Params;
import bobbin.json.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two steps of publishing, as the API shows them (04 §2, §8, §9). */
public final class PublishGraph implements GraphPart {
    private static final Fields<Container> CONTAINER = Fields.of(Container::id)
            .and("status", (call, container) -> container.status(call.now()).name())
            .known("error_message")
            .byDefault("id", "status");

    /** What would make the post something that this server does not make. Better refused than published as something else. */
    private static final List<String> UNSERVED = List.of(
            "reply_to_id", "quote_post_id", "location_id", "poll_attachment", "text_attachment", "gif_attachment");

    private static final List<String> UNSERVED_FLAGS = List.of("is_ghost_post");

    private static final String SHARE = "crossreshare_to_ig";

    private final Publishing publishing;
    private final PostSettings settings;

    public PublishGraph(Publishing publishing, PostSettings settings) {
        this.publishing = publishing;
        this.settings = settings;
    }

    @Override
    public void declare(Edges edges) {
        edges.on(Id.Kind.ACCOUNT)
                .post("threads", needs(BASIC, CONTENT_PUBLISH), this::draft)
                .post("threads_publish", needs(BASIC, CONTENT_PUBLISH), this::publish);
        edges.on(Id.Kind.CONTAINER).get(needs(BASIC), CONTAINER, this::container);
    }

    private Object draft(Call call) {
        Draft draft = draft(call.params(), share(call));
        return call.params().flag("auto_publish_text")
                ? shown(publishing.publishAtOnce(writer(call), draft))
                : publishing.draft(writer(call), draft);
    }

    private Object publish(Call call) {
        CrossShare share = share(call);
        Published published = publishing.publish(writer(call), call.params().id("creation_id"));
        return shown(share == CrossShare.NONE ? published : new Published(published.post(), share));
    }

    /** What became of sharing is told where the post is made, and only to those who wanted it. */
    private Object shown(Published published) {
        return switch (published.share()) {
            case NONE -> published.post();
            case INSTAGRAM -> {
                Map<String, Object> shown = new LinkedHashMap<>();
                shown.put("id", published.post().toString());
                shown.put("crossreshare_to_ig_status", settings.share().name());
                yield shown;
            }
        };
    }

    private static CrossShare share(Call call) {
        if (!call.params().flag(SHARE)) {
            return CrossShare.NONE;
        }
        if (!call.viewer().has(Scope.SHARE_TO_INSTAGRAM)) {
            throw GraphProblems.PERMISSION_MISSING.refuse();
        }
        return CrossShare.INSTAGRAM;
    }

    private Container container(Call call) {
        return publishing.container(writer(call), call.node()).orElseThrow(call::missing);
    }

    private static Draft draft(Params params, CrossShare share) {
        MediaType type = MediaType.of(params.text("media_type"), params::has);
        refuseUnserved(params);
        return new Draft(
                type,
                params.text("text"),
                params.text("topic_tag"),
                params.text("link_attachment"),
                params.text("reply_control"),
                params.flag("enable_reply_approvals") ? ReplyApproval.NEEDED : ReplyApproval.NOT_NEEDED,
                params.list("allowlisted_country_codes"),
                params.array("text_entities").orElse(List.of()).stream()
                        .filter(Node::isObject)
                        .map(PublishGraph::entity)
                        .toList(),
                params.flag("is_spoiler_media"),
                share);
    }

    private static void refuseUnserved(Params params) {
        UNSERVED.stream()
                .filter(name -> params.reference(name).isPresent())
                .findFirst()
                .or(() -> UNSERVED_FLAGS.stream().filter(params::flag).findFirst())
                .ifPresent(name -> {
                    throw PostProblems.FEATURE_UNAVAILABLE.refuse(name);
                });
    }

    private static Spoiler.Entity entity(Node node) {
        return new Spoiler.Entity(
                node.get("entity_type").flatMap(Node::text).orElse(""), number(node, "offset"), number(node, "length"));
    }

    private static Optional<Long> number(Node node, String member) {
        return node.get(member).flatMap(Node::text).map(String::strip).flatMap(PublishGraph::whole);
    }

    private static Optional<Long> whole(String text) {
        return text.matches("-?\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    private static Writer writer(Call call) {
        return Writer.through(call.viewer().app(), call.self());
    }
}
