package bobbin.reply;

import bobbin.account.Relations;
import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.base.Scope;
import bobbin.post.Container;
import bobbin.post.Lifetime;
import bobbin.post.Mentioning;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.PostProblems;
import bobbin.post.PostReplies.Standing;
import bobbin.post.PostRules;
import bobbin.post.Posts;
import bobbin.post.References;
import bobbin.post.ReplyApproval;
import bobbin.post.Visibility;
import bobbin.post.Writer;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Whether somebody may answer or quote a post (04 §12, 10 §10.7, §10.8), asked when a container is made and again when it is published;
 * and whether the answer waits for approval (10 §10.6).
 */
public final class Replying implements PostRules {
    private final Posts posts;
    private final Visibility visibility;
    private final ReplyStates states;
    private final ReplySettings settings;
    private final Circle circle;

    public Replying(
            Posts posts,
            Visibility visibility,
            ReplyStates states,
            Relations relations,
            Mentioning mentions,
            ReplySettings settings) {
        this.posts = posts;
        this.visibility = visibility;
        this.states = states;
        this.settings = settings;
        this.circle = new Circle(posts, relations, mentions);
    }

    @Override
    public void drafting(Tx tx, Writer writer, Container container) {
        ask(tx, writer, container.content().references(), _ -> PostProblems.NO_MEDIA.refuse("reply_to_id"));
    }

    @Override
    public void publishing(Tx tx, Writer writer, Post post) {
        ask(tx, writer, post.content().references(), PostProblems.MEDIA_MISSING::refuse);
    }

    /** @param missing what is said of a post that cannot be answered */
    private void ask(Tx tx, Writer writer, References references, Function<Id, Refusal> missing) {
        references
                .quoted()
                .flatMap(quoted -> posts.find(tx, quoted))
                .ifPresent(quoted -> circle.refuseOutsider(tx, quoted, writer.account(), ReplyProblems.CANNOT_QUOTE));
        references.repliedTo().ifPresent(target -> {
            Answer answer = answer(tx, writer.account(), target).orElseThrow(() -> missing.apply(target));
            refuseWithoutPermission(writer, answer.root());
            refuseOutsider(tx, writer.account(), answer);
        });
    }

    @Override
    public boolean holdsBack(Tx tx, Post post) {
        return post.isReply()
                && posts.find(tx, post.root())
                        .filter(root -> holdsBack(root, post))
                        .isPresent();
    }

    /** Whether a reply under this post waits for approval: everybody's but the owner's (10 §10.6). */
    static boolean holdsBack(Post root, Post reply) {
        return root.content().audience().approval() == ReplyApproval.NEEDED
                && !root.author().equals(reply.author());
    }

    /** What somebody answers, and the post at the top of it; they may be the same. */
    private record Answer(Post target, Post root) {
        List<Post> both() {
            return List.of(target, root);
        }
    }

    /** What can be answered: what is visible like the post at the top of it, and does not wait for approval. */
    private Optional<Answer> answer(Tx tx, Id author, Id id) {
        return posts.find(tx, id)
                .flatMap(target -> posts.find(tx, target.root())
                        .filter(root -> isOpen(tx, root))
                        .map(root -> new Answer(target, root)))
                .filter(answer -> visibility
                        .visible(tx, Onlooker.of(author), answer.both())
                        .equals(answer.both()))
                .filter(answer -> !isWaiting(tx, answer.target()));
    }

    private boolean isWaiting(Tx tx, Post target) {
        if (!target.isReply()) {
            return false;
        }
        Standing standing = states.standings(tx, List.of(target)).get(target.id());
        return standing == null || standing.waiting();
    }

    /** Nobody answers a ghost post that is archived, not even its author (04 §12). */
    private boolean isOpen(Tx tx, Post root) {
        return root.content().lifetime() == Lifetime.LASTING
                || (settings.ghosts() == ReplySettings.Ghosts.PRIVATE && !root.isArchivedAt(tx.now()));
    }

    /** What people write on our own pages needs no permission. */
    private void refuseWithoutPermission(Writer writer, Post root) {
        boolean discovers = writer.has(Scope.KEYWORD_SEARCH) || writer.has(Scope.MANAGE_MENTIONS);
        boolean mayAnswer =
                !settings.needsDiscovery() || discovers || root.author().equals(writer.account());
        boolean mayReply = !settings.needsManaging() || writer.has(Scope.MANAGE_REPLIES);
        if (writer.app().isPresent() && !(mayAnswer && mayReply)) {
            throw ReplyProblems.NOT_ALLOWED.refuse();
        }
    }

    /** Both the post that is answered and the one at the top must admit who answers; its author may always. */
    private void refuseOutsider(Tx tx, Id who, Answer answer) {
        if (!answer.root().author().equals(who)) {
            circle.refuseOutsider(tx, answer.target(), who, ReplyProblems.CANNOT_REPLY);
            circle.refuseOutsider(tx, answer.root(), who, ReplyProblems.CANNOT_REPLY);
        }
    }
}
