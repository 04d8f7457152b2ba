package bobbin.app;

import bobbin.account.Credentials;
import bobbin.account.Password;
import bobbin.app.Role.Right;
import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.base.Scope;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The console of developers, at {@code /developers/apps} (02, 15 §15.19). */
public final class AppPages implements WebPart {
    private static final String LIST = "/developers/apps";
    private static final String APP = LIST + "/{app}";

    private final Apps apps;
    private final Permissions permissions;
    private final Roles roles;
    private final Credentials credentials;
    private final StaticTemplates templates = new StaticTemplates();

    /** What the person who looks may do on the page. */
    public record Rights(boolean edit, boolean govern) {}

    /** What stands in the fields of the page of addresses. */
    public record Addresses(String redirect, String deauthorize, String dataDeletion) {}

    /** Somebody in the list of roles, and whether the person who looks may take the role away. */
    public record Seat(Member member, boolean own, boolean removable) {}

    public AppPages(Apps apps, Permissions permissions, Roles roles, Credentials credentials) {
        this.apps = apps;
        this.permissions = permissions;
        this.roles = roles;
        this.credentials = credentials;
    }

    @Override
    public void declare(Routes routes) {
        routes.get(LIST, this::list)
                .post(LIST, this::create)
                .get(APP, this::overview)
                .post(APP + "/name", this::rename)
                .post(APP + "/proof", this::setProof)
                .post(APP + "/mode", this::setMode)
                .post(APP + "/secret", this::showSecret)
                .post(APP + "/secret/reset", this::resetSecret)
                .post(APP + "/delete", this::delete)
                .get(APP + "/addresses", this::addresses)
                .post(APP + "/redirects", this::addRedirect)
                .post(APP + "/redirects/remove", this::removeRedirect)
                .post(APP + "/callbacks", this::setCallbacks)
                .get(APP + "/permissions", this::permissions)
                .post(APP + "/permissions/add", visit -> review(visit, permissions::add))
                .post(APP + "/permissions/remove", visit -> review(visit, permissions::remove))
                .post(APP + "/permissions/request", visit -> review(visit, permissions::request))
                .post(APP + "/permissions/withdraw", visit -> review(visit, permissions::withdraw))
                .get(APP + "/roles", this::roles)
                .post(APP + "/roles", this::invite)
                .post(APP + "/roles/remove", this::removeRole)
                .post(APP + "/roles/leave", this::leave);
    }

    private Response list(Visit visit) {
        Id person = visit.signedIn().account();
        return visit.page(
                "Your apps",
                templates.appList(
                        visit,
                        apps.of(person),
                        roles.invitations(person).size(),
                        apps.mayCreate(person),
                        visit.form("name")));
    }

    private Response create(Visit visit) {
        Id person = visit.signedIn().account();
        try {
            App made = apps.create(Actor.person(person), person, visit.form("name"));
            return visit.tell("The app was created.").redirect(LIST + "/" + made.id());
        } catch (Refusal refusal) {
            return list(visit.complain(refusal));
        }
    }

    private Response overview(Visit visit) {
        return overview(visit, "");
    }

    private Response overview(Visit visit, String secret) {
        App app = app(visit);
        return visit.page(app.name(), templates.appOverview(visit, app, rights(visit), secret));
    }

    private Response rename(Visit visit) {
        return save(visit, "", this::overview, app -> apps.rename(actor(visit), app, visit.form("name")));
    }

    private Response setProof(Visit visit) {
        return save(visit, "", this::overview, app -> {
            if (visit.form("required").equals("1")) {
                apps.requireProof(actor(visit), app);
            } else {
                apps.waiveProof(actor(visit), app);
            }
        });
    }

    private Response setMode(Visit visit) {
        App.Mode mode = choice(App.Mode.values(), visit.form("mode"));
        return save(visit, "", this::overview, app -> apps.setMode(actor(visit), app, mode));
    }

    /** Shown in the answer to the form and nowhere else: no address leads to it. */
    private Response showSecret(Visit visit) {
        return confirmed(
                visit, app -> overview(visit, apps.showSecret(actor(visit), app).text()));
    }

    private Response resetSecret(Visit visit) {
        return confirmed(
                visit,
                app -> overview(visit, apps.resetSecret(actor(visit), app).text()));
    }

    private Response delete(Visit visit) {
        return confirmed(visit, app -> {
            apps.delete(actor(visit), app);
            return visit.tell("The app was deleted.").redirect(LIST);
        });
    }

    private Response addresses(Visit visit) {
        App app = app(visit);
        return addresses(
                visit,
                new Addresses(
                        visit.form("uri"),
                        app.deauthorizeUrl().map(CallbackUrl::text).orElse(""),
                        app.dataDeletionUrl().map(CallbackUrl::text).orElse("")));
    }

