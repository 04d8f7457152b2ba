package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Scope;
import bobbin.base.Setting;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who can see and change an app: every verb, as everybody. */
class DoorTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Id dan = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id bob = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id eve = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final AppSettings settings = AppSettings.from(Setting::standard);
    private final Apps apps = new Apps(fixture.database, fixture.ids, new OperatorKey("k".repeat(32)), settings);
    private final Id demo = apps.create(Actor.person(dan), dan, "Demo").id();

    @Test
    void doesNotExistForStrangersTestersAndThoseOnlyInvited() {
        give(ann, Role.TESTER);
        give(bob, Role.THREADS_TESTER);
        fixture.database.change(tx -> new RoleStore().invite(tx, demo, eve, Role.ADMIN));

        for (Id stranger : List.of(ann, bob, eve)) {
            for (BiConsumer<Actor, Id> verb : everyVerb()) {
                assertThatThrownBy(() -> verb.accept(Actor.person(stranger), demo))
                        .hasMessage("There is no app %s that you may see.".formatted(demo));
            }
            assertThat(apps.of(stranger)).isEmpty();
        }
        assertThat(find(demo).name()).isEqualTo("Demo");
        assertThat(find(demo).redirects()).isEmpty();
    }

    @Test
    void doesNotExistAtAllIfItWasNeverMade() {
        Id unknown = fixture.ids.newOwner(Id.Kind.APP);

        assertThat(apps.find(unknown)).isEmpty();
        for (BiConsumer<Actor, Id> verb : everyVerb()) {
            assertThatThrownBy(() -> verb.accept(Actor.OPERATOR, unknown)).hasMessageContaining("There is no app");
        }
    }

    @Test
    void letsDevelopersEditButNotGovern() {
        give(ann, Role.DEVELOPER);
        Actor developer = Actor.person(ann);

        apps.rename(developer, demo, "Edited");
        apps.addRedirect(developer, demo, "https://client.example/cb");
        assertThat(apps.showSecret(developer, demo)).isEqualTo(secretOf(demo));
        for (BiConsumer<Actor, Id> verb : governing()) {
            assertThatThrownBy(() -> verb.accept(developer, demo)).hasMessageContaining("does not allow that");
        }
    }

    @Test
    void letsAnalystsLookButNotSeeTheSecret() {
        give(ann, Role.ANALYST);
        Actor analyst = Actor.person(ann);

        assertThat(apps.show(analyst, demo).name()).isEqualTo("Demo");
        assertThatThrownBy(() -> apps.showSecret(analyst, demo)).hasMessageContaining("does not allow that");
        assertThatThrownBy(() -> apps.rename(analyst, demo, "x")).hasMessageContaining("does not allow that");
    }

    private List<BiConsumer<Actor, Id>> governing() {
        return List.of(apps::resetSecret, (actor, app) -> apps.setMode(actor, app, App.Mode.LIVE), apps::delete);
    }

    private List<BiConsumer<Actor, Id>> everyVerb() {
        Permissions permissions = new Permissions(apps, settings);
        List<BiConsumer<Actor, Id>> others = List.of(
                apps::show,
                apps::showSecret,
                apps::requireProof,
                apps::waiveProof,
                (actor, app) -> apps.rename(actor, app, "Mine"),
                (actor, app) -> apps.addRedirect(actor, app, "https://eve.example/cb"),
                (actor, app) -> apps.removeRedirect(actor, app, "https://client.example/cb"),
                (actor, app) -> apps.setCallbacks(actor, app, "", ""),
                (actor, app) -> permissions.add(actor, app, Scope.BASIC),
                (actor, app) -> permissions.remove(actor, app, Scope.DELETE),
                (actor, app) -> permissions.request(actor, app, Scope.DELETE),
                (actor, app) -> permissions.withdraw(actor, app, Scope.DELETE),
                (actor, app) -> permissions.approve(actor, app, Scope.DELETE),
                (actor, app) -> permissions.reject(actor, app, Scope.DELETE),
                apps::disable,
                apps::enable,
                apps::verifyBusiness,
                apps::unverifyBusiness);
        return Stream.concat(others.stream(), governing().stream()).toList();
    }

    private void give(Id account, Role role) {
        fixture.database.change(tx -> {
            new RoleStore().invite(tx, demo, account, role);
            new RoleStore().accept(tx, demo, account, role);
        });
    }

    private App find(Id id) {
        Optional<App> found = apps.find(id);
        return found.orElseThrow();
    }

    private AppSecret secretOf(Id id) {
        return apps.secret(find(id));
    }
}
