package bobbin.reply;

import bobbin.base.Id;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Visibility;
import bobbin.sql.Tx;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Who reads replies.
 *
 * @param app through which; empty on our own pages
 */
public record Reader(Optional<Id> app, Onlooker onlooker) {

    public static Reader through(Id app, Onlooker onlooker) {
        return new Reader(Optional.of(app), onlooker);
    }

    public static Reader onTheWeb(Id account) {
        return new Reader(Optional.empty(), Onlooker.of(account));
    }

    boolean is(Id account) {
        return onlooker.account().filter(account::equals).isPresent();
    }

    boolean canRead(Tx tx, Visibility visibility, Post post) {
        return !readable(tx, visibility, List.of(post)).isEmpty();
    }

    /** Those of some posts that can be read, in the same order. */
    List<Post> readable(Tx tx, Visibility visibility, Collection<Post> some) {
        return app.map(through -> visibility.readable(tx, through, onlooker, some))
                .orElseGet(() -> visibility.visible(tx, onlooker, some));
    }
}
