package bobbin.feed;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.app.Actor;
import bobbin.app.Role;
import bobbin.base.Id;
import bobbin.base.Window;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people are told of (15 §15.16). */
class NotificationsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Square square = new Square(fixture);
    private final Id ann = square.ann;
    private final Id bob = square.bob;
    private final String post = square.post(ann, "hello").toString();

    @BeforeEach
    void later() {
        fixture.time.pass(Duration.ofMinutes(1));
    }

    @Test
    void tellOfFollowsAndRequests() {
        square.relations.follow(bob, ann);
        assertThat(square.toldTo(ann)).containsExactly("FOLLOW bob");
        square.relations.unfollow(bob, ann);
        assertThat(square.toldTo(ann)).isEmpty();

        square.town.accounts.makePrivate(ann);
        square.relations.follow(bob, ann);
        assertThat(square.toldTo(ann)).containsExactly("FOLLOW_REQUEST bob");
        square.relations.accept(ann, bob);
        assertThat(square.toldTo(ann)).doesNotContain("FOLLOW_REQUEST bob");
    }

    @Test
    void tellOfLikesUntilTheyAreTakenBack() {
        square.act("bob", "like", "post", post);
        square.act("ann", "like", "post", post);
        assertThat(square.toldTo(ann)).as("not of one's own").containsExactly("LIKE bob");

        square.act("bob", "unlike", "post", post);
        assertThat(square.toldTo(ann)).isEmpty();
    }

    @Test
    void tellOfRepliesQuotesRepostsAndMentions() {
        square.act("bob", "reply", "post", post, "text", "hi @ann");
        square.act("bob", "quote", "post", post, "text", "look");
        square.act("bob", "repost", "post", post);
        square.post(bob, "and @ann again");

        assertThat(square.toldTo(ann)).containsExactlyInAnyOrder("REPLY bob", "QUOTE bob", "REPOST bob", "MENTION bob");
        assertThat(square.toldTo(bob)).isEmpty();
    }

    @Test
    void tellOfRepliesThatWaitForApproval() {
        String asking = square.write("ann", "post", "text", "May I?", "enable_reply_approvals", "true")
                .toString();
        square.act("bob", "reply", "post", asking, "text", "You may");

        assertThat(square.toldTo(ann)).contains("APPROVAL_WANTED bob");
    }

    @Test
    void tellThatAPollHasEnded() {
        String poll =
                square.write("ann", "post", "text", "Tea?", "poll", "Yes,No").toString();
        square.act("bob", "vote", "post", poll, "option", "1");
        square.work();
        assertThat(square.toldTo(bob)).isEmpty();

        fixture.time.pass(Duration.ofHours(24));
        square.work();
        assertThat(square.toldTo(bob)).containsExactly("POLL_ENDED ann");
        assertThat(square.toldTo(ann)).containsExactly("POLL_ENDED ann");
    }

    @Test // 15 §15.16, 02 §6
    void tellOfInvitationsUntilTheyAreAnswered() {
        Id app = square.town.demo;
        square.roles.invite(Actor.person(ann), app, "bob", Role.THREADS_TESTER);
        assertThat(square.toldTo(bob)).containsExactly("APP_INVITATION bob");
        square.roles.accept(bob, app, Role.THREADS_TESTER);
        assertThat(square.toldTo(bob)).isEmpty();

        square.roles.invite(Actor.OPERATOR, app, "bob", Role.ANALYST);
        assertThat(square.toldTo(bob)).containsExactly("APP_INVITATION bob");
        square.roles.remove(Actor.OPERATOR, app, bob, Role.ANALYST);
        assertThat(square.toldTo(bob)).isEmpty();
    }

    @Test // 15 §15.16
    void tellNothingOfInvitationsByWhomOneKeepsAway() {
        square.relations.block(bob, ann);
        square.roles.invite(Actor.person(ann), square.town.demo, "bob", Role.THREADS_TESTER);

        assertThat(square.toldTo(bob)).isEmpty();
    }

    @Test // 15 §15.16
    void tellOfAppsThatWereLetIn() {
        fixture.database.change(tx -> square.appNotices.authorized(tx, bob, square.town.demo));
        assertThat(square.toldTo(bob)).containsExactly("APP_AUTHORIZED bob");

        square.town.apps.delete(Actor.OPERATOR, square.town.demo);
        assertThat(square.toldTo(bob)).isEmpty();
    }

    @Test // 15 §15.5
    void doNotComeBackWithTheEndOfABlock() {
        square.relations.follow(bob, ann);
        square.act("bob", "like", "post", post);
        square.act("bob", "quote", "post", post, "text", "look");
        square.relations.block(ann, bob);
        square.relations.unblock(ann, bob);

        assertThat(square.toldTo(ann)).isEmpty();
        square.act("bob", "like", "post", post);
        assertThat(square.toldTo(ann)).containsExactly("LIKE bob");
    }

    @Test
    void tellNothingOfWhomOneKeepsAway() {
        square.relations.restrict(ann, bob);
        square.act("bob", "like", "post", post);
        square.relations.unrestrict(ann, bob);
        assertThat(square.toldTo(ann)).isEmpty();

        square.act("bob", "reply", "post", post, "text", "hi");
        assertThat(square.toldTo(ann)).containsExactly("REPLY bob");
        square.relations.mute(ann, bob);
        assertThat(square.toldTo(ann)).isEmpty();
        square.relations.unmute(ann, bob);
        square.relations.block(ann, bob);
        assertThat(square.toldTo(ann)).isEmpty();
    }

    @Test
    void tellNothingOfWhatIsGone() {
        String quote =
                square.write("bob", "quote", "post", post, "text", "look").toString();
        square.act("bob", "like", "post", post);
        square.act("bob", "delete", "post", quote);
        assertThat(square.toldTo(ann)).containsExactly("LIKE bob");

        square.departures.deactivate(bob);
        assertThat(square.toldTo(ann)).isEmpty();
        square.departures.reactivate(bob);
        square.act("ann", "delete", "post", post);
        assertThat(square.toldTo(ann)).isEmpty();
    }

    @Test
    void areNewUntilTheyAreRead() {
        square.act("bob", "like", "post", post);
        fixture.time.pass(Duration.ofMinutes(1));
        Id first = newest().getFirst().id();
        square.act("bob", "repost", "post", post);
        assertThat(square.notifications.countNew(ann)).isEqualTo(2);

        square.notifications.markRead(ann, first);
        assertThat(newest()).extracting(Notification::isRead).containsExactly(false, true);
        square.act("ann", "markRead");
        assertThat(square.notifications.countNew(ann)).isZero();
    }

    @Test
    void areListedForScripts() {
        square.act("bob", "like", "post", post);

        assertThat(square.act("ann", "activity").toString()).contains("kind=like, by=bob, subject=" + post);
    }

    @Test
    void areKeptForNinetyDays() {
        square.act("bob", "like", "post", post);
        fixture.time.pass(Duration.ofDays(89));
        square.notifications.forget();
        assertThat(newest()).hasSize(1);

        fixture.time.pass(Duration.ofDays(2));
        square.notifications.forget();
        assertThat(newest()).isEmpty();
    }

    private List<Notification> newest() {
        return square.notifications.of(ann, Window.newest(10)).items();
    }
}
