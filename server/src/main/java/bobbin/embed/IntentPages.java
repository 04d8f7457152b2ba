package bobbin.embed;

import bobbin.account.Account;
import bobbin.account.AccountProblems;
import bobbin.account.Accounts;
import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.card.Card;
import bobbin.card.Cards;
import bobbin.card.Counted;
import bobbin.http.Parameters;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.post.Onlooker;
import bobbin.post.Post;
import bobbin.post.PostSettings;
import bobbin.post.Posts;
import bobbin.post.Publishing;
import bobbin.post.ReplyApproval;
import bobbin.post.Writer;
import bobbin.templates.StaticTemplates;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** Links of other sites that open a prepared page here (13 §13.5). Opening one changes nothing: the person decides. */
public final class IntentPages implements WebPart {
    private final Accounts accounts;
    private final Posts posts;
    private final Publishing publishing;
    private final Cards cards;
    private final PostSettings settings;
    private final PublicUrls urls;
    private final StaticTemplates templates = new StaticTemplates();

    /** The posts to which a prepared post refers, and whether one of them is not to be seen. */
    private record Targets(Optional<Post> answered, Optional<Post> quoted, boolean complete) {}

    /** What the composer shows. */
    public record Composer(
            Intent intent,
            Optional<Card> answered,
            Optional<Card> quoted,
            boolean complete,
            boolean awaitsApproval,
            int excess) {
        /** What one is about to write. */
        public String title() {
            return answered.isPresent() ? "Reply" : quoted.isPresent() ? "Quote" : "New post";
        }
    }

    public IntentPages(
            Accounts accounts,
            Posts posts,
            Publishing publishing,
            Cards cards,
            PostSettings settings,
            PublicUrls urls) {
        this.accounts = accounts;
        this.posts = posts;
        this.publishing = publishing;
        this.cards = cards;
        this.settings = settings;
        this.urls = urls;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/intent/post", this::compose)
                .post("/intent/post", this::publish)
                .get("/intent/follow", this::follow)
                .get("/intent", IntentPages::nothing)
                .get("/intent/{other}", IntentPages::nothing);
    }

    private static Response nothing(Visit visit) {
        throw WebProblems.NOT_FOUND.refuse();
    }

    private Response compose(Visit visit) {
        Person person = visit.signedIn();
        Parameters query = visit.legibleQuery();
        Intent intent = Intent.typed(query::get).withoutFaults();
        return composer(visit, intent, targets(person, intent), settings.excess(intent.text()));
    }

    private Response publish(Visit visit) {
        Person person = visit.signedIn();
        Intent intent = Intent.typed(visit.form()::get);
        Targets targets = targets(person, intent);
        if (!targets.complete()) {
            return composer(visit, intent, targets, 0);
        }
        try {
            refuseLength(intent, targets);
            Id made = publishing
                    .publishAtOnce(
                            Writer.onTheWeb(person.account()), intent.draft(targets.answered(), targets.quoted()))
                    .post();
            return visit.tell("Posted.").redirect("/@" + person.username() + "/post/" + made.shortcode());
        } catch (Refusal refusal) {
            return composer(visit.complain(refusal), intent, targets, 0);
        }
    }

    private void refuseLength(Intent intent, Targets targets) {
        if (intent.text().isBlank() && targets.quoted().isEmpty()) {
            throw EmbedProblems.NOTHING_WRITTEN.refuse();
        }
        int excess = settings.excess(intent.text());
        if (excess > 0) {
            throw EmbedProblems.TOO_MUCH_WRITTEN.refuse(excess);
        }
    }

    private Response composer(Visit visit, Intent intent, Targets targets, int excess) {
        Onlooker viewer = Onlooker.of(visit.signedIn().account());
        String media = urls.media(visit.request());
        Composer composer = new Composer(
                new Intent(
                        intent.text(),
                        intent.url(),
                        intent.tag(),
                        intent.replyControl(),
                        targets.answered().map(Post::shortcode).orElse(""),
                        targets.quoted().map(Post::shortcode).orElse("")),
                targets.answered().flatMap(post -> cards.of(viewer, post, media, Counted.NONE)),
                targets.quoted().flatMap(post -> cards.of(viewer, post, media, Counted.NONE)),
                targets.complete(),
                awaitsApproval(viewer, targets),
                excess);
        Stream.concat(composer.answered().stream(), composer.quoted().stream())
                .flatMap(Card::foreignImages)
                .map(URI::create)
                .forEach(visit::showsImageOf);
        return visit.page(composer.title(), templates.embedCompose(visit, composer));
    }

    /** Whether what one is about to answer shows replies of others only when its owner has approved them (15 §15.13). */
    private boolean awaitsApproval(Onlooker viewer, Targets targets) {
        return targets.answered()
                .flatMap(post -> posts.visible(viewer, post.root()))
                .filter(root -> root.content().audience().approval() == ReplyApproval.NEEDED)
                .filter(root -> viewer.account().filter(root.author()::equals).isEmpty())
                .isPresent();
    }

    private Targets targets(Person person, Intent intent) {
        Optional<Post> answered = visible(person, intent.answered());
        Optional<Post> quoted = visible(person, intent.quoted());
        return new Targets(
                answered,
                quoted,
                answered.isPresent() == !intent.answered().isEmpty()
                        && quoted.isPresent() == !intent.quoted().isEmpty());
    }

    private Optional<Post> visible(Person person, String shortcode) {
        return Id.fromShortcode(shortcode)
                .filter(id -> id.is(Id.Kind.POST))
                .flatMap(id -> posts.visible(Onlooker.of(person.account()), id))
                .filter(post -> !post.isChild());
    }

    /** The profile has the button, the token and all rules: it is the page. */
    private Response follow(Visit visit) {
        Parameters query = visit.legibleQuery();
        Account account = query.get("username")
                .flatMap(accounts::byUsername)
                .filter(Account::isActive)
                .orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
        visit.signedIn();
        return visit.redirect("/@" + account.username());
    }
}