    private Response addresses(Visit visit, Addresses typed) {
        App app = app(visit);
        return visit.page("Addresses", templates.appAddresses(visit, app, rights(visit), typed));
    }

    private Response addRedirect(Visit visit) {
        return save(
                visit, "/addresses", this::addresses, app -> apps.addRedirect(actor(visit), app, visit.form("uri")));
    }

    private Response removeRedirect(Visit visit) {
        return save(
                visit, "/addresses", this::addresses, app -> apps.removeRedirect(actor(visit), app, visit.form("uri")));
    }

    private Response setCallbacks(Visit visit) {
        Addresses typed = new Addresses("", visit.form("deauthorize"), visit.form("data_deletion"));
        return save(
                visit,
                "/addresses",
                _ -> addresses(visit, typed),
                app -> apps.setCallbacks(actor(visit), app, typed.deauthorize(), typed.dataDeletion()));
    }

    private Response permissions(Visit visit) {
        App app = app(visit);
        return visit.page("Permissions", templates.appPermissions(visit, app, rights(visit)));
    }

    /** Something that is done with one permission of an app. */
    @FunctionalInterface
    private interface Step {
        void take(Actor actor, Id app, Scope scope);
    }

    private Response review(Visit visit, Step step) {
        Scope scope = Scope.parse(visit.form("scope"))
                .orElseThrow(() -> AppProblems.PERMISSION_MISSING.refuse(visit.form("scope")));
        return save(visit, "/permissions", this::permissions, app -> step.take(actor(visit), app, scope));
    }

    private Response roles(Visit visit) {
        App app = app(visit);
        Id person = visit.signedIn().account();
        Rights rights = rights(visit);
        List<Role> offers = List.of(Role.values()).reversed().stream()
                .filter(role -> apps.may(actor(visit), app.id(), role.neededToGive()))
                .toList();
        List<Seat> seats = roles.members(actor(visit), app.id()).stream()
                .map(member -> new Seat(
                        member,
                        member.held().account().equals(person),
                        offers.contains(member.held().role())))
                .toList();
        return visit.page("Roles", templates.appRoles(visit, app, rights, seats, offers, visit.form("username")));
    }

    private Response invite(Visit visit) {
        Role role = choice(Role.values(), visit.form("role"));
        return save(visit, "/roles", this::roles, app -> roles.invite(actor(visit), app, visit.form("username"), role));
    }

    private Response removeRole(Visit visit) {
        Role role = choice(Role.values(), visit.form("role"));
        Id account = Id.parse(visit.form("account")).orElseThrow(AppProblems.ROLE_MISSING::refuse);
        return save(visit, "/roles", this::roles, app -> roles.remove(actor(visit), app, account, role));
    }

    private Response leave(Visit visit) {
        Role role = choice(Role.values(), visit.form("role"));
        Id person = visit.signedIn().account();
        try {
            roles.leave(person, id(visit), role);
            return visit.tell("You gave the role up.").redirect(LIST);
        } catch (Refusal refusal) {
            return roles(visit.complain(refusal));
        }
    }

    /** Does what the form asks for and goes back to the page; or shows the page with what was wrong. */
    private Response save(Visit visit, String page, Function<Visit, Response> show, Consumer<Id> deed) {
        Id app = app(visit).id();
        try {
            deed.accept(app);
            return visit.tell("Saved.").redirect(LIST + "/" + app + page);
        } catch (Refusal refusal) {
            return show.apply(visit.complain(refusal));
        }
    }

    /** Does what only the person with the password may ask for. */
    private Response confirmed(Visit visit, Function<Id, Response> deed) {
        Id app = app(visit).id();
        try {
            credentials.confirm(
                    visit.signedIn().account(),
                    new Password(visit.form("password")),
                    visit.request().remote());
            return deed.apply(app);
        } catch (Refusal refusal) {
            return overview(visit.complain(refusal));
        }
    }

    private App app(Visit visit) {
        return apps.show(actor(visit), id(visit));
    }

    private Rights rights(Visit visit) {
        Id app = id(visit);
        return new Rights(apps.may(actor(visit), app, Right.EDIT), apps.may(actor(visit), app, Right.GOVERN));
    }

    private static Actor actor(Visit visit) {
        return Actor.person(visit.signedIn().account());
    }

    private static Id id(Visit visit) {
        String text = visit.path("app");
        return Id.parse(text).orElseThrow(() -> AppProblems.APP_MISSING.refuse(text));
    }

    private static <E extends Enum<E>> E choice(E[] values, String name) {
        return Stream.of(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> AppProblems.CHOICE_MISSING.refuse(name));
    }
}
