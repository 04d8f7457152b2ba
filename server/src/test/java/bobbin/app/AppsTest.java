package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.sql.Database;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is kept of an app, and who changes it (02 §1). */
class AppsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Id dan = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id eve = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Actor owner = Actor.person(dan);
    private final Apps apps = apps(AppSettings.from(Setting::standard));
    private final Id demo = apps.create(owner, dan, "Demo").id();

    @Test
    void makesAnAppThatIsLiveWithAllPermissionsAtAdvancedAccess() {
        App app = apps.create(owner, dan, " Example Scheduler ");

        assertThat(app.name()).isEqualTo("Example Scheduler");
        assertThat(app.id().is(Id.Kind.APP)).isTrue();
        assertThat(app.isLive()).isTrue();
        assertThat(app.permissions().keySet()).containsExactly(Scope.values());
        assertThat(app.permissions().values()).containsOnly(Review.APPROVED);
        assertThat(app.redirects()).isEmpty();
        assertThat(app.deauthorizeUrl()).isEmpty();
        assertThat(app.isDisabled()).isFalse();
        assertThat(app.requiresSecretProof()).isFalse();
        assertThat(apps.find(app.id())).contains(app);
        assertThat(apps.secret(app).text()).matches("[0-9a-f]{32}");
        assertThat(apps.secret(app)).isNotEqualTo(secretOf(demo));
    }

    @Test
    void beginsAsTheOperatorSays() {
        Apps strict = apps(
                new AppSettings(App.Mode.DEVELOPMENT, Access.STANDARD, 1, 0, List.of(), "Menlo Park", true, false));

        App app = strict.create(Actor.person(ann), ann, "Strict");

        assertThat(app.mode()).isEqualTo(App.Mode.DEVELOPMENT);
        assertThat(app.permissions().values()).containsOnly(Review.NONE);
        assertThat(app.access(Scope.BASIC)).isEqualTo(Access.STANDARD);
    }

    @Test
    void limitsHowManyAppsAPersonMakesButNotTheOperator() {
        Apps few = apps(new AppSettings(App.Mode.LIVE, Access.ADVANCED, 2, 0, List.of(), "Menlo Park", true, false));
        few.create(Actor.person(ann), ann, "one");
        few.create(Actor.person(ann), ann, "two");

        assertThatThrownBy(() -> few.create(Actor.person(ann), ann, "three"))
                .hasMessage("An account may have at most 2 apps here.");
        few.create(Actor.OPERATOR, ann, "three");
        assertThat(few.of(ann)).extracting(App::name).containsExactlyInAnyOrder("one", "two", "three");
    }

    @Test
    void letsOnlyTheOperatorMakeAppsWhereSaidSoAndForOthers() {
        Apps none = apps(new AppSettings(App.Mode.LIVE, Access.ADVANCED, 0, 0, List.of(), "Menlo Park", true, false));

        assertThatThrownBy(() -> none.create(Actor.person(ann), ann, "one"))
                .hasMessage("Only the operator may do that.");
        assertThatThrownBy(() -> apps.create(Actor.person(eve), ann, "one"))
                .hasMessage("Only the operator may do that.");
        assertThat(none.create(Actor.OPERATOR, ann, "one").name()).isEqualTo("one");
    }

    @Test
    void neverWritesASecretInClear() {
        AppSecret first = secretOf(demo);
        AppSecret second = apps.resetSecret(owner, demo);

        String rows = fixture.database.read(
                tx -> tx.query("select * from app").mapToMap().list().toString());

        assertThat(rows).contains("sealed_secret").doesNotContain(first.text()).doesNotContain(second.text());
    }

    @Test
    void makesANewSecretAndForgetsTheOld() {
        AppSecret old = secretOf(demo);
        fixture.time.pass(Duration.ofDays(1));

        AppSecret made = apps.resetSecret(owner, demo);

        assertThat(secretOf(demo)).isEqualTo(made).isNotEqualTo(old);
        assertThat(apps.showSecret(owner, demo)).isEqualTo(made);
        assertThat(find(demo).secretSince()).isEqualTo(fixture.time.instant());
    }

    @Test
    void keepsRedirectAddressesExactlyAndInOrder() {
        fixture.time.pass(Duration.ofSeconds(1));
        apps.addRedirect(owner, demo, "https://client.example/z?b=%20");
        fixture.time.pass(Duration.ofSeconds(1));
        apps.addRedirect(owner, demo, "https://Client.example/a/");

        assertThat(find(demo).redirects())
                .extracting(RedirectUri::text)
                .containsExactly("https://client.example/z?b=%20", "https://Client.example/a/");
        assertThat(find(demo).hasRedirect("https://Client.example/a/")).isTrue();
        assertThat(Stream.of(
                        "https://client.example/a/",
                        "https://Client.example/a",
                        "https://Client.example/a/b",
                        "https://Client.example/a/?x=1",
                        "https://client.example/z?b= "))
                .noneMatch(find(demo)::hasRedirect);
    }

    @Test
    void addsAnAddressOnceAndRemovesItOnce() {
        apps.addRedirect(owner, demo, "https://client.example/cb");

        assertThatThrownBy(() -> apps.addRedirect(owner, demo, "https://client.example/cb"))
                .hasMessage("The address \"https://client.example/cb\" is already in the list.");
        apps.removeRedirect(owner, demo, "https://client.example/cb");
        assertThat(find(demo).redirects()).isEmpty();
        assertThatThrownBy(() -> apps.removeRedirect(owner, demo, "https://client.example/cb"))
                .hasMessage("The address \"https://client.example/cb\" is not in the list.");
    }

    @Test
    void refusesABadAddressAndOneTooMany() {
        assertThatThrownBy(() -> apps.addRedirect(owner, demo, "http://localhost/cb"))
                .hasMessageContaining("must begin with https://");
        for (int i = 0; i < Apps.MOST_REDIRECTS; i++) {
            apps.addRedirect(owner, demo, "https://client.example/" + i);
        }
        assertThatThrownBy(() -> apps.addRedirect(owner, demo, "https://client.example/more"))
                .hasMessage("An app may have at most 100 redirect addresses.");
    }

    @Test
    void setsAndClearsCallbacks() {
        apps.setCallbacks(owner, demo, "https://client.example/gone", " https://client.example/erase ");
        assertThat(find(demo).deauthorizeUrl()).contains(new CallbackUrl("https://client.example/gone"));
        assertThat(find(demo).dataDeletionUrl()).contains(new CallbackUrl("https://client.example/erase"));

        assertThatThrownBy(() -> apps.setCallbacks(owner, demo, "", "ftp://client.example"))
                .hasMessageContaining("only https:// works here");
        apps.setCallbacks(owner, demo, "", "");
        assertThat(find(demo).deauthorizeUrl()).isEmpty();
        assertThat(find(demo).dataDeletionUrl()).isEmpty();
    }

    @Test
    void changesNameModeAndProof() {
        apps.rename(owner, demo, "New name");
        apps.setMode(owner, demo, App.Mode.DEVELOPMENT);
        apps.requireProof(owner, demo);

        assertThat(find(demo).name()).isEqualTo("New name");
        assertThat(find(demo).isLive()).isFalse();
        assertThat(find(demo).requiresSecretProof()).isTrue();
        apps.waiveProof(owner, demo);
        assertThat(find(demo).requiresSecretProof()).isFalse();
        assertThatThrownBy(() -> apps.rename(owner, demo, "")).hasMessageContaining("1 to 64 characters");
    }

    @Test
    void isDisabledAndVerifiedByTheOperatorOnly() {
        assertThatThrownBy(() -> apps.disable(owner, demo)).hasMessageContaining("does not allow that");
        assertThatThrownBy(() -> apps.verifyBusiness(owner, demo)).hasMessageContaining("does not allow that");

        apps.disable(Actor.OPERATOR, demo);
        apps.verifyBusiness(Actor.OPERATOR, demo);
        assertThat(find(demo).disabledAt()).contains(fixture.time.instant());
        assertThat(find(demo).isBusinessVerified()).isTrue();
        apps.enable(Actor.OPERATOR, demo);
        apps.unverifyBusiness(Actor.OPERATOR, demo);
        assertThat(find(demo).isDisabled()).isFalse();
        assertThat(find(demo).isBusinessVerified()).isFalse();
    }

    @Test
    void deletesAnAppWithAllThatBelongsToIt() {
        apps.addRedirect(owner, demo, "https://client.example/cb");

        apps.delete(owner, demo);

        assertThat(apps.find(demo)).isEmpty();
        assertThat(apps.of(dan)).isEmpty();
        assertThat(apps.all()).isEmpty();
        assertThatThrownBy(() -> apps.show(owner, demo)).hasMessageContaining("There is no app");
        assertThatThrownBy(() -> apps.delete(Actor.OPERATOR, demo)).hasMessageContaining("There is no app");
        for (String table : List.of("app_redirect_uri", "app_permission", "app_role", "account_role")) {
            List<Map<String, Object>> left = fixture.database.read(
                    tx -> tx.query("select slot from " + table).mapToMap().list());
            assertThat(left).as(table).isEmpty();
        }
    }

    @Test
    void showsTheOperatorEveryAppAndAPersonTheirOwn() {
        fixture.time.pass(Duration.ofSeconds(1));
        apps.create(Actor.person(ann), ann, "Hers");

        assertThat(apps.all()).extracting(App::name).containsExactly("Demo", "Hers");
        assertThat(apps.of(dan)).extracting(App::name).containsExactly("Demo");
        assertThat(apps.of(eve)).isEmpty();
    }

    @Test
    void seesAtOnceWhatWasChanged() {
        assertThat(find(demo).name()).isEqualTo("Demo");

        apps.rename(owner, demo, "Changed here");

        assertThat(find(demo).name()).isEqualTo("Changed here");
    }

    @Test
    void seesWhatACommandBesideTheServerChanged() {
        assertThat(find(demo).name()).isEqualTo("Demo");

        try (Database command = Database.join(fixture.settings, fixture.time)) {
            apps(command).rename(Actor.OPERATOR, demo, "Changed there");
        }

        Optional<App> seen = fixture.database.write(tx -> apps.find(tx, demo));
        assertThat(seen.map(App::name)).contains("Changed there");
        assertThat(find(demo).name()).isEqualTo("Changed there");
    }

    @Test
    void remembersNothingOfAChangeThatFailed() {
        assertThat(find(demo).name()).isEqualTo("Demo");

        assertThatThrownBy(() -> fixture.database.change(tx -> {
                    new AppStore().rename(tx, demo, "Never");
                    assertThat(apps.find(tx, demo)).isPresent();
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(find(demo).name()).isEqualTo("Demo");
    }

    private App find(Id id) {
        Optional<App> found = apps.find(id);
        return found.orElseThrow();
    }

    private AppSecret secretOf(Id id) {
        return apps.secret(find(id));
    }

    private Apps apps(AppSettings settings) {
        return new Apps(fixture.database, fixture.ids, new OperatorKey("k".repeat(32)), settings);
    }

    private Apps apps(Database database) {
        return new Apps(database, fixture.ids, new OperatorKey("k".repeat(32)), AppSettings.from(Setting::standard));
    }
}
