package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How people get roles on an app and lose them (02 §6). */
class RolesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final AppSettings settings = AppSettings.from(Setting::standard);
    private final People people = new People(fixture);
    private final Id dan = people.join("dan");
    private final Id ann = people.join("ann");
    private final Id bob = people.join("bob");
    private final Id eve = people.join("eve");
    private final Actor owner = Actor.person(dan);
    private final Apps apps = new Apps(fixture.database, fixture.ids, new OperatorKey("k".repeat(32)), settings);
    private final Roles roles = new Roles(fixture.database, people.accounts, settings);
    private final AccessTierPolicy policy = new AccessTierPolicy(apps, settings);
    private final Id demo = apps.create(owner, dan, "Demo").id();

    @Test
    void makesWhoCreatedTheAppItsAdministrator() {
        assertThat(roles.of(dan)).extracting(HeldRole::app, HeldRole::role).containsExactly(inApp(Role.ADMIN));
        assertThat(members()).containsExactly("dan ADMIN accepted");
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isNothingUntilItIsAccepted(Role role) {
        roles.invite(owner, demo, "ann", role);

        assertThat(isTester(ann)).isFalse();
        assertThat(roles.of(ann)).isEmpty();
        assertThat(apps.of(ann)).isEmpty();
        assertThat(members()).contains("ann " + role + " invited");
        assertThat(roles.invitations(ann))
                .extracting(invitation -> invitation.app().name(), Invitation::role, Invitation::invitedAt)
                .containsExactly(tuple("Demo", role, fixture.time.instant()));

        roles.accept(ann, demo, role);

        assertThat(isTester(ann)).isTrue();
        assertThat(roles.invitations(ann)).isEmpty();
        assertThat(roles.of(ann)).extracting(HeldRole::app, HeldRole::role).containsExactly(inApp(role));
        assertThat(members()).contains("ann " + role + " accepted");
    }

    @Test
    void findsPeopleHoweverTheirNameIsTyped() {
        roles.invite(owner, demo, " @ANN ", Role.THREADS_TESTER);

        assertThat(roles.invitations(ann)).hasSize(1);
    }

    @Test
    void saysIfThereIsNobodyOfThatName() {
        assertThatThrownBy(() -> roles.invite(owner, demo, "@nobody", Role.TESTER))
                .hasMessage("There is no account @nobody.");
        assertThatThrownBy(() -> roles.invite(owner, demo, "", Role.TESTER)).hasMessage("There is no account @.");
        assertThatThrownBy(() -> roles.invite(owner, demo, "not a name!", Role.TESTER))
                .hasMessageContaining("There is no account");
    }

    @Test
    void isOfferedOnceAndMayBeOneOfSeveral() {
        roles.invite(owner, demo, "ann", Role.TESTER);

        assertThatThrownBy(() -> roles.invite(owner, demo, "ann", Role.TESTER))
                .hasMessage("@ann already has or was already offered that role.");
        roles.accept(ann, demo, Role.TESTER);
        assertThatThrownBy(() -> roles.invite(owner, demo, "ann", Role.TESTER))
                .hasMessage("@ann already has or was already offered that role.");
        roles.invite(owner, demo, "ann", Role.THREADS_TESTER);
        assertThat(roles.invitations(ann)).extracting(Invitation::role).containsExactly(Role.THREADS_TESTER);
    }

    @Test
    void isDeclinedWithoutATraceAndMayBeOfferedAgain() {
        roles.invite(owner, demo, "ann", Role.THREADS_TESTER);

        roles.decline(ann, demo, Role.THREADS_TESTER);

        assertThat(roles.invitations(ann)).isEmpty();
        assertThat(members()).containsExactly("dan ADMIN accepted");
        assertThatThrownBy(() -> roles.accept(ann, demo, Role.THREADS_TESTER))
                .hasMessage("There is no such invitation for you.");
        roles.invite(owner, demo, "ann", Role.THREADS_TESTER);
        roles.accept(ann, demo, Role.THREADS_TESTER);
        assertThat(isTester(ann)).isTrue();
    }

    @Test
    void isTakenBackBeforeItIsAccepted() {
        roles.invite(owner, demo, "ann", Role.THREADS_TESTER);

        roles.remove(owner, demo, ann, Role.THREADS_TESTER);

        assertThat(roles.invitations(ann)).isEmpty();
        assertThatThrownBy(() -> roles.accept(ann, demo, Role.THREADS_TESTER))
                .hasMessage("There is no such invitation for you.");
    }

    @Test
    void isTakenAwayAfterwards() {
        give(ann, "ann", Role.THREADS_TESTER);

        roles.remove(owner, demo, ann, Role.THREADS_TESTER);

        assertThat(isTester(ann)).isFalse();
        assertThatThrownBy(() -> roles.remove(owner, demo, ann, Role.THREADS_TESTER))
                .hasMessage("Nobody of that name has or was offered that role.");
    }

    @Test
    void isAcceptedAndDeclinedByTheInvitedPersonOnlyAndOnce() {
        roles.invite(owner, demo, "ann", Role.TESTER);

        assertThatThrownBy(() -> roles.accept(eve, demo, Role.TESTER)).hasMessageContaining("no such invitation");
        assertThatThrownBy(() -> roles.accept(ann, demo, Role.ADMIN)).hasMessageContaining("no such invitation");
        assertThatThrownBy(() -> roles.decline(eve, demo, Role.TESTER)).hasMessageContaining("no such invitation");
        roles.accept(ann, demo, Role.TESTER);
        assertThatThrownBy(() -> roles.accept(ann, demo, Role.TESTER)).hasMessageContaining("no such invitation");
        assertThatThrownBy(() -> roles.decline(ann, demo, Role.TESTER)).hasMessageContaining("no such invitation");
        assertThat(isTester(ann)).isTrue();
        assertThat(isTester(eve)).isFalse();
    }

    @Test
    void isGivenUpByWhoHasIt() {
        give(ann, "ann", Role.DEVELOPER);

        roles.leave(ann, demo, Role.DEVELOPER);

        assertThat(apps.of(ann)).isEmpty();
        assertThatThrownBy(() -> roles.leave(ann, demo, Role.DEVELOPER)).hasMessageContaining("Nobody of that name");
    }

    @Test
    void keepsTheLastAdministrator() {
        assertThatThrownBy(() -> roles.leave(dan, demo, Role.ADMIN)).hasMessageContaining("this is the last one");
        assertThatThrownBy(() -> roles.remove(owner, demo, dan, Role.ADMIN))
                .hasMessageContaining("this is the last one");
        roles.invite(owner, demo, "ann", Role.ADMIN);
        assertThatThrownBy(() -> roles.leave(dan, demo, Role.ADMIN))
                .as("an invited one does not count")
                .hasMessageContaining("this is the last one");

        roles.accept(ann, demo, Role.ADMIN);
        roles.leave(dan, demo, Role.ADMIN);

        assertThat(members()).containsExactly("ann ADMIN accepted");
        assertThat(apps.of(dan)).isEmpty();
    }

    @Test
    void letsDevelopersInviteThreadsTestersOnly() {
        give(ann, "ann", Role.DEVELOPER);
        Actor developer = Actor.person(ann);

        roles.invite(developer, demo, "bob", Role.THREADS_TESTER);
        roles.remove(developer, demo, bob, Role.THREADS_TESTER);
        for (Role role : List.of(Role.ADMIN, Role.DEVELOPER, Role.TESTER, Role.ANALYST)) {
            assertThatThrownBy(() -> roles.invite(developer, demo, "bob", role))
                    .hasMessageContaining("does not allow that");
        }
        assertThatThrownBy(() -> roles.remove(developer, demo, dan, Role.ADMIN))
                .hasMessageContaining("does not allow that");
    }

    @Test
    void doesNotExistForStrangers() {
        give(ann, "ann", Role.THREADS_TESTER);

        for (Id stranger : List.of(eve, ann)) {
            Actor actor = Actor.person(stranger);
            assertThatThrownBy(() -> roles.members(actor, demo)).hasMessageContaining("There is no app");
            assertThatThrownBy(() -> roles.invite(actor, demo, "eve", Role.ADMIN))
                    .hasMessageContaining("There is no app");
            assertThatThrownBy(() -> roles.remove(actor, demo, dan, Role.ADMIN))
                    .hasMessageContaining("There is no app");
        }
    }

    @Test
    void letsTheOperatorDoAllOfIt() {
        roles.invite(Actor.OPERATOR, demo, "ann", Role.ADMIN);
        roles.accept(ann, demo, Role.ADMIN);
        roles.remove(Actor.OPERATOR, demo, dan, Role.ADMIN);

        assertThat(roles.members(Actor.OPERATOR, demo))
                .extracting(Member::username)
                .containsExactly("ann");
    }

    @Test
    void endsWithTheApp() {
        roles.invite(owner, demo, "ann", Role.TESTER);
        give(bob, "bob", Role.TESTER);

        apps.delete(owner, demo);

        assertThat(roles.invitations(ann)).isEmpty();
        assertThat(roles.of(bob)).isEmpty();
        assertThatThrownBy(() -> roles.accept(ann, demo, Role.TESTER)).hasMessageContaining("no such invitation");
        assertThatThrownBy(() -> roles.leave(bob, demo, Role.TESTER)).hasMessageContaining("Nobody of that name");
    }

    @Test
    void hasRoomForSoManyOnly() {
        AppSettings small =
                new AppSettings(App.Mode.LIVE, Access.ADVANCED, 25, 2, List.of(), "Menlo Park", true, false);
        Roles few = new Roles(fixture.database, people.accounts, small);
        few.invite(owner, demo, "ann", Role.THREADS_TESTER);
        few.invite(owner, demo, "bob", Role.THREADS_TESTER);

        assertThatThrownBy(() -> few.invite(owner, demo, "eve", Role.THREADS_TESTER))
                .hasMessage("This app has no room for more people in that role: at most 2.");
        few.remove(owner, demo, ann, Role.THREADS_TESTER);
        few.invite(owner, demo, "eve", Role.THREADS_TESTER);
    }

    @Test
    void forgetsWhoDeletesTheirAccountButNotTheirIdsAtOnce() {
        ScopedIds scopedIds = new ScopedIds(fixture.database, settings);
        ScopedId id = scopedIds.of(demo, ann);
        give(ann, "ann", Role.DEVELOPER);
        roles.invite(owner, demo, "bob", Role.TESTER);
        Farewell farewell = new Farewell();

        fixture.database.change(tx -> farewell.deleted(tx, ann));
        fixture.database.change(tx -> farewell.deleted(tx, bob));
        assertThat(members()).containsExactly("dan ADMIN accepted");
        assertThat(roles.of(ann)).isEmpty();
        assertThat(scopedIds.account(demo, id).stream()).containsExactly(ann);

        fixture.database.change(tx -> farewell.removed(tx, ann));
        assertThat(scopedIds.account(demo, id).stream()).isEmpty();
    }

    private void give(Id account, String username, Role role) {
        roles.invite(owner, demo, username, role);
        roles.accept(account, demo, role);
    }

    private boolean isTester(Id account) {
        return fixture.database.read(tx -> policy.isTester(tx, demo, account));
    }

    private List<String> members() {
        return roles.members(Actor.OPERATOR, demo).stream()
                .map(member -> "%s %s %s"
                        .formatted(
                                member.username(),
                                member.held().role(),
                                member.held().isAccepted() ? "accepted" : "invited"))
                .toList();
    }

    private Tuple inApp(Role role) {
        return tuple(demo, role);
    }
}
