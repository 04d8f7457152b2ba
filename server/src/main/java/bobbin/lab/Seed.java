package bobbin.lab;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.account.Credentials;
import bobbin.account.Details;
import bobbin.account.Moderation;
import bobbin.account.Password;
import bobbin.account.Profile;
import bobbin.account.Username;
import bobbin.app.Access;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.Apps;
import bobbin.app.Permissions;
import bobbin.app.RedirectUri;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.lab.Cast.Demo;
import bobbin.lab.Cast.Member;
import bobbin.oauth.Issued;
import bobbin.oauth.Tokens;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Makes the cast of a developer's Bobbin with the same verbs that people and operators use. What is there already is kept: planting
 * twice changes nothing, and planting after a fault makes what is missing.
 */
public final class Seed {
    private static final String APP = "Demo";
    private static final String STANDARD = "Demo with standard access";
    private static final String OWNER = "dan";
    private static final List<String> REDIRECTS = List.of(
            "http://localhost:3000/callback", "https://localhost:3000/callback", "http://127.0.0.1:3000/callback");

    private final Accounts accounts;
    private final Credentials credentials;
    private final Moderation moderation;
    private final Apps apps;
    private final Permissions permissions;
    private final Tokens tokens;
    private final Predicate<String> isAlive;

    /** Somebody of the cast before there is an account. */
    private record Part(String username, String name, String biography, String gender, String country, String city) {
        Details details() {
            return Details.read("", gender, country, city, "", "");
        }

        String password() {
            return "password-of-" + username;
        }
    }

    private static final List<Part> PARTS = List.of(
            new Part("ann", "Ann", "Writes. Verified.", "F", "US", "San Francisco"),
            new Part("bob", "Bob", "Replies.", "M", "US", "New York"),
            new Part("cleo", "Cleo", "Keeps to her friends: a private profile.", "F", "FR", "Paris"),
            new Part(OWNER, "Dan", "Develops the app Demo.", "M", "DE", "Berlin"),
            new Part("eve", "Eve", "Must not see everything.", "F", "GB", "London"),
            new Part("threads", "Threads", "The profile of this server.", "", "", ""));

    /** @param isAlive whether a token is good for a call now */
    public Seed(
            Accounts accounts,
            Credentials credentials,
            Moderation moderation,
            Apps apps,
            Permissions permissions,
            Tokens tokens,
            Predicate<String> isAlive) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.moderation = moderation;
        this.apps = apps;
        this.permissions = permissions;
        this.tokens = tokens;
        this.isAlive = isAlive;
    }

    /**
     * Makes the cast, or what is missing of it.
     *
     * @param before what was planted the last time; tokens in it that are still good stay
     */
    public Cast plant(Optional<Cast> before) {
        Optional<Cast> known = before.filter(cast -> app(cast).isPresent());
        List<Member> members = new ArrayList<>();
        List<Account> people =
                PARTS.stream().map(part -> person(part, known.isPresent())).toList();
        App app = known.flatMap(this::app).or(() -> named(APP)).orElseGet(() -> makeApp(APP));
        for (int i = 0; i < PARTS.size(); i++) {
            members.add(member(PARTS.get(i), people.get(i), app, known));
        }
        return new Cast(shown(app), shown(named(STANDARD).orElseGet(this::makeStandardApp)), members);
    }

    private Demo shown(App app) {
        return new Demo(
                app.id().toString(),
                apps.showSecret(Actor.OPERATOR, app.id()).text(),
                app.redirects().stream().map(RedirectUri::text).toList());
    }

    /** Makes the people of the cast who are missing; they get their passwords when the cast is planted. */
    void enrol() {
        PARTS.stream()
                .filter(part -> accounts.byUsername(part.username()).isEmpty())
                .forEach(this::enrol);
    }

    private Account enrol(Part part) {
        Account made = accounts.enrol(
                new Username(part.username()), new Profile(part.name(), part.biography()), part.details());
        settle(made);
        return made;
    }

    /** The account of a part; if its password is not known any more, it gets the one of the part. */
    private Account person(Part part, boolean isKnown) {
        Optional<Account> found = accounts.byUsername(part.username());
        Account person = found.orElseGet(() -> enrol(part));
        if (!isKnown || found.isEmpty()) {
            credentials.set(person.id(), new Password(part.password()));
        }
        return person;
    }

    private void settle(Account made) {
        switch (made.username()) {
            case "ann" -> moderation.verify(made.id());
            case "cleo" -> accounts.makePrivate(made.id());
            default -> {}
        }
    }

    private Optional<App> app(Cast cast) {
        return Id.parse(cast.app().id()).flatMap(apps::find);
    }

    /** An app of the cast, also one whose note was lost. */
    private Optional<App> named(String name) {
        return accounts.byUsername(OWNER).stream()
                .flatMap(owner -> apps.of(owner.id()).stream())
                .filter(app -> app.name().equals(name))
                .findFirst();
    }

    private App makeApp(String name) {
        Id owner = accounts.byUsername(OWNER).orElseThrow().id();
        Id app = apps.create(Actor.OPERATOR, owner, name).id();
        REDIRECTS.forEach(uri -> apps.addRedirect(Actor.OPERATOR, app, uri));
        return apps.find(app).orElseThrow();
    }

    private App makeStandardApp() {
        App made = makeApp(STANDARD);
        made.permissions().forEach((scope, review) -> {
            if (review.access() == Access.ADVANCED) {
                permissions.withdraw(Actor.OPERATOR, made.id(), scope);
            }
        });
        return made;
    }

    private Member member(Part part, Account account, App app, Optional<Cast> known) {
        Optional<Member> before = known.map(Cast::members).stream()
                .flatMap(List::stream)
                .filter(member -> member.username().equals(part.username()))
                .findFirst();
        if (before.filter(member -> isAlive.test(member.token())).isPresent()) {
            return before.get();
        }
        Issued issued = tokens.issue(account.id(), app.id(), EnumSet.allOf(Scope.class));
        return new Member(
                part.username(),
                before.map(Member::password).orElseGet(part::password),
                Long.toString(issued.userId()),
                issued.text());
    }
}
