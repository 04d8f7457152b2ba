package bobbin.embed;

import bobbin.account.Account;
import bobbin.account.ProfilePages;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.card.Card;
import bobbin.card.Cards;
import bobbin.card.Counted;
import bobbin.embed.ApprovalPages.Deed;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.insight.CountPages;
import bobbin.insight.Surface;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.PostSettings;
import bobbin.post.Posts;
import bobbin.reply.Answers;
import bobbin.reply.Answers.Listed;
import bobbin.templates.StaticTemplates;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;
import gg.jte.Content;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The pages of posts, in all forms of their addresses (07 §7.2, 15 §15.19): one form is right, the others lead there. Who may not see a
 * post finds nothing. Shows the posts of a person below the profile, too.
 */
public final class PermalinkPages implements WebPart, ProfilePages.Sections {
    private static final int POSTS = 25;

    private final Posts posts;
    private final Answers answers;
    private final Cards cards;
    private final CountPages counts;
    private final PostSettings postSettings;
    private final EmbedSettings settings;
    private final PublicUrls urls;
    private final StaticTemplates templates = new StaticTemplates();

    public PermalinkPages(
            Posts posts,
            Answers answers,
            Cards cards,
            CountPages counts,
            PostSettings postSettings,
            EmbedSettings settings,
            PublicUrls urls) {
        this.posts = posts;
        this.answers = answers;
        this.cards = cards;
        this.counts = counts;
        this.postSettings = postSettings;
        this.settings = settings;
        this.urls = urls;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/@{username}/post/{shortcode}", this::show)
                .get("/t/{shortcode}", this::show)
                .get("/post/{shortcode}", this::show)
                .get("/t/{shortcode}/hidden", this::showHidden)
                .get("/t/{shortcode}/share", this::showLink)
                .post("/t/{shortcode}/share", this::share);
    }

    private Response show(Visit visit) {
        Onlooker viewer = onlooker(visit);
        Counted counted = CountedPages.on(counts, visit, Surface.PERMALINK);
        Card card = card(visit, counted);
        if (!String.join("/", visit.request().segments()).equals(card.path().substring(1))) {
            return visit.redirect(card.path());
        }
        Listed listed =
                answers.shown(viewer, card.post().id(), window(visit)).orElseThrow(WebProblems.NOT_FOUND::refuse);
        List<Card> below = cards.of(viewer, listed.replies().items(), urls.media(visit.request()), counted);
        showImages(visit, List.of(card));
        showImages(visit, below);
        return visit.page(
                title(card),
                head(visit, card),
                templates.embedPost(
                        visit,
                        card,
                        link(visit, card),
                        listed,
                        below,
                        deeds(viewer, card, Deed.HIDE),
                        older(card.path(), listed.replies())));
    }

    /** The replies that the author of a post hides, for everybody who sees the post (15 §15.13). */
    private Response showHidden(Visit visit) {
        Onlooker viewer = onlooker(visit);
        Counted counted = CountedPages.on(counts, visit, Surface.PERMALINK);
        Card card = card(visit, counted);
        Page<Post> hidden =
                answers.hidden(viewer, card.post().id(), window(visit)).orElseThrow(WebProblems.NOT_FOUND::refuse);
        List<Card> below = cards.of(viewer, hidden.items(), urls.media(visit.request()), counted);
        showImages(visit, below);
        return visit.page(
                "Hidden replies",
                templates.embedHidden(
                        visit,
                        card,
                        below,
                        deeds(viewer, card, Deed.UNHIDE),
                        older("/t/" + card.post().shortcode() + "/hidden", hidden)));
    }

    /** What the owner of a conversation can do about each reply; nobody else can do anything. */
    private static List<Deed> deeds(Onlooker viewer, Card card, Deed deed) {
        Post post = card.post();
        return viewer.account().filter(post.author()::equals).isPresent() && !post.isReply()
                ? List.of(deed)
                : List.of();
    }

    /** What a browser without scripts does with the button to share. */
    private Response share(Visit visit) {
        Card card = card(visit, Counted.NONE);
        counts.share(visit, card.post().id());
        return visit.redirect("/t/" + card.post().shortcode() + "/share");
    }

    private Response showLink(Visit visit) {
        Card card = card(visit, Counted.NONE);
        return visit.page("Share", templates.embedShare(card, link(visit, card)));
    }

    /** The post of this address, if the viewer may see it. */
    private Card card(Visit visit, Counted counted) {
        Onlooker viewer = onlooker(visit);
        return Id.fromShortcode(visit.path("shortcode"))
                .filter(id -> id.is(Id.Kind.POST))
                .flatMap(id -> posts.visible(viewer, id))
                .flatMap(post -> posts.visible(viewer, shown(post)))
                .flatMap(post -> cards.of(viewer, post, urls.media(visit.request()), counted))
                .orElseThrow(WebProblems.NOT_FOUND::refuse);
    }

    private String link(Visit visit, Card card) {
        return urls.web(visit.request()) + card.path();
    }

    /** A repost shows its original, an item its carousel. */
    private static Id shown(Post post) {
        return post.content()
                .references()
                .reposted()
                .or(() -> post.content().references().parent())
                .orElse(post.id());
    }

    private Content head(Visit visit, Card card) {
        String url = link(visit, card);
        String oembed = urls.graph(visit.request()) + "/oembed?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
        return templates.embedHead(card, url, oembed, settings.providerName());
    }

    private static String title(Card card) {
        String words = card.summary();
        String name = card.author().name() + " (@" + card.author().username() + ")";
        return words.isEmpty() ? name : name + ": " + words;
    }

    @Override
    public Content below(Visit visit, Account owner) {
        Onlooker viewer = onlooker(visit);
        Page<Post> page = posts.shownBy(owner.id(), viewer, window(visit));
        Counted counted = CountedPages.on(counts, visit, Surface.PROFILE);
        List<Card> shown = cards.of(viewer, page.items(), urls.media(visit.request()), counted);
        showImages(visit, shown);
        return templates.embedPosts(visit, shown, older("/@" + owner.username(), page));
    }

    /** The newest, or what is older than what one has seen. */
    private static Window window(Visit visit) {
        return visit.query()
                .get("before")
                .flatMap(Id::fromShortcode)
                .map(Window.newest(POSTS)::beyond)
                .orElse(Window.newest(POSTS));
    }

    /** Where the list goes on; empty if it does not. */
    private static String older(String path, Page<Post> page) {
        return page.ends()
                .filter(_ -> page.more())
                .map(ends -> path + "?before=" + ends.last().shortcode())
                .orElse("");
    }

    private Onlooker onlooker(Visit visit) {
        return new Onlooker(visit.person().map(Person::account), postSettings.country(visit.request()::header));
    }

    private static void showImages(Visit visit, List<Card> shown) {
        shown.stream().flatMap(Card::foreignImages).map(URI::create).forEach(visit::showsImageOf);
    }
}
