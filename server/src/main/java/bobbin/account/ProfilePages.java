package bobbin.account;

import bobbin.base.Id;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import gg.jte.Content;
import java.util.function.BiConsumer;

/** The start page and the profiles of people, with what one can do about somebody: follow, and keep away. */
public final class ProfilePages implements WebPart {
    private final Accounts accounts;
    private final Relations relations;
    private final Sections sections;
    private final ProfileVisits visits;
    private final PublicUrls urls;
    private final StaticTemplates templates = new StaticTemplates();

    /**
     * A profile, as somebody sees it.
     *
     * @param isSelf whether it is one's own
     * @param following whether the viewer follows it
     * @param isBlocked whether the viewer keeps it away
     * @param isRestricted whether nobody else sees what it answers to the viewer
     * @param isMuted whether the viewer is not told of it
     */
    public record View(
            Account account,
            String picture,
            long followers,
            boolean isSelf,
            Relations.Following following,
            boolean isBlocked,
            boolean isRestricted,
            boolean isMuted) {}

    /** What a profile shows below the person: what they published, of which this package knows nothing. */
    @FunctionalInterface
    public interface Sections {
        Sections NONE = (_, _) -> _ -> {};

        /**
         * What stands there.
         *
         * @param owner whose profile it is; the viewer may see it
         */
        Content below(Visit visit, Account owner);
    }

    public ProfilePages(
            Accounts accounts, Relations relations, Sections sections, ProfileVisits visits, PublicUrls urls) {
        this.sections = sections;
        this.accounts = accounts;
        this.relations = relations;
        this.visits = visits;
        this.urls = urls;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/", this::start)
                .get("/@{username}", this::profile)
                .post("/@{username}/follow", visit -> act(visit, relations::follow))
                .post("/@{username}/unfollow", visit -> act(visit, relations::unfollow))
                .post("/@{username}/block", visit -> act(visit, relations::block))
                .post("/@{username}/unblock", visit -> act(visit, relations::unblock))
                .post("/@{username}/restrict", visit -> act(visit, relations::restrict))
                .post("/@{username}/unrestrict", visit -> act(visit, relations::unrestrict))
                .post("/@{username}/mute", visit -> act(visit, relations::mute))
                .post("/@{username}/unmute", visit -> act(visit, relations::unmute));
    }

    private Response start(Visit visit) {
        return visit.page("Start", templates.accountStart(visit.person(), accounts.isOpen()));
    }

    private Response profile(Visit visit) {
        Account account = named(visit);
        View view = visit.person()
                .map(person -> seenBy(visit, person.account(), account))
                .orElseGet(() -> new View(
                        account,
                        picture(visit, account),
                        relations.countFollowers(account.id()),
                        false,
                        Relations.Following.NONE,
                        false,
                        false,
                        false));
        visits.opened(
                account.id(),
                visit.person().map(Person::account),
                visit.request().header("User-Agent"));
        return visit.page(
                account.shownName() + " (@" + account.username() + ")",
                templates.accountProfile(visit, view, sections.below(visit, account)));
    }

    /** Somebody who keeps the viewer away is not there at all; whom the viewer keeps away can be let near again. */
    private View seenBy(Visit visit, Id viewer, Account account) {
        Relations.Between between = relations.between(viewer, account.id());
        if (between.blockedBy()) {
            throw AccountProblems.ACCOUNT_MISSING.refuse();
        }
        return new View(
                account,
                picture(visit, account),
                relations.countFollowers(account.id()),
                viewer.equals(account.id()),
                relations.following(viewer, account.id()),
                between.blocks(),
                relations.restricted(viewer).contains(account.id()),
                relations.muted(viewer).contains(account.id()));
    }

    private Response act(Visit visit, BiConsumer<Id, Id> deed) {
        Person person = visit.signedIn();
        Account account = named(visit);
        deed.accept(person.account(), account.id());
        return visit.redirect("/@" + account.username());
    }

    private Account named(Visit visit) {
        return accounts.byUsername(visit.path("username"))
                .filter(Account::isActive)
                .orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
    }

    private String picture(Visit visit, Account account) {
        return urls.media(visit.request()) + Pictures.path(account);
    }
}
