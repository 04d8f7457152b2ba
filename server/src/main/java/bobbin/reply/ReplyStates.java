package bobbin.reply;

import static java.util.stream.Collectors.toMap;

import bobbin.account.Pair;
import bobbin.account.Relations;
import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.PostReplies;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** How replies stand in their conversations: what visibility asks, for a whole page at once (15 §15.6). */
public final class ReplyStates implements PostReplies {
    private final Relations relations;
    private final ReplyStore store = new ReplyStore();

    public ReplyStates(Relations relations) {
        this.relations = relations;
    }

    @Override
    public Map<Id, Standing> standings(Tx tx, Collection<Post> replies) {
        Map<Id, Standing> standings = new HashMap<>();
        statuses(tx, store.find(tx, replies))
                .forEach((reply, status) -> standings.put(reply.id(), reply.standing(status)));
        return standings;
    }

    /** What became of some replies, by id; those whose conversations are gone are not in the map. */
    Map<Id, Reply> find(Tx tx, Collection<Post> replies) {
        return store.find(tx, replies).stream().collect(toMap(Reply::id, Function.identity()));
    }

    /** How each is shown under the post at the top. */
    Map<Reply, HideStatus> statuses(Tx tx, Collection<Reply> replies) {
        List<Pair> pairs = replies.stream()
                .flatMap(reply -> reply.pairs().stream())
                .distinct()
                .toList();
        Set<Pair> blocked = relations.blocking(tx, pairs);
        Map<Pair, Instant> restricted = relations.restricting(tx, pairs);
        return replies.stream().collect(toMap(Function.identity(), reply -> reply.status(blocked, restricted)));
    }
}
