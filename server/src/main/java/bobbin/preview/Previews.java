package bobbin.preview;

import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.PostEvents;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.work.Jobs;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The previews of links. A link that others can see is looked up in the background, once for all posts that have it while that is fresh. */
public final class Previews implements PostEvents {
    /** So soon a page is asked again that had nothing for us. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-[0-9a-f]{16}\\.(jpg|png)");

    private final Database database;
    private final Jobs jobs;
    private final PreviewSettings settings;
    private final PreviewStore store = new PreviewStore();

    public Previews(Database database, Jobs jobs, PreviewSettings settings) {
        this.database = database;
        this.jobs = jobs;
        this.settings = settings;
    }

    static String path(String pictureName) {
        return "/preview/" + pictureName;
    }

    /** The previews of these posts, as far as there are any. */
    public Map<Id, Preview> of(Tx tx, Collection<Post> posts) {
        Map<Id, String> keys = new HashMap<>();
        posts.forEach(post -> address(post).ifPresent(address -> keys.put(post.id(), address.key())));
        Map<String, Preview> found =
                store.find(tx, keys.values().stream().distinct().toList());
        keys.values().retainAll(found.keySet());
        Map<Id, Preview> previews = new HashMap<>();
        keys.forEach(
                (post, key) -> Optional.ofNullable(found.get(key)).ifPresent(preview -> previews.put(post, preview)));
        return previews;
    }

    @Override
    public void shown(Tx tx, Post post) {
        if (settings.enabled()) {
            address(post).ifPresent(address -> {
                store.use(tx, address, post.id());
                if (store.ask(
                        tx, address, tx.now().minus(settings.fresh()), tx.now().minus(PATIENCE))) {
                    jobs.add(
                            tx,
                            Previewing.KIND,
                            post.id(),
                            tx.now(),
                            address.uri().toString());
                }
            });
        }
    }

    @Override
    public void deleted(Tx tx, Post post) {
        address(post).ifPresent(address -> store.leave(tx, address, post.id()));
    }

    /** The picture of this file name; empty if there is none, or none any more. */
    Optional<Picture> picture(String name) {
        Matcher parts = NAME.matcher(name);
        return parts.matches() ? database.read(tx -> store.picture(tx, parts.group(1), name)) : Optional.empty();
    }

    private static Optional<Address> address(Post post) {
        return post.content().link().flatMap(Address::of);
    }
}
