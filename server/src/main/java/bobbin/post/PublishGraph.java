package bobbin.post;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.CONTENT_PUBLISH;
import static bobbin.base.Scope.DELETE;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import java.util.LinkedHashMap;
import java.util.Map;

/** The two steps of publishing, as the API shows them (04 §2, §8, §9). */
public final class PublishGraph implements GraphPart {
    private static final Fields<Kept> CONTAINER = Fields.of(
                    (Kept kept) -> kept.container().id())
            .and("status", (call, kept) -> kept.status(call.now()).name())
            .and("error_message", (call, kept) -> kept.error(call.now()))
            .byDefault("id", "status");

    private static final String SHARE = "crossreshare_to_ig";

    private final Publishing publishing;
    private final Reposts reposts;
    private final Deletions deletions;
    private final PostSettings settings;

    public PublishGraph(Publishing publishing, Reposts reposts, Deletions deletions, PostSettings settings) {
        this.publishing = publishing;
        this.reposts = reposts;
        this.deletions = deletions;
        this.settings = settings;
    }

    @Override
    public void declare(Edges edges) {
        edges.on(Id.Kind.ACCOUNT)
                .post("threads", needs(BASIC, CONTENT_PUBLISH), this::draft)
                .post("threads_publish", needs(BASIC, CONTENT_PUBLISH), this::publish);
        edges.on(Id.Kind.CONTAINER).get(needs(BASIC), CONTAINER, this::container);
        edges.on(Id.Kind.POST)
                .post("repost", needs(BASIC, CONTENT_PUBLISH), this::repost)
                .delete(needs(BASIC, DELETE), this::delete);
    }

    private Object draft(Call call) {
        Draft draft = DraftGraph.draft(call, share(call));
        return draft.type() == MediaType.TEXT && call.params().flag("auto_publish_text")
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
        call.require(Scope.SHARE_TO_INSTAGRAM);
        return CrossShare.INSTAGRAM;
    }

    private Object repost(Call call) {
        return reposts.repost(writer(call), call.node()).orElseThrow(call::missing);
    }

    private Object delete(Call call) {
        if (!deletions.delete(writer(call), call.node())) {
            throw call.missing();
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("success", true);
        shown.put("deleted_id", call.node().toString());
        return shown;
    }

    private Kept container(Call call) {
        return publishing.container(writer(call), call.node()).orElseThrow(call::missing);
    }

    private static Writer writer(Call call) {
        return Writer.through(call.viewer().app(), call.self(), call.viewer().scopes());
    }
}
