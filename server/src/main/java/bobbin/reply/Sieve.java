package bobbin.reply;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Leaves in a list of replies what belongs there.
 *
 * @param belongs which of the replies that the reader can read
 */
record Sieve(Posts posts, Visibility visibility, Reader reader, Predicate<Reply> belongs) {

    /** Reads the rows of one list of replies to a post. */
    @FunctionalInterface
    interface Rows {
        List<Reply> read(Tx tx, Post node, Window window);
    }

    /** A page of a list. */
    Page<Post> page(Tx tx, Post node, Window window, Rows rows) {
        Map<Id, Post> found = new HashMap<>();
        return Page.sifted(window, Reply::id, rest -> rows.read(tx, node, rest), read -> {
                    Map<Id, Post> fitting = fitting(tx, read);
                    found.putAll(fitting);
                    return read.stream()
                            .filter(reply -> fitting.containsKey(reply.id()))
                            .toList();
                })
                .map(reply -> Optional.ofNullable(found.get(reply.id())).orElseThrow());
    }

    /** Those of some replies that belong, by id. */
    Map<Id, Post> fitting(Tx tx, Collection<Reply> replies) {
        List<Id> belonging = replies.stream().filter(belongs).map(Reply::id).toList();
        return reader.readable(tx, visibility, posts.all(tx, belonging).values()).stream()
                .collect(Collectors.toMap(Post::id, Function.identity()));
    }
}
