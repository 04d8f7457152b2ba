package bobbin.post;

import static bobbin.base.Scope.BASIC;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;

/** Reading posts: a single one, and one's own (07 §7.4, §7.7, §7.9). */
public final class PostGraph implements GraphPart {
    private final Posts posts;
    private final PostFields fields;

    public PostGraph(Posts posts, PostFields fields) {
        this.posts = posts;
        this.fields = fields;
    }

    @Override
    public void declare(Edges edges) {
        Fields<PostFields.Shown> own =
                fields.all().without("is_reply_owned_by_me", "hide_status", "reply_approval_status");
        edges.on(Id.Kind.ACCOUNT)
                .list("threads", needs(BASIC), own, call -> fields.page(posts.by(call.self(), call.window())))
                .list(
                        "ghost_posts",
                        needs(BASIC),
                        own.without("reposted_post", "allowlisted_country_codes"),
                        call -> fields.page(posts.ghosts(call.self(), call.window())));
        edges.on(Id.Kind.POST).get(needs(BASIC), fields.all(), this::post);
    }

    private PostFields.Shown post(Call call) {
        return posts.readable(call.viewer().app(), fields.onlooker(call), call.node())
                .map(fields::one)
                .orElseThrow(call::missing);
    }
}
