package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** To whom people show themselves, and what they do not want to see (15 §15.4, 15 §15.5, 15 §15.18). */
public final class PrivacyPages implements WebPart {
    private static final String PATH = "/settings/privacy";
    private static final int MOST_REQUESTS = 100;

    private final Accounts accounts;
    private final Relations relations;
    private final HiddenWords words;
    private final PublicUrls urls;
    private final StaticTemplates templates = new StaticTemplates();

    /** Somebody in a list: who asks to follow, or who is kept away. */
    public record Somebody(String username, String name, String picture) {}

    /**
     * People who are kept away in one way, and how to end that.
     *
     * @param none what is said if there are none
     * @param action where the form leads that ends it
     */
    public record Kept(String title, String none, String action, String words, List<Somebody> people) {
        public Kept {
            people = List.copyOf(people);
        }
    }

    public PrivacyPages(Accounts accounts, Relations relations, HiddenWords words, PublicUrls urls) {
        this.accounts = accounts;
        this.relations = relations;
        this.words = words;
        this.urls = urls;
    }

    @Override
    public void declare(Routes routes) {
        routes.get(PATH, this::privacy)
                .post(PATH, this::savePrivacy)
                .post("/settings/requests/accept", visit -> answer(visit, relations::accept, "follows you now."))
                .post("/settings/requests/decline", visit -> answer(visit, relations::remove, "was declined."))
                .post("/settings/unblock", visit -> answer(visit, relations::unblock, "can see you again."))
                .post(
                        "/settings/unrestrict",
                        visit -> answer(visit, relations::unrestrict, "is not restricted any more."))
                .post("/settings/unmute", visit -> answer(visit, relations::unmute, "is not muted any more."))
                .post("/settings/words/hide", visit -> save(visit, person -> words.hide(person, word(visit))))
                .post("/settings/words/show", visit -> save(visit, person -> words.show(person, word(visit))));
    }

    private Response privacy(Visit visit) {
        Account account = accounts.get(visit.signedIn().account());
        Id id = account.id();
        List<Id> asking = relations.requests(id, Window.newest(MOST_REQUESTS)).items().stream()
                .map(Relation::other)
                .toList();
        List<Kept> kept = List.of(
                new Kept(
                        "Blocked",
                        "You have blocked nobody.",
                        "/settings/unblock",
                        "Unblock",
                        people(visit, relations.blocked(id))),
                new Kept(
                        "Restricted",
                        "You have restricted nobody.",
                        "/settings/unrestrict",
                        "Unrestrict",
                        people(visit, relations.restricted(id))),
                new Kept(
                        "Muted",
                        "You have muted nobody.",
                        "/settings/unmute",
                        "Unmute",
                        people(visit, relations.muted(id))));
        List<String> hidden = words.of(id).stream().map(HiddenWord::text).toList();
        return visit.page("Privacy", templates.accountPrivacy(visit, account, people(visit, asking), kept, hidden));
    }

    private Response savePrivacy(Visit visit) {
        return save(visit, person -> {
            MentionPolicy mentions = MentionPolicy.parse(visit.form("mentions"));
            if (visit.form("private").isEmpty()) {
                accounts.makePublic(person);
            } else {
                accounts.makePrivate(person);
            }
            accounts.setMentions(person, mentions);
        });
    }

    private Response save(Visit visit, Consumer<Id> deed) {
        return SettingsPages.save(visit, PATH, this::privacy, person -> deed.accept(person.account()));
    }

    private Response answer(Visit visit, BiConsumer<Id, Id> deed, String told) {
        Person person = visit.signedIn();
        Account other =
                accounts.byUsername(visit.form("username")).orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
        deed.accept(person.account(), other.id());
        return visit.tell("@" + other.username() + " " + told).redirect(PATH);
    }

    private static HiddenWord word(Visit visit) {
        return new HiddenWord(visit.form("word"));
    }

    private List<Somebody> people(Visit visit, Collection<Id> ids) {
        String media = urls.media(visit.request());
        return accounts.all(ids).values().stream()
                .filter(Account::isActive)
                .sorted(Comparator.comparing(Account::username))
                .map(account -> new Somebody(account.username(), account.shownName(), media + Pictures.path(account)))
                .toList();
    }
}
