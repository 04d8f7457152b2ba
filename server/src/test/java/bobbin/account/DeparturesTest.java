package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.work.Job;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DeparturesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Door door = new Door(fixture);
    private final Accounts accounts = door.cast.accounts;
    private final Relations relations = new Relations(fixture.database, fixture.ids);
    private final Id ann = door.cast.join("ann").id();
    private final Id bob = door.cast.join("bob").id();

    @Test
    void leavesForNowAndComesBackBySigningIn() {
        Sessions.Begun before = door.enter("ann");
        relations.follow(ann, bob);
        door.departures.deactivate(ann);

        assertThat(accounts.get(ann).isActive()).isFalse();
        assertThat(door.sessions.who(before.token())).isEmpty();
        assertThat(relations.countFollowers(bob)).isZero();
        assertThatThrownBy(() -> relations.follow(bob, ann)).hasMessage("Profile not found");
        Sessions.Begun after = door.enter("ann");
        assertThat(after.isBack()).isTrue();
        assertThat(door.sessions.who(after.token())).isPresent();
        assertThat(accounts.get(ann).isActive()).isTrue();
        assertThat(relations.countFollowers(bob)).isEqualTo(1);
        assertThat(door.enter("ann").isBack()).isFalse();
        assertThat(door.events.heard).containsExactly("deactivated", "reactivated");
    }

    @Test
    void leavesForGood() {
        Sessions.Begun before = door.enter("ann");
        relations.follow(ann, bob);
        door.departures.delete(ann);
        door.departures.delete(ann);

        assertThat(door.sessions.who(before.token())).isEmpty();
        assertThatThrownBy(() -> door.enter("ann")).hasMessage("That did not match");
        assertThatThrownBy(() -> door.sessions.begin(ann, "")).hasMessage("Profile not found");
        assertThat(door.credentials.resetSecret("ann")).isEmpty();
        assertThat(relations.countFollowers(bob)).isZero();
        assertThat(accounts.get(ann).isDeleted()).isTrue();
        assertThat(door.events.heard).containsExactly("deleted");
        assertThatThrownBy(() -> door.cast.join("ann")).hasMessage("Choose another username");
    }

    @Test
    void isRemovedAfterwards() {
        relations.follow(ann, bob);
        relations.block(bob, door.cast.join("cleo").id());
        relations.restrict(bob, ann);
        relations.mute(ann, bob);
        door.departures.delete(ann);
        door.departures.remove(job(ann));
        door.departures.remove(job(ann));

        assertThat(accounts.find(ann)).isEmpty();
        assertThat(accounts.byUsername("ann")).isEmpty();
        assertThat(relations.countFollowers(bob)).isZero();
        assertThat(relations.restricted(bob)).isEmpty();
        assertThat(relations.muted(ann)).isEmpty();
        assertThat(door.events.heard).containsExactly("deleted", "removed");
        fixture.time.pass(Duration.ofDays(14));
        assertThat(door.cast.join("ann").id()).isNotEqualTo(ann);
    }

    @Test
    void removesNobodyWhoDidNotLeave() {
        door.departures.remove(job(ann));

        assertThat(accounts.find(ann)).isPresent();
        assertThat(door.events.heard).isEmpty();
    }

    @Test
    void followsTheOperator() {
        door.moderation.verify(ann);
        door.moderation.suspend(ann);
        door.moderation.restrictAge(ann);
        door.moderation.refuseGeoGating(ann);

        Account marked = accounts.get(ann);
        assertThat(marked.isVerified()).isTrue();
        assertThat(marked.isSuspended()).isTrue();
        assertThat(marked.isAgeRestricted()).isTrue();
        assertThat(marked.isGeoEligible()).isFalse();
        fixture.time.pass(Duration.ofHours(1));
        door.moderation.verify(ann);
        assertThat(accounts.get(ann)).isEqualTo(marked);
        door.moderation.unverify(ann);
        door.moderation.unsuspend(ann);
        door.moderation.unrestrictAge(ann);
        door.moderation.allowGeoGating(ann);
        assertThat(accounts.get(ann).standing()).isEqualTo(accounts.get(bob).standing());
    }

    @Test
    void endsEverySessionWhenTheOperatorSaysSo() {
        Sessions.Begun begun = door.enter("ann");
        door.moderation.logOut(ann);

        assertThat(door.sessions.who(begun.token())).isEmpty();
        assertThat(door.events.heard).containsExactly("logged out");
    }

    @Test
    void makesAccountsThatMayNotGatePostsIfTheOperatorWantsSo() {
        Cast strict = new Cast(fixture, Cast.settings(Map.of(AccountSettings.GEO_ELIGIBLE, false)));

        assertThat(strict.join("dan").isGeoEligible()).isFalse();
    }

    private Job job(Id subject) {
        return new Job(fixture.ids.next(Id.Kind.JOB, subject), Departures.REMOVAL, subject, "", 1);
    }
}
