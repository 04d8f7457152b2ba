package bobbin.insight;

import bobbin.base.Id;
import bobbin.post.Links;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.script.Act;
import bobbin.script.Argument;
import bobbin.script.Argument.Kind;
import bobbin.script.Doing;
import bobbin.script.ScriptProblems;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What scripts can look at, follow and share, as somebody or as a visitor who has not signed in (15 §15.11, 15 §15.20). */
public final class InsightActs {
    private static final Argument VISITOR =
            Argument.optional("visitor", Kind.TEXT, "any name for a visitor who has not signed in");

    private final Posts posts;
    private final Views views;
    private final Clicks clicks;
    private final Shares shares;

    public InsightActs(Posts posts, Gathering gathering) {
        this.posts = posts;
        this.views = new Views(gathering);
        this.clicks = new Clicks(gathering);
        this.shares = new Shares(gathering);
    }

    public List<Act> all() {
        return List.of(
                Act.done(
                        "view",
                        "Looks at a post.",
                        doing -> views.post(watcher(doing), seen(doing).id(), surface(doing)),
                        Argument.post(),
                        Argument.optional("surface", Kind.TEXT, "where: permalink if nothing is said"),
                        VISITOR),
                Act.done(
                        "viewProfile",
                        "Opens a profile.",
                        doing -> views.profile(watcher(doing), doing.person()),
                        Argument.person(),
                        VISITOR),
                Act.done(
                        "click",
                        "Follows a link of a post.",
                        this::follow,
                        Argument.post(),
                        Argument.required("url", Kind.TEXT, "the link, written as on the page of the post")),
                Act.done(
                        "share",
                        "Hands a post on.",
                        doing -> shares.share(watcher(doing), seen(doing).id()),
                        Argument.post(),
                        VISITOR));
    }

    /** Follows a link that leads somewhere from the page of the post; as there, a repost has those of its original. */
    private void follow(Doing doing) {
        Post post = seen(doing);
        Post shown = post.content()
                .references()
                .reposted()
                .map(original -> visible(doing, original))
                .orElse(post);
        Set<String> links = Links.of(shown.content());
        String url = doing.text("url");
        if (!links.contains(url)) {
            throw ScriptProblems.NO_CHOICE.refuse("url", "the links of the post " + links, url);
        }
        clicks.follow(shown.id(), url);
    }

    private Post seen(Doing doing) {
        return visible(doing, doing.post());
    }

    private Post visible(Doing doing, Id post) {
        Onlooker onlooker = new Onlooker(doing.viewer(), Optional.empty());
        return posts.visible(onlooker, post).orElseThrow(ScriptProblems.NOT_FOUND::refuse);
    }

    private static Watcher watcher(Doing doing) {
        return doing.viewer()
                .map(Watcher::of)
                .orElseGet(() -> Watcher.anonymous(doing.optional("visitor").orElse("")));
    }

    private static Surface surface(Doing doing) {
        String name = doing.optional("surface").orElse("permalink");
        return Arrays.stream(Surface.values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> ScriptProblems.NO_CHOICE.refuse("surface", Arrays.toString(Surface.values()), name));
    }
}
