package bobbin.embed;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.card.Card;
import bobbin.card.Cards;
import bobbin.card.Counted;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.Posts;
import bobbin.reply.Approval;
import bobbin.reply.Approvals;
import bobbin.reply.Hiding;
import bobbin.reply.Reader;
import bobbin.templates.StaticTemplates;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

/** What the owner of a conversation does about replies: approves and ignores, hides and shows again (15 §15.13). */
public final class ApprovalPages implements WebPart {
    /** As many stand in a list, and are meant by all. */
    private static final int SHOWN = 100;

    /** What can be done about one reply. */
    public enum Deed {
        APPROVE("Approve"),
        IGNORE("Ignore"),
        HIDE("Hide"),
        UNHIDE("Show again");

        private final String words;

        Deed(String words) {
            this.words = words;
        }

        /** What stands on its button. */
        public String words() {
            return words;
        }

        /** Where its form leads. */
        public String path(String shortcode) {
            return "/t/" + shortcode + "/" + name().toLowerCase(Locale.ROOT);
        }
    }

    private final Posts posts;
    private final Approvals approvals;
    private final Hiding hiding;
    private final Cards cards;
    private final PublicUrls urls;
    private final StaticTemplates templates = new StaticTemplates();

    public ApprovalPages(Posts posts, Approvals approvals, Hiding hiding, Cards cards, PublicUrls urls) {
        this.posts = posts;
        this.approvals = approvals;
        this.hiding = hiding;
        this.cards = cards;
        this.urls = urls;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/t/{shortcode}/approvals", this::list).post("/t/{shortcode}/approvals", this::settleAll);
        for (Deed deed : Deed.values()) {
            routes.post(deed.path("{shortcode}"), visit -> act(visit, deed));
        }
    }

    private Response list(Visit visit) {
        Id root = own(visit, id(visit)).id();
        return visit.page(
                "Approvals",
                templates.embedApprovals(
                        visit,
                        root.shortcode(),
                        cards(visit, root, Approval.PENDING),
                        cards(visit, root, Approval.IGNORED)));
    }

    /** All that wait and have not been ignored. */
    private Response settleAll(Visit visit) {
        Reader reader = reader(visit);
        Id root = own(visit, id(visit)).id();
        BiConsumer<Reader, Id> deed = switch (visit.form("all")) {
            case "approve" -> approvals::approve;
            case "ignore" -> approvals::ignore;
            default -> throw WebProblems.NOT_FOUND.refuse();
        };
        waiting(reader, root, Approval.PENDING).items().forEach(reply -> deed.accept(reader, reply.id()));
        return visit.redirect("/t/" + root.shortcode() + "/approvals");
    }

    private Response act(Visit visit, Deed deed) {
        Reader reader = reader(visit);
        Post reply = posts.visible(reader.onlooker(), id(visit)).orElseThrow(WebProblems.NOT_FOUND::refuse);
        String root = "/t/" + own(visit, reply.root()).shortcode();
        boolean done = switch (deed) {
            case APPROVE -> approvals.approve(reader, reply.id());
            case IGNORE -> approvals.ignore(reader, reply.id());
            case HIDE -> hiding.hide(reader, reply.id());
            case UNHIDE -> hiding.unhide(reader, reply.id());
        };
        if (!done) {
            throw WebProblems.NOT_FOUND.refuse();
        }
        return visit.redirect(
                switch (deed) {
                    case APPROVE, IGNORE -> root + "/approvals";
                    case HIDE, UNHIDE -> root;
                });
    }

    /** A post of the visitor's. */
    private Post own(Visit visit, Id id) {
        Onlooker viewer = reader(visit).onlooker();
        return posts.visible(viewer, id)
                .filter(post -> viewer.account().filter(post.author()::equals).isPresent())
                .orElseThrow(WebProblems.NOT_FOUND::refuse);
    }

    private List<Card> cards(Visit visit, Id root, Approval state) {
        Onlooker viewer = reader(visit).onlooker();
        List<Post> waiting = waiting(reader(visit), root, state).items();
        return cards.of(viewer, waiting, urls.media(visit.request()), Counted.NONE);
    }

    private Page<Post> waiting(Reader reader, Id root, Approval state) {
        return approvals
                .waiting(reader, root, Optional.of(state), Window.newest(SHOWN))
                .orElseThrow(WebProblems.NOT_FOUND::refuse);
    }

    private static Reader reader(Visit visit) {
        return Reader.onTheWeb(visit.signedIn().account());
    }

    private static Id id(Visit visit) {
        return Id.fromShortcode(visit.path("shortcode"))
                .filter(id -> id.is(Id.Kind.POST))
                .orElseThrow(WebProblems.NOT_FOUND::refuse);
    }
}
