package bobbin.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Problem;
import bobbin.base.Refusal;
import bobbin.base.Setting;
import bobbin.limit.LimitSettings.Quota;
import bobbin.post.Deletions;
import bobbin.post.Draft;
import bobbin.post.PostEvents;
import bobbin.post.Publishing;
import bobbin.post.Town;
import bobbin.post.Writer;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The moving windows of 05 §1, 05 §2 and 05 §3. */
class LimitsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final Limits limits = limits(Setting::standard);
    private final Limits one = limits(new Chosen("limits.posts.total", 1));
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id bob = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id demo = fixture.ids.newOwner(Id.Kind.APP);
    private final Writer writer = Writer.through(demo, ann);

    @Test
    void refusesThe251stPost() {
        Publishing publishing = publishing(limits);
        for (int i = 0; i < 250; i++) {
            publish(publishing, ann);
        }

        assertThat(limits.used(ann, Limit.POSTS)).isEqualTo(250);
        assertThatThrownBy(() -> publish(publishing, ann)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            Problem problem = refusal.problem();
            assertThat(problem.message()).isEqualTo("Calls to this api have exceeded the rate limit.");
            assertThat(problem.code()).isEqualTo(613);
            assertThat(problem.subcode()).hasValue(4279002);
            assertThat(problem.userTitle()).contains("Threads API Rate Limit Exceeded");
            assertThat(problem.passing()).isFalse();
            assertThat(refusal.retryAfter()).contains(Duration.ofHours(24));
        });
        assertThat(limits.used(ann, Limit.POSTS)).isEqualTo(250);
        publish(publishing, bob);
    }

    @Test
    void refusesADeletionBeyondTheTotal() {
        Limits few = limits(new Chosen("limits.deletes.total", 1));
        Publishing publishing = publishing(few);
        Deletions deletions = town.deletions(few);
        Id first = publishing.publishAtOnce(writer, Draft.text("first")).post();
        Id second = publishing.publishAtOnce(writer, Draft.text("second")).post();

        assertThat(deletions.delete(writer, first)).isTrue();
        assertThatThrownBy(() -> deletions.delete(writer, second))
                .isInstanceOf(Refusal.class)
                .hasMessage("Calls to this api have exceeded the rate limit.");
        assertThat(deletions.delete(Writer.onTheWeb(ann), second)).isTrue();
        assertThat(few.used(ann, Limit.DELETES)).isEqualTo(1);
        assertThat(few.used(ann, Limit.POSTS)).isEqualTo(2);
    }

    @Test
    void countsARepostOnlyWhereTheOperatorSaysSo() {
        Writer author = Writer.through(demo, town.ann());
        Id original =
                publishing(limits).publishAtOnce(author, Draft.text("first")).post();
        Writer reposter = Writer.through(demo, town.bob());

        town.reposts(limits).repost(reposter, original);
        assertThat(limits.used(town.bob(), Limit.POSTS)).isZero();

        Id other =
                publishing(limits).publishAtOnce(author, Draft.text("second")).post();
        town.reposts(limits(new Chosen("limits.repost_counts", true))).repost(reposter, other);
        assertThat(limits.used(town.bob(), Limit.POSTS)).isEqualTo(1);
    }

    @Test
    void keepsTheContainerForWhenThereIsRoomAgain() {
        Publishing publishing = publishing(one);
        publish(publishing, ann);
        fixture.time.pass(Duration.ofHours(1));
        Id container = publishing.draft(writer, Draft.text("later"));

        assertThatThrownBy(() -> publishing.publish(writer, container)).isInstanceOf(Refusal.class);
        fixture.time.pass(Duration.ofHours(23));
        assertThat(publishing.publish(writer, container)).isNotNull();
    }

    @Test
    void givesARoomBackWhenTheOldestIsExactlyOneDayOld() {
        Limits two = limits(new Chosen("limits.posts.total", 2));
        spend(two, ann);
        fixture.time.pass(Duration.ofHours(1));
        spend(two, ann);

        fixture.time.pass(Duration.ofHours(23).minusMillis(1));
        assertThatThrownBy(() -> spend(two, ann))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.retryAfter()).contains(Duration.ofMillis(1)));
        fixture.time.pass(Duration.ofMillis(1));
        spend(two, ann);
        assertThat(two.used(ann, Limit.POSTS)).isEqualTo(2);
        assertThatThrownBy(() -> spend(two, ann)).isInstanceOf(Refusal.class);
    }

    @Test
    void letsOnlyOneOfManyTakeTheLast() throws Exception {
        Limits three = limits(new Chosen("limits.posts.total", 3));
        spend(three, ann);
        spend(three, ann);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> calls = Collections.nCopies(8, () -> {
                spend(three, ann);
                return true;
            });
            assertThat(threads.invokeAll(calls))
                    .filteredOn(call -> call.state() == Future.State.SUCCESS)
                    .hasSize(1);
        }
        assertThat(three.used(ann, Limit.POSTS)).isEqualTo(3);
    }

    @Test
    void countsEachKindForItself() {
        spend(limits, ann);
        fixture.database.change(tx -> limits.spend(tx, demo, ann, Limit.DELETES));
        fixture.database.change(tx -> limits.spend(tx, demo, ann, Limit.DELETES));

        assertThat(limits.used(ann, Limit.POSTS)).isEqualTo(1);
        assertThat(limits.used(ann, Limit.DELETES)).isEqualTo(2);
        assertThat(limits.used(ann, Limit.REPLIES)).isZero();
    }

    @Test
    void countsAPersonOverAllApps() {
        Id other = fixture.ids.newOwner(Id.Kind.APP);
        spend(one, ann);

        assertThatThrownBy(() -> fixture.database.change(tx -> one.spend(tx, other, ann, Limit.POSTS)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void doesNotCountWhatIsWrittenOnTheWeb() {
        publishing(limits).publishAtOnce(Writer.onTheWeb(ann), Draft.text("hello"));

        assertThat(limits.used(ann, Limit.POSTS)).isZero();
    }

    @Test
    void doesNotCountARepeatedPublish() {
        Publishing publishing = publishing(limits);
        Id container = publishing.draft(writer, Draft.text("hello"));
        publishing.publish(writer, container);
        publishing.publish(writer, container);

        assertThat(limits.used(ann, Limit.POSTS)).isEqualTo(1);
    }

    @Test
    void countsAPostInOneStepToo() {
        Publishing publishing = publishing(one);
        publishing.publishAtOnce(writer, Draft.text("hello"));

        assertThatThrownBy(() -> publishing.publishAtOnce(writer, Draft.text("again")))
                .hasMessage("Calls to this api have exceeded the rate limit.");
    }

    @Test
    void refusesEverythingIfNothingIsAllowed() {
        Limits none = limits(new Chosen("limits.posts.total", 0));

        assertThatThrownBy(() -> spend(none, ann)).isInstanceOf(Refusal.class);
    }

    @Test
    void allowsMorePostsUnderTheHourlyProfile() {
        Limits hourly = limits(new Chosen("limits.profile", LimitSettings.Profile.HOURLY));

        assertThat(hourly.quota(demo, ann, Limit.POSTS)).isEqualTo(new Quota(500, Duration.ofHours(24)));
        assertThat(hourly.quota(demo, ann, Limit.REPLIES)).isEqualTo(new Quota(1000, Duration.ofHours(24)));
    }

    @Test
    void onlyCountsIfLimitsAreOff() {
        Limits off = limits(new Chosen("limits.profile", LimitSettings.Profile.OFF, "limits.posts.total", 1));
        spend(off, ann);
        spend(off, ann);

        assertThat(off.used(ann, Limit.POSTS)).isEqualTo(2);
        assertThat(off.quota(demo, ann, Limit.POSTS).total()).isEqualTo(1);
    }

    @Test
    void givesAnAccountATotalOfItsOwn() {
        one.give(ann, Limit.POSTS, Optional.of(2));
        spend(one, ann);
        spend(one, ann);

        assertThatThrownBy(() -> spend(one, ann)).isInstanceOf(Refusal.class);
        spend(one, bob);
        assertThatThrownBy(() -> spend(one, bob)).isInstanceOf(Refusal.class);
        assertThat(one.quota(demo, ann, Limit.POSTS).total()).isEqualTo(2);
        one.give(ann, Limit.POSTS, Optional.empty());
        assertThat(one.quota(demo, ann, Limit.POSTS).total()).isEqualTo(1);
    }

    @Test
    void givesEverybodyWhoUsesAnAppATotalOfTheirOwn() {
        Id other = fixture.ids.newOwner(Id.Kind.APP);
        limits.give(demo, Limit.POSTS, Optional.of(7));
        limits.give(bob, Limit.POSTS, Optional.of(9));

        assertThat(limits.quota(demo, ann, Limit.POSTS).total()).isEqualTo(7);
        assertThat(limits.quota(demo, bob, Limit.POSTS).total()).isEqualTo(9);
        assertThat(limits.quota(other, ann, Limit.POSTS).total()).isEqualTo(250);
    }

    @Test
    void forgetsWhatCountsNowhere() {
        spend(limits, ann);
        fixture.time.pass(Duration.ofHours(23));
        spend(limits, ann);
        fixture.time.pass(Duration.ofHours(1));
        limits.forget();
        fixture.time.pass(Duration.ofHours(-1));

        assertThat(limits.used(ann, Limit.POSTS)).isEqualTo(1);
    }

    private void publish(Publishing publishing, Id account) {
        Writer who = Writer.through(demo, account);
        publishing.publish(who, publishing.draft(who, Draft.text("hello")));
    }

    private void spend(Limits limits, Id account) {
        fixture.database.change(tx -> limits.spend(tx, demo, account, Limit.POSTS));
    }

    private Publishing publishing(Limits limits) {
        return town.publishing(Town.SETTINGS, limits, new PostEvents() {});
    }

    private Limits limits(Setting.Values values) {
        return new Limits(fixture.database, fixture.ids, LimitSettings.from(values));
    }
}
