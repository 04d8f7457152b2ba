package bobbin.reply;

import static bobbin.base.Scope.READ_REPLIES;
import static java.util.stream.Collectors.toMap;

import bobbin.base.Id;
import bobbin.graph.Call;
import bobbin.graph.Fields;
import bobbin.post.MoreFields;
import bobbin.post.Post;
import bobbin.post.PostFields;
import bobbin.post.PostFields.Shown;
import bobbin.sql.Database;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What a post shows of its replies, and a reply of what became of it (07 §7.3, 10 §10.4, §10.6). */
public final class ReplyFields implements MoreFields {
    private final Database database;
    private final Conversations conversations;
    private final ReplyStates states;

    public ReplyFields(Database database, Conversations conversations, ReplyStates states) {
        this.database = database;
        this.conversations = conversations;
        this.states = states;
    }

    @Override
    public Fields<Shown> addTo(PostFields posts, Fields<Shown> known) {
        return known.forPage("has_replies", READ_REPLIES, (call, page) -> answered(reader(posts, call), page))
                .forPage("hide_status", READ_REPLIES, this::hideStatus)
                .forPage("reply_approval_status", READ_REPLIES, this::approval);
    }

    static Reader reader(PostFields posts, Call call) {
        return Reader.through(call.viewer().app(), posts.onlooker(call));
    }

    private Map<Shown, Boolean> answered(Reader reader, List<Shown> page) {
        List<Post> posts =
                page.stream().map(Shown::post).filter(post -> !post.isChild()).toList();
        Set<Id> answered = conversations.answered(reader, posts);
        return page.stream()
                .filter(shown -> !shown.post().isChild())
                .collect(toMap(
                        Function.identity(),
                        shown -> answered.contains(shown.post().id())));
    }

    /** For the owner of the post at the top only. */
    private Map<Shown, String> hideStatus(Call call, List<Shown> page) {
        Map<Id, String> statuses = new HashMap<>();
        database.read(tx -> states.statuses(tx, states.find(tx, replies(page)).values()))
                .forEach((reply, status) -> {
                    if (reply.owner().equals(call.self())) {
                        statuses.put(reply.id(), status.name());
                    }
                });
        return byShown(page, statuses);
    }

    /** Of what waits, for its author and the owner of the post at the top. */
    private Map<Shown, String> approval(Call call, List<Shown> page) {
        Map<Id, String> approvals = new HashMap<>();
        database.read(tx -> states.find(tx, replies(page))).values().forEach(reply -> {
            boolean concerned =
                    reply.owner().equals(call.self()) || reply.own().author().equals(call.self());
            if (reply.approval().isWaiting() && concerned) {
                approvals.put(reply.id(), reply.approval().wire());
            }
        });
        return byShown(page, approvals);
    }

    private static List<Post> replies(List<Shown> page) {
        return page.stream().map(Shown::post).filter(Post::isReply).toList();
    }

    private static Map<Shown, String> byShown(List<Shown> page, Map<Id, String> values) {
        return page.stream()
                .filter(shown -> values.containsKey(shown.post().id()))
                .collect(toMap(
                        Function.identity(),
                        shown -> values.getOrDefault(shown.post().id(), "")));
    }
}
