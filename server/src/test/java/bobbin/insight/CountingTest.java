package bobbin.insight;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What counts as a view, a click and a share: 15 §15.11, 15 §15.23. */
class CountingTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    /** For a server with other settings. */
    @RegisterExtension
    final Fixture other = new Fixture();

    private final Scale scale = new Scale(fixture);
    private final Id ann = scale.town.ann();
    private final Id bob = scale.town.bob();
    private final Id post = scale.post(ann);

    @Test
    void countsTheSameWatcherOnceWithinHalfAnHour() {
        see(bob, Surface.PERMALINK);
        see(bob, Surface.PERMALINK);
        scale.gathering.flush();
        fixture.time.pass(Duration.ofMinutes(30).minusMillis(1));
        see(bob, Surface.PERMALINK);
        assertThat(scale.of(post).views()).isEqualTo(1);

        fixture.time.pass(Duration.ofMillis(1));
        see(bob, Surface.PERMALINK);
        assertThat(scale.of(post).views()).isEqualTo(2);
    }

    @Test
    void countsASharerOnceWithinHalfAnHour() {
        see(bob, Surface.PERMALINK);
        share(bob);
        share(bob);
        scale.gathering.flush();
        fixture.time.pass(Duration.ofMinutes(30).minusMillis(1));
        share(bob);
        assertThat(scale.of(post).shares()).isEqualTo(1);

        fixture.time.pass(Duration.ofMillis(1));
        share(bob);
        assertThat(scale.of(post).shares()).isEqualTo(2);
        share(ann); // of one's own counts too
        scale.shares.share(Watcher.of(bob), scale.post(ann));
        assertThat(scale.of(post).shares()).isEqualTo(3);
        assertThat(scale.of(post).views()).isEqualTo(1);
    }

    @Test
    void countsEachSurfaceAndEachWatcherForItself() {
        see(bob, Surface.PERMALINK);
        see(bob, Surface.FEED);
        see(scale.town.person("eve"), Surface.FEED);
        scale.views.post(Watcher.anonymous("one"), post, Surface.EMBED);
        scale.views.post(Watcher.anonymous("two"), post, Surface.EMBED);
        scale.views.post(Watcher.anonymous("two"), post, Surface.EMBED);

        assertThat(scale.of(post).views()).isEqualTo(5);
    }

    @Test
    void countsOwnViewsOnlyIfTheOperatorSaysSo() {
        see(ann, Surface.PERMALINK);
        scale.views.profile(Watcher.of(ann), ann);
        assertThat(scale.of(post).views()).isZero();
        assertThat(week(ann)).isZero();

        Scale open = new Scale(other, new InsightSettings(true, 100));
        Id own = open.post(open.town.ann());
        open.views.post(Watcher.of(open.town.ann()), own, Surface.PERMALINK);
        assertThat(open.of(own).views()).isEqualTo(1);
    }

    @Test
    void countsViewsOfARepostForItsOriginal() {
        Id repost = scale.repost(bob, post);
        scale.views.post(Watcher.anonymous("one"), repost, Surface.PROFILE);
        scale.shares.share(Watcher.anonymous("one"), repost);
        scale.shares.share(Watcher.anonymous("one"), post);
        scale.clicks.follow(repost, "https://example.org/");

        assertThat(scale.of(post).views()).isEqualTo(1);
        assertThat(scale.of(post).shares()).isEqualTo(1);
        assertThat(scale.of(repost).views()).isZero();
        assertThat(links(ann)).containsExactly(new LinkClicks("https://example.org/", 1));
        assertThat(links(bob)).isEmpty();
    }

    @Test
    void forgetsAPostThatIsDeleted() {
        Id second = scale.post(ann);
        see(bob, Surface.PERMALINK);
        scale.views.post(Watcher.of(bob), second, Surface.PERMALINK);
        scale.views.profile(Watcher.of(bob), ann);
        assertThat(scale.insights.impressions(ann, fixture.time.instant())).isZero();
        scale.gathering.flush();
        assertThat(scale.insights.impressions(ann, fixture.time.instant())).isEqualTo(3);

        scale.delete(ann, post);
        see(bob, Surface.FEED);
        assertThat(scale.of(post).views()).isZero();
        assertThat(scale.of(second).views()).isEqualTo(1);
        assertThat(scale.insights.impressions(ann, fixture.time.instant())).isEqualTo(2);
    }

    @Test
    void givesTheImpressionsOfADay() {
        see(bob, Surface.PERMALINK);
        fixture.time.pass(Duration.ofHours(23));
        scale.gathering.flush();
        assertThat(scale.insights.impressions(ann, fixture.time.instant())).isEqualTo(1);
        fixture.time.pass(Duration.ofHours(2));
        assertThat(scale.insights.impressions(ann, fixture.time.instant())).isZero();
        assertThat(week(ann)).isEqualTo(1);
    }

    @Test
    void losesNothingHoweverMuchComesAtOnce() {
        IntStream.range(0, 2000).parallel().forEach(i -> {
            scale.views.post(Watcher.anonymous("w" + i), post, Surface.EMBED);
            if (i % 100 == 0) {
                scale.gathering.flush();
            }
        });
        scale.gathering.close();

        assertThat(scale.of(post).views()).isEqualTo(2000);
        assertThat(week(ann)).isEqualTo(2000);
    }

    @Test
    void makesNobodyWaitForTheDatabase() {
        long before = fixture.database.load().writes();
        IntStream.range(0, 1000).forEach(i -> scale.views.post(Watcher.anonymous("w" + i), post, Surface.EMBED));
        assertThat(fixture.database.load().writes()).isEqualTo(before);

        scale.gathering.flush();
        assertThat(fixture.database.load().writes()).isEqualTo(before + 4);
    }

    @Test
    void keepsTwoYearsOfHoursAndTheSumOfAllBefore() {
        see(bob, Surface.PERMALINK);
        scale.clicks.follow(post, "https://example.org/");
        scale.gathering.flush();
        fixture.time.pass(Duration.ofDays(800));
        scale.gathering.forget();
        see(bob, Surface.PERMALINK);
        scale.gathering.forget();

        assertThat(scale.of(post).views()).isEqualTo(2);
        assertThat(links(ann)).isEmpty();
        scale.gathering.forget();
        assertThat(scale.of(post).views()).isEqualTo(2);
    }

    @Test
    void keepsViewsAndClicksOfPeopleWhoLeave() {
        see(bob, Surface.PERMALINK);
        scale.clicks.follow(post, "https://example.org/");
        scale.gathering.flush();
        fixture.database.change(tx -> scale.farewell.deactivated(tx, bob));
        fixture.database.change(tx -> scale.farewell.removed(tx, bob));
        assertThat(scale.of(post).views()).isEqualTo(1);
        assertThat(links(ann)).hasSize(1);

        fixture.database.change(tx -> scale.farewell.removed(tx, ann));
        assertThat(scale.of(post).views()).isZero();
        assertThat(links(ann)).isEmpty();
    }

    private void see(Id watcher, Surface surface) {
        scale.views.post(Watcher.of(watcher), post, surface);
    }

    private void share(Id watcher) {
        scale.shares.share(Watcher.of(watcher), post);
    }

    private long week(Id account) {
        scale.gathering.flush();
        Instant now = fixture.time.instant();
        return fixture.database
                .<Numbers>read(
                        tx -> scale.insights.received(tx, account, now.minus(Duration.ofDays(7)), now.plusMillis(1)))
                .views();
    }

    private List<LinkClicks> links(Id account) {
        scale.gathering.flush();
        long hour = fixture.time.instant().getEpochSecond() / 3600;
        return fixture.database.read(tx -> new ClickStore().most(tx, account, 0, hour + 1, 10));
    }
}
