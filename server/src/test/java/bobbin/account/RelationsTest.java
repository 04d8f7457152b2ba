package bobbin.account;

import static bobbin.account.Relations.Following.ACCEPTED;
import static bobbin.account.Relations.Following.NONE;
import static bobbin.account.Relations.Following.REQUESTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Follows, requests, blocks, restrictions and mutes (15 §15.4, 15 §15.5). */
class RelationsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Cast cast = new Cast(fixture);
    private final Relations relations = new Relations(fixture.database, fixture.ids);
    private final Id ann = cast.join("ann").id();
    private final Id bob = cast.join("bob").id();
    private final Id cleo = cast.join("cleo").id();

    @Test
    void followsAPublicProfileAtOnce() {
        assertThat(relations.follow(bob, ann)).isEqualTo(ACCEPTED);

        assertThat(relations.following(bob, ann)).isEqualTo(ACCEPTED);
        assertThat(relations.following(ann, bob)).isEqualTo(NONE);
        assertThat(relations.countFollowers(ann)).isEqualTo(1);
        assertThat(relations.follow(bob, ann)).isEqualTo(ACCEPTED);
        assertThat(relations.countFollowers(ann)).isEqualTo(1);
    }

    @Test
    void asksAPrivateProfile() {
        cast.accounts.makePrivate(ann);

        assertThat(relations.follow(bob, ann)).isEqualTo(REQUESTED);
        assertThat(relations.countFollowers(ann)).isZero();
        assertThat(others(relations.requests(ann, Window.newest(10)).items())).containsExactly(bob);
        relations.accept(ann, bob);
        assertThat(relations.following(bob, ann)).isEqualTo(ACCEPTED);
        assertThat(relations.requests(ann, Window.newest(10)).items()).isEmpty();
        assertThat(others(relations.followers(ann, Window.newest(10)).items())).containsExactly(bob);
    }

    @Test
    void declinesAndWithdrawsRequests() {
        cast.accounts.makePrivate(ann);
        relations.follow(bob, ann);
        relations.follow(cleo, ann);
        relations.remove(ann, bob);
        relations.unfollow(cleo, ann);

        assertThat(relations.following(bob, ann)).isEqualTo(NONE);
        assertThat(relations.requests(ann, Window.newest(10)).items()).isEmpty();
        relations.accept(ann, bob);
        assertThat(relations.following(bob, ann)).isEqualTo(NONE);
    }

    @Test
    void keepsFollowersWhenAProfileTurnsPrivateAndAcceptsAllWhenItOpens() {
        relations.follow(bob, ann);
        cast.accounts.makePrivate(ann);
        relations.follow(cleo, ann);
        assertThat(relations.following(bob, ann)).isEqualTo(ACCEPTED);

        cast.accounts.makePublic(ann);
        assertThat(relations.following(cleo, ann)).isEqualTo(ACCEPTED);
        assertThat(relations.countFollowers(ann)).isEqualTo(2);
    }

    @Test
    void endsFollowsInBothDirectionsByABlock() {
        relations.follow(bob, ann);
        relations.follow(ann, bob);
        relations.block(ann, bob);

        assertThat(relations.following(bob, ann)).isEqualTo(NONE);
        assertThat(relations.following(ann, bob)).isEqualTo(NONE);
        assertThat(relations.countFollowers(ann)).isZero();
        assertThatThrownBy(() -> relations.follow(bob, ann)).hasMessage("Profile not found");
        assertThatThrownBy(() -> relations.follow(ann, bob)).hasMessage("Profile not found");
        assertThat(relations.blocked(ann)).containsExactly(bob);
        assertThat(relations.between(ann, bob)).isEqualTo(new Relations.Between(false, false, true, false));
        assertThat(relations.between(bob, ann)).isEqualTo(new Relations.Between(false, false, false, true));
    }

    @Test
    void restoresNothingByUnblocking() {
        relations.follow(bob, ann);
        relations.block(ann, bob);
        relations.unblock(ann, bob);

        assertThat(relations.following(bob, ann)).isEqualTo(NONE);
        assertThat(relations.between(ann, bob).isApart()).isFalse();
        assertThat(relations.follow(bob, ann)).isEqualTo(ACCEPTED);
    }

    @Test
    void tellsOfManyAtOnce() {
        relations.follow(bob, ann);
        relations.follow(bob, cleo);
        relations.block(cleo, bob);

        List<Id> all = List.of(ann, cleo);
        assertThat(fixture.database.<Set<Id>>read(tx -> relations.followedBy(tx, bob, all)))
                .containsExactly(ann);
        assertThat(fixture.database.<Set<Id>>read(tx -> relations.apart(tx, bob, all)))
                .containsExactly(cleo);
        assertThat(fixture.database.<Set<Id>>read(tx -> relations.followersAmong(tx, ann, List.of(bob, cleo))))
                .containsExactly(bob);
    }

    @Test
    void refusesToFollowOrBlockOneself() {
        assertThatThrownBy(() -> relations.follow(ann, ann)).hasMessage("That is you");
        assertThatThrownBy(() -> relations.block(ann, ann)).hasMessage("That is you");
        assertThatThrownBy(() -> relations.restrict(ann, ann)).hasMessage("That is you");
        assertThatThrownBy(() -> relations.mute(ann, fixture.ids.newOwner(Id.Kind.ACCOUNT)))
                .hasMessage("Profile not found");
    }

    @Test
    void restrictsFromNowOn() {
        Instant before = fixture.time.instant();
        fixture.time.pass(Duration.ofMinutes(1));
        relations.restrict(ann, bob);
        Instant since = fixture.time.instant();
        fixture.time.pass(Duration.ofMinutes(1));
        relations.restrict(ann, bob);

        assertThat(restricts(ann, bob, before)).as("an older reply").isFalse();
        assertThat(restricts(ann, bob, since)).isTrue();
        assertThat(restricts(ann, bob, fixture.time.instant())).isTrue();
        assertThat(restricts(bob, ann, fixture.time.instant()))
                .as("the other direction")
                .isFalse();
        assertThat(relations.restricted(ann)).containsExactly(bob);
        assertThat(fixture.database.<Map<Id, Instant>>read(
                        tx -> relations.restrictedAmong(tx, ann, List.of(bob, cleo))))
                .containsExactly(Map.entry(bob, since));
    }

    @Test
    void forgetsARestrictionThatIsLifted() {
        relations.restrict(ann, bob);
        relations.unrestrict(ann, bob);

        assertThat(restricts(ann, bob, fixture.time.instant())).isFalse();
        assertThat(relations.restricted(ann)).isEmpty();
    }

    @Test
    void mutesWithoutEndingAnything() {
        relations.follow(ann, bob);
        relations.mute(ann, bob);

        assertThat(relations.following(ann, bob)).isEqualTo(ACCEPTED);
        assertThat(relations.between(ann, bob).isApart()).isFalse();
        assertThat(relations.muted(ann)).containsExactly(bob);
        assertThat(fixture.database.<Set<Id>>read(tx -> relations.mutedAmong(tx, ann, List.of(bob, cleo))))
                .containsExactly(bob);
        relations.unmute(ann, bob);
        assertThat(relations.muted(ann)).isEmpty();
    }

    @Test
    void keepsBlocksRestrictionsAndMutesApart() {
        relations.block(ann, bob);
        relations.restrict(ann, bob);
        relations.mute(ann, bob);
        relations.unblock(ann, bob);

        assertThat(relations.blocked(ann)).isEmpty();
        assertThat(relations.restricted(ann)).containsExactly(bob);
        assertThat(relations.muted(ann)).containsExactly(bob);
    }

    @Test
    void doesNotShowRequestsOfThoseWhoAreAwayButAcceptsThemWhenTheProfileOpens() {
        cast.accounts.makePrivate(ann);
        relations.follow(bob, ann);
        Departures departures =
                new Departures(fixture.database, new Jobs(fixture.ids), cast.settings, new HeardEvents());
        departures.deactivate(bob);
        assertThat(relations.requests(ann, Window.newest(10)).items()).isEmpty();

        cast.accounts.makePublic(ann);
        assertThat(relations.countFollowers(ann)).isZero();
        departures.reactivate(bob);
        assertThat(relations.countFollowers(ann)).isEqualTo(1);
    }

    @Test
    void pagesThroughFollowers() {
        relations.follow(bob, ann);
        fixture.time.pass(Duration.ofSeconds(1));
        relations.follow(cleo, ann);

        assertThat(others(relations.followers(ann, Window.newest(1)).items())).containsExactly(cleo);
        assertThat(relations.followers(ann, Window.newest(1)).more()).isTrue();
    }

    private boolean restricts(Id owner, Id whom, Instant at) {
        return fixture.database.read(tx -> relations.restricts(tx, owner, whom, at));
    }

    private static List<Id> others(List<Relation> relations) {
        return relations.stream().map(Relation::other).toList();
    }
}
