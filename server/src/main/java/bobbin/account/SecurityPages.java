package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Person;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The account itself (15 §15.18): e-mail address, password, sessions, leaving. What is dangerous asks for the password again. */
public final class SecurityPages implements WebPart {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofLocalizedDateTime(
                    FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(Locale.UK);

    private final Accounts accounts;
    private final Credentials credentials;
    private final Sessions sessions;
    private final Departures departures;
    private final StaticTemplates templates = new StaticTemplates();

    /** A session in the list, in words. */
    public record Place(Id id, String device, String since, String lastUsed, boolean isHere) {}

    public SecurityPages(Accounts accounts, Credentials credentials, Sessions sessions, Departures departures) {
        this.accounts = accounts;
        this.credentials = credentials;
        this.sessions = sessions;
        this.departures = departures;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/settings/account", this::account)
                .get("/settings/email", this::email)
                .post("/settings/email", this::saveEmail)
                .get("/settings/password", this::password)
                .post("/settings/password", this::changePassword)
                .get("/settings/sessions", this::sessions)
                .post("/settings/sessions/end", this::endSession)
                .post("/settings/sessions/end-others", this::endOthers)
                .get("/settings/deactivate", this::leaveForNow)
                .post("/settings/deactivate", this::deactivate)
                .get("/settings/delete", this::leaveForGood)
                .post("/settings/delete", this::delete);
    }

    private Response account(Visit visit) {
        return visit.page("Account", templates.accountAccount(visit, mine(visit)));
    }

    private Response email(Visit visit) {
        return email(visit, mine(visit).email().orElse(""));
    }

    private Response email(Visit visit, String typed) {
        return visit.page("E-mail address", templates.accountEmail(visit, typed));
    }

    private Response saveEmail(Visit visit) {
        Person person = visit.signedIn();
        String typed = visit.form("email").strip();
        try {
            Optional<Email> wish = typed.isEmpty() ? Optional.empty() : Optional.of(new Email(typed));
            confirm(visit, person);
            credentials.setEmail(person.account(), wish);
            return visit.tell("Saved.").redirect("/settings/account");
        } catch (Refusal refusal) {
            return email(visit.complain(refusal), typed);
        }
    }

    private Response password(Visit visit) {
        visit.signedIn();
        return visit.page("Password", templates.accountPassword(visit));
    }

    private Response changePassword(Visit visit) {
        Person person = visit.signedIn();
        try {
            confirm(visit, person);
            credentials.change(person.account(), person.session(), new Password(visit.form("new_password")));
            return visit.tell("Your password is changed. All other browsers and all apps are signed out.")
                    .redirect("/settings/account");
        } catch (Refusal refusal) {
            return password(visit.complain(refusal));
        }
    }

    private Response sessions(Visit visit) {
        Person person = visit.signedIn();
        DateTimeFormatter words = WHEN.withZone(zone(person));
        List<Place> places = sessions.of(person.account()).stream()
                .map(session -> new Place(
                        session.id(),
                        session.device(),
                        words.format(session.createdAt()),
                        words.format(session.usedAt()),
                        session.id().equals(person.session())))
                .toList();
        return visit.page("Sessions", templates.accountSessions(visit, places));
    }

    private Response endSession(Visit visit) {
        Person person = visit.signedIn();
        Id.parse(visit.form("session")).ifPresent(session -> sessions.end(person.account(), session));
        return visit.tell("That browser is signed out.").redirect("/settings/sessions");
    }

    private Response endOthers(Visit visit) {
        Person person = visit.signedIn();
        sessions.endOthers(person.account(), person.session());
        return visit.tell("All other browsers are signed out.").redirect("/settings/sessions");
    }

    private Response leaveForNow(Visit visit) {
        visit.signedIn();
        return visit.page("Deactivate the account", templates.accountDeactivate(visit));
    }

    private Response deactivate(Visit visit) {
        Person person = visit.signedIn();
        try {
            confirm(visit, person);
            departures.deactivate(person.account());
            return visit.leave()
                    .tell("Your account is deactivated. Sign in to come back.")
                    .redirect("/");
        } catch (Refusal refusal) {
            return leaveForNow(visit.complain(refusal));
        }
    }

    private Response leaveForGood(Visit visit) {
        visit.signedIn();
        return visit.page("Delete the account", templates.accountDelete(visit, departures.daysUntilRemoval()));
    }

    private Response delete(Visit visit) {
        Person person = visit.signedIn();
        try {
            confirm(visit, person);
            departures.delete(person.account());
            return visit.leave().tell("Your account is deleted.").redirect("/");
        } catch (Refusal refusal) {
            return leaveForGood(visit.complain(refusal));
        }
    }

    private void confirm(Visit visit, Person person) {
        Password typed = new Password(visit.form("password"));
        credentials.confirm(person.account(), typed, visit.request().remote());
    }

    private Account mine(Visit visit) {
        return accounts.get(visit.signedIn().account());
    }

    private ZoneId zone(Person person) {
        return accounts.get(person.account()).details().timeZone();
    }
}
