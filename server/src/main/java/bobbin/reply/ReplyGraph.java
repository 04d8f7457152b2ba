package bobbin.reply;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.MANAGE_REPLIES;
import static bobbin.base.Scope.READ_REPLIES;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import bobbin.post.Post;
import bobbin.post.PostFields;
import bobbin.post.PostFields.Shown;
import bobbin.post.Posts;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** Reading, hiding and approving replies (10 §10.2 to §10.6), and reading one's own (07 §7.8). */
public final class ReplyGraph implements GraphPart {
    private final Posts posts;
    private final Conversations conversations;
    private final Hiding hiding;
    private final Approvals approvals;
    private final PostFields fields;

    public ReplyGraph(Posts posts, Conversations conversations, Hiding hiding, Approvals approvals, PostFields fields) {
        this.posts = posts;
        this.conversations = conversations;
        this.hiding = hiding;
        this.approvals = approvals;
        this.fields = fields;
    }

    @Override
    public void declare(Edges edges) {
        Fields<Shown> waiting =
                fields.all().without("owner", "reposted_post", "ghost_post_status", "ghost_post_expiration_timestamp");
        Fields<Shown> listed = waiting.without("reply_approval_status");
        edges.on(Id.Kind.ACCOUNT)
                .list(
                        "replies",
                        needs(BASIC),
                        listed.without("hide_status"),
                        call -> fields.page(posts.repliesBy(call.self(), call.window())));
        edges.on(Id.Kind.POST)
                .listBothWays(
                        "replies",
                        needs(BASIC, READ_REPLIES),
                        listed,
                        call -> page(call, conversations.to(reader(call), call.node(), call.window())))
                .listBothWays(
                        "conversation",
                        needs(BASIC, READ_REPLIES),
                        listed.only(ReplyGraph::isDirect, "is_verified", "profile_picture_url"),
                        call -> page(call, conversations.below(reader(call), call.node(), call.window())))
                .listBothWays("pending_replies", needs(BASIC, READ_REPLIES), waiting, this::waiting)
                .post(
                        "manage_reply",
                        needs(BASIC, MANAGE_REPLIES),
                        call -> act(call, "hide", hiding::hide, hiding::unhide))
                .post(
                        "manage_pending_reply",
                        needs(BASIC, MANAGE_REPLIES),
                        call -> act(call, "approve", approvals::approve, approvals::ignore));
    }

    private Page<Shown> waiting(Call call) {
        Optional<Approval> only = call.params().text("approval_status").map(ReplyGraph::status);
        return page(call, approvals.waiting(reader(call), call.node(), only, call.window()));
    }

    /** These two words, in small letters only (10 §10.6). */
    private static Approval status(String word) {
        return switch (word) {
            case "pending" -> Approval.PENDING;
            case "ignored" -> Approval.IGNORED;
            default -> throw ReplyProblems.NO_STATUS.refuse(word);
        };
    }

    private Page<Shown> page(Call call, Optional<Page<Post>> found) {
        return fields.page(found.orElseThrow(call::missing));
    }

    private Object act(Call call, String parameter, BiPredicate<Reader, Id> yes, BiPredicate<Reader, Id> no) {
        call.params().required(parameter);
        if (!(call.params().flag(parameter) ? yes : no).test(reader(call), call.node())) {
            throw call.missing();
        }
        return Map.of("success", true);
    }

    private Reader reader(Call call) {
        return ReplyFields.reader(fields, call);
    }

    private static boolean isDirect(Call call, Shown shown) {
        return shown.post()
                .content()
                .references()
                .repliedTo()
                .filter(call.node()::equals)
                .isPresent();
    }
}
