package bobbin.account;

import bobbin.base.Refusal;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Doorman;
import bobbin.web.LocalPath;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Joining, signing in and out, and setting a forgotten password. Also knows who is signed in, for all other pages. */
public final class SignInPages implements WebPart, Doorman {
    private static final String WINDOW = "/oauth/authorize?";

    private static final String RESET = "/reset/new";

    private final Accounts accounts;
    private final Sessions sessions;
    private final Credentials credentials;
    private final StaticTemplates templates = new StaticTemplates();

    public SignInPages(Accounts accounts, Sessions sessions, Credentials credentials) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.credentials = credentials;
    }

    /** The path at which somebody with a reset secret sets a new password. */
    public static String resetPath(String secret) {
        return RESET + "?secret=" + URLEncoder.encode(secret, StandardCharsets.UTF_8);
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/login", this::login)
                .post("/login", this::signIn)
                .get("/signup", this::join)
                .post("/signup", this::signUp)
                .post("/logout", this::signOut)
                .get("/reset", this::forgotten)
                .post("/reset", this::askForReset)
                .get(RESET, this::newPassword)
                .post(RESET, this::reset);
    }

    @Override
    public Optional<Person> who(String sessionToken) {
        return sessions.who(sessionToken)
                .map(known -> new Person(
                        known.account().id(),
                        known.account().username(),
                        known.session().id()));
    }

    private Response login(Visit visit) {
        return loginPage(visit, visit.next(), "");
    }

    /** Behind the authorization window may stand a client that was allowed everything before, and it follows at once (03 §1.2). */
    private Response loginPage(Visit visit, LocalPath next, String login) {
        Visit ready = next.text().startsWith(WINDOW) ? visit.formsMayLeadAway() : visit;
        return ready.page("Sign in", templates.accountLogin(visit, next.text(), login, accounts.isOpen()));
    }

    private Response signIn(Visit visit) {
        LocalPath next = visit.next();
        String login = visit.form("username");
        try {
            Password password = new Password(visit.form("password"));
            Sessions.Begun begun =
                    sessions.signIn(login, password, visit.request().remote(), agent(visit));
            visit.person().ifPresent(before -> sessions.end(before.account(), before.session()));
            if (begun.isBack()) {
                visit.tell("Welcome back. Your profile can be seen again.");
            }
            return visit.enter(begun.token()).redirect(next);
        } catch (Refusal refusal) {
            return loginPage(visit.complain(refusal), next, login);
        }
    }

    private Response join(Visit visit) {
        return visit.page("Sign up", templates.accountSignup(visit, visit.next().text(), "", "", accounts.isOpen()));
    }

    private Response signUp(Visit visit) {
        LocalPath next = visit.next();
        String username = visit.form("username");
        String email = visit.form("email");
        try {
            SignUp wish = new SignUp(
                    new Username(username),
                    Optional.of(new Email(email)),
                    new Password(visit.form("password")),
                    Profile.EMPTY,
                    Details.NONE);
            Account made = accounts.signUp(wish, visit.request().remote());
            return visit.enter(sessions.begin(made.id(), agent(visit)).token())
                    .tell("Welcome, @" + made.username() + ".")
                    .redirect(next);
        } catch (Refusal refusal) {
            return visit.complain(refusal)
                    .page("Sign up", templates.accountSignup(visit, next.text(), username, email, accounts.isOpen()));
        }
    }

    private Response signOut(Visit visit) {
        visit.person().ifPresent(person -> sessions.end(person.account(), person.session()));
        return visit.leave().tell("You are signed out.").redirect("/");
    }

    private Response forgotten(Visit visit) {
        return visit.page("Forgotten password", templates.accountForgotten(visit, credentials.showsResetLinks(), ""));
    }

    /** Answers alike whether there is such an account or not, as far as it can: a link that is shown cannot be shown for nobody. */
    private Response askForReset(Visit visit) {
        if (!credentials.showsResetLinks()) {
            return forgotten(visit);
        }
        try {
            String secret = credentials
                    .resetSecret(visit.form("username"))
                    .orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
            return visit.page("Forgotten password", templates.accountForgotten(visit, true, resetPath(secret)));
        } catch (Refusal refusal) {
            return visit.complain(refusal).page("Forgotten password", templates.accountForgotten(visit, true, ""));
        }
    }

    private Response newPassword(Visit visit) {
        String secret = visit.query().get("secret").orElse("");
        return visit.page(
                "New password",
                templates.accountReset(
                        visit, secret, credentials.whoResets(secret).username()));
    }

    private Response reset(Visit visit) {
        String secret = visit.form("secret");
        String username = credentials.whoResets(secret).username();
        try {
            credentials.reset(secret, new Password(visit.form("password")));
            return visit.tell("Your new password is set. Sign in with it.").redirect("/login");
        } catch (Refusal refusal) {
            return visit.complain(refusal).page("New password", templates.accountReset(visit, secret, username));
        }
    }

    private static String agent(Visit visit) {
        return visit.request().header("User-Agent").orElse("");
    }
}
