package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Scope;
import bobbin.sql.Work;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of 02 §7, and who may grant what (02 §6). */
class AccessTierPolicyTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final AppSettings settings =
            new AppSettings(App.Mode.LIVE, Access.STANDARD, 25, 0, List.of("threads"), "Menlo Park", true, false);
    private final Id dan = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id eve = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Apps apps = new Apps(fixture.database, fixture.ids, new OperatorKey("k".repeat(32)), settings);
    private final Permissions permissions = new Permissions(apps, settings);
    private final AccessTierPolicy policy = new AccessTierPolicy(apps, settings);
    private final Id demo = apps.create(Actor.OPERATOR, dan, "Demo").id();

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsEverybodyWithARoleGrantEverythingTheAppAsksFor(Role role) {
        give(ann, role);
        permissions.remove(Actor.OPERATOR, demo, Scope.BUSINESS_BASIC);
        apps.setMode(Actor.OPERATOR, demo, App.Mode.DEVELOPMENT);

        assertThat(grantable(ann)).isEqualTo(EnumSet.complementOf(EnumSet.of(Scope.BUSINESS_BASIC)));
        assertThat(mayGrant(ann)).isTrue();
        assertThat(holds(tx -> policy.isTester(tx, demo, ann))).isTrue();
    }

    @Test
    void letsNobodyElseGrantAnythingInDevelopment() {
        approve(Scope.values());
        apps.setMode(Actor.OPERATOR, demo, App.Mode.DEVELOPMENT);

        assertThat(grantable(eve)).isEmpty();
        assertThat(mayGrant(eve)).isFalse();
    }

    @Test
    void doesNotTakeAnInvitationForARole() {
        apps.setMode(Actor.OPERATOR, demo, App.Mode.DEVELOPMENT);
        fixture.database.change(tx -> new RoleStore().invite(tx, demo, ann, Role.THREADS_TESTER));

        assertThat(mayGrant(ann)).isFalse();
        assertThat(grantable(ann)).isEmpty();
        assertThat(holds(tx -> policy.isTester(tx, demo, ann))).isFalse();
    }

    @Test
    void letsEverybodyGrantWhatHasAdvancedAccessInALiveApp() {
        assertThat(mayGrant(eve)).isFalse();
        approve(Scope.BASIC, Scope.CONTENT_PUBLISH);

        assertThat(grantable(eve)).containsExactly(Scope.BASIC, Scope.CONTENT_PUBLISH);
        assertThat(mayGrant(eve)).isTrue();
    }

    @Test
    void letsNobodyElseGrantAnythingWithoutTheBasicPermission() {
        approve(Scope.CONTENT_PUBLISH);

        assertThat(grantable(eve)).isEmpty();
        assertThat(mayGrant(eve)).isFalse();
    }

    @Test
    void searchesOnlyTheCallersOwnPostsWithStandardAccess() {
        assertThat(holds(tx -> policy.searchesEverybody(tx, demo))).isFalse();
        approve(Scope.KEYWORD_SEARCH);
        assertThat(holds(tx -> policy.searchesEverybody(tx, demo))).isTrue();
    }

    @Test
    void searchesOnlyMenloParkWithStandardAccess() {
        assertThat(onlyPlaceQuery()).contains("Menlo Park");
        approve(Scope.LOCATION_TAGGING);
        assertThat(onlyPlaceQuery()).isEmpty();
    }

    @Test
    void looksUpOnlyListedProfilesWithStandardAccess() {
        assertThat(holds(tx -> policy.looksUp(tx, demo, "@Threads"))).isTrue();
        assertThat(holds(tx -> policy.looksUp(tx, demo, "ann"))).isFalse();
        approve(Scope.PROFILE_DISCOVERY);
        assertThat(holds(tx -> policy.looksUp(tx, demo, "ann"))).isTrue();
    }

    @Test
    void embedsOnlyListedProfilesWithStandardAccess() {
        assertThat(holds(tx -> policy.embeds(tx, demo, "threads"))).isTrue();
        assertThat(holds(tx -> policy.embeds(tx, demo, "ann"))).isFalse();
        approve(Scope.BASIC);
        assertThat(holds(tx -> policy.embeds(tx, demo, "ann"))).isTrue();
    }

    @Test
    void showsMentionsAndPostsOfTestersOnlyWithStandardAccess() {
        give(ann, Role.THREADS_TESTER);

        assertThat(holds(tx -> policy.showsMentionBy(tx, demo, ann))).isTrue();
        assertThat(holds(tx -> policy.readsPostOf(tx, demo, ann))).isTrue();
        assertThat(holds(tx -> policy.showsMentionBy(tx, demo, eve))).isFalse();
        assertThat(holds(tx -> policy.readsPostOf(tx, demo, eve))).isFalse();
        approve(Scope.MANAGE_MENTIONS, Scope.BASIC);
        assertThat(holds(tx -> policy.showsMentionBy(tx, demo, eve))).isTrue();
        assertThat(holds(tx -> policy.readsPostOf(tx, demo, eve))).isTrue();
    }

    @Test
    void sendsWebhooksToLiveAppsWithAdvancedAccess() {
        assertThat(holds(tx -> policy.receivesWebhooks(tx, demo, Set.of(Scope.BASIC))))
                .isFalse();
        approve(Scope.BASIC);
        assertThat(holds(tx -> policy.receivesWebhooks(tx, demo, Set.of(Scope.BASIC, Scope.DELETE))))
                .isFalse();
        assertThat(holds(tx -> policy.receivesWebhooks(tx, demo, Set.of(Scope.BASIC))))
                .isTrue();
        apps.setMode(Actor.OPERATOR, demo, App.Mode.DEVELOPMENT);
        assertThat(holds(tx -> policy.receivesWebhooks(tx, demo, Set.of(Scope.BASIC))))
                .isFalse();
        apps.delete(Actor.OPERATOR, demo);
        assertThat(holds(tx -> policy.receivesWebhooks(tx, demo, Set.of(Scope.BASIC))))
                .isFalse();
    }

    private Set<Scope> grantable(Id account) {
        App app = apps.show(Actor.OPERATOR, demo);
        return fixture.database.read(tx -> policy.grantable(tx, app, account));
    }

    private boolean mayGrant(Id account) {
        App app = apps.show(Actor.OPERATOR, demo);
        return holds(tx -> policy.mayGrant(tx, app, account));
    }

    private Optional<String> onlyPlaceQuery() {
        return fixture.database.read(tx -> policy.onlyPlaceQuery(tx, demo));
    }

    private boolean holds(Work<Boolean> question) {
        return fixture.database.read(question);
    }

    private void approve(Scope... scopes) {
        List.of(scopes).forEach(scope -> permissions.approve(Actor.OPERATOR, demo, scope));
    }

    private void give(Id account, Role role) {
        fixture.database.change(tx -> {
            new RoleStore().invite(tx, demo, account, role);
            new RoleStore().accept(tx, demo, account, role);
        });
    }
}
