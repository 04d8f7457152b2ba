package bobbin.oauth;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.partitioningBy;

import bobbin.app.Apps;
import bobbin.app.Role;
import bobbin.app.Roles;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.http.Response;
import bobbin.templates.StaticTemplates;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /settings/apps}, "Website permissions": whom one let in, and who invites one (02 §4 to §6). */
public final class GrantPages implements WebPart {
    private static final String PATH = "/settings/apps";

    private final Grants grants;
    private final Apps apps;
    private final Roles roles;
    private final InstantSource time;
    private final StaticTemplates templates = new StaticTemplates();

    public GrantPages(Grants grants, Apps apps, Roles roles, InstantSource time) {
        this.grants = grants;
        this.apps = apps;
        this.roles = roles;
        this.time = time;
    }

    @Override
    public void declare(Routes routes) {
        routes.get(PATH, this::show).post(PATH + "/{app}", this::change).post(PATH + "/{app}/invitation", this::answer);
    }

    private Response show(Visit visit) {
        Id account = visit.signedIn().account();
        Map<Id, List<DataDeletion>> deletions =
                grants.deletions(account).stream().collect(groupingBy(DataDeletion::app));
        Map<Boolean, List<GrantCard>> cards = grants.of(account).stream()
                .map(grant ->
                        GrantCard.of(apps.find(grant.app()), grant, deletions.getOrDefault(grant.app(), List.of())))
                .collect(partitioningBy(
                        card -> card.app().isPresent() && card.grant().holds(time.instant())));
        return visit.page(
                "Website permissions",
                templates.oauthGrants(visit, roles.invitations(account), cards.get(true), cards.get(false)));
    }

    private Response change(Visit visit) {
        Id account = visit.signedIn().account();
        Id app = app(visit);
        switch (visit.form("do")) {
            case "keep" -> {
                grants.keep(account, app, ticked(visit));
                visit.tell("The permissions are changed.");
            }
            case "remove" -> {
                grants.remove(account, app);
                visit.tell("The app is removed. It can no longer act for you.");
            }
            case "delete" -> {
                grants.removeAndDelete(account, app);
                visit.tell("The app is removed and asked to delete your data. Its answer will appear below.");
            }
            default -> throw WebProblems.NOT_FOUND.refuse();
        }
        return visit.redirect(PATH);
    }

    private Response answer(Visit visit) {
        Id account = visit.signedIn().account();
        Role role = Arrays.stream(Role.values())
                .filter(each -> each.name().equals(visit.form("role")))
                .findFirst()
                .orElseThrow(WebProblems.NOT_FOUND::refuse);
        switch (visit.form("answer")) {
            case "accept" -> {
                roles.accept(account, app(visit), role);
                visit.tell("The invitation is accepted.");
            }
            case "decline" -> {
                roles.decline(account, app(visit), role);
                visit.tell("The invitation is declined.");
            }
            default -> throw WebProblems.NOT_FOUND.refuse();
        }
        return visit.redirect(PATH);
    }

    private static Id app(Visit visit) {
        return Id.parse(visit.path("app")).orElseThrow(WebProblems.NOT_FOUND::refuse);
    }

    private static Set<Scope> ticked(Visit visit) {
        return visit.form().all("scope").stream()
                .flatMap(name -> Scope.parse(name).stream())
                .collect(Collectors.toSet());
    }
}
