package bobbin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Setting;
import bobbin.graph.Meter.Usage;
import bobbin.graph.Viewer;
import bobbin.limit.LimitSettings.Profile;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The budget of 05 §4 and the hourly profile of 05 §6. */
class BudgetTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id bob = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id demo = fixture.ids.newOwner(Id.Kind.APP);
    private final Id other = fixture.ids.newOwner(Id.Kind.APP);
    private final Viewer viewer = viewer(demo, ann);
    private final Budget budget = budget(Setting::standard);
    private long views;

    @Test
    void allows48000CallsADayAndNoMore() {
        Usage last = call(budget, viewer, 48_000);
        assertThat(last.refusedFor()).isEmpty();
        assertThat(last.calls()).isEqualTo(100);

        assertThat(call(budget, viewer, 1).refusedFor()).contains(Duration.ofHours(24));
    }

    @Test
    void countsEachPairOfAppAndPersonForItself() {
        call(budget, viewer, 48_001);

        assertThat(call(budget, viewer(demo, bob), 1).refusedFor()).isEmpty();
        assertThat(call(budget, viewer(other, ann), 1).refusedFor()).isEmpty();
        assertThat(call(budget, viewer(demo, bob), 1).calls()).isZero();
    }

    @Test
    void countsCallsOfAnAppForItselfAsWell() {
        Viewer app = new Viewer(demo, Optional.empty(), Optional.empty(), Set.of());

        assertThat(call(budget, app, 48_000).refusedFor()).isEmpty();
        assertThat(call(budget, app, 1).refusedFor()).isPresent();
        assertThat(call(budget, viewer, 1).refusedFor()).isEmpty();
    }

    @Test
    void showsWholePercents() {
        assertThat(call(budget, viewer, 1).calls()).isZero();
        assertThat(call(budget, viewer, 478).calls()).isZero();
        assertThat(call(budget, viewer, 1).calls()).isEqualTo(1);
        assertThat(call(budget, viewer, 1).counted()).isTrue();
    }

    @Test
    void givesMoreToThoseWhoAreLookedAt() {
        views = 20;
        assertThat(call(budget, viewer, 48_001).refusedFor()).isEmpty();
        assertThat(call(budget, viewer, 1).calls()).isEqualTo(50);
    }

    @Test
    void looksAtViewsAgainWithEachBucket() {
        call(budget, viewer, 48_001);
        views = 100;
        assertThat(call(budget, viewer, 1).refusedFor()).isPresent();
        fixture.time.pass(Tally.WIDTH);
        assertThat(call(budget, viewer, 1).refusedFor()).isEmpty();
    }

    @Test
    void forgetsCallsAfterADay() {
        Budget small = budget(new Chosen("limits.calls.per_impression", 1));
        call(small, viewer, 6);
        fixture.time.pass(Duration.ofHours(1));
        call(small, viewer, 4);

        assertThat(call(small, viewer, 1).refusedFor()).contains(Duration.ofHours(23));
        fixture.time.pass(Duration.ofHours(23));
        assertThat(call(small, viewer, 1).refusedFor()).isEmpty();
    }

    @Test
    void saysHowLongToWaitUntilEnoughHasLeft() {
        Budget small = budget(new Chosen("limits.calls.per_impression", 1));
        call(small, viewer, 1);
        fixture.time.pass(Duration.ofHours(2));
        call(small, viewer, 9);
        fixture.time.pass(Duration.ofHours(2));

        assertThat(call(small, viewer, 1).refusedFor()).contains(Duration.ofHours(22));
        assertThat(call(small, viewer, 1).refusedFor()).contains(Duration.ofHours(22));
    }

    @Test
    void keepsCountsOverARestart() {
        call(budget, viewer, 24_000);
        fixture.time.pass(Duration.ofMinutes(7));
        call(budget, viewer, 24_000);
        budget.close();
        budget.close();

        Budget restarted = budget(Setting::standard);
        assertThat(call(restarted, viewer, 1).refusedFor())
                .contains(Duration.ofHours(24).minusMinutes(7));
    }

    @Test
    void writesCountsDownOnceAMinute() {
        call(budget, viewer, 24_000);
        fixture.time.pass(Duration.ofSeconds(61));
        call(budget, viewer, 24_000);

        assertThat(call(budget(Setting::standard), viewer, 1).calls()).isEqualTo(50);
    }

    @Test
    void deletesWhatIsOlderThanADay() {
        call(budget, viewer, 10);
        budget.close();
        fixture.time.pass(Duration.ofHours(25));
        budget.forget();
        fixture.time.pass(Duration.ofHours(-25));

        assertThat(rows()).isZero();
    }

    @Test
    void countsCallsPerHourUnderTheHourlyProfile() {
        Budget hourly = budget(new Chosen("limits.profile", Profile.HOURLY));
        call(hourly, viewer, 125);

        assertThat(call(hourly, viewer(other, ann), 125).refusedFor())
                .as("over all apps")
                .isEmpty();
        assertThat(call(hourly, viewer, 1).refusedFor()).contains(Duration.ofHours(1));
        assertThat(call(hourly, viewer(demo, bob), 1).refusedFor()).isEmpty();
        fixture.time.pass(Duration.ofHours(1));
        assertThat(call(hourly, viewer, 1).refusedFor()).isEmpty();
    }

    @Test
    void countsCallsOfAnAppPerHourUnderTheHourlyProfile() {
        Budget hourly = budget(new Chosen("limits.profile", Profile.HOURLY));
        for (int person = 0; person < 10; person++) {
            Viewer someone = viewer(demo, fixture.ids.newOwner(Id.Kind.ACCOUNT));
            assertThat(call(hourly, someone, 100).refusedFor()).isEmpty();
        }

        assertThat(call(hourly, viewer, 1).refusedFor()).isPresent();
        assertThat(call(hourly, viewer(other, ann), 1).refusedFor()).isEmpty();
    }

    @Test
    void onlyCountsIfLimitsAreOff() {
        Budget off = budget(new Chosen("limits.profile", Profile.OFF));

        assertThat(call(off, viewer, 96_000).refusedFor()).isEmpty();
        assertThat(call(off, viewer, 1).calls()).isEqualTo(200);
    }

    @Test
    void measuresTimeButRefusesItOnlyIfToldTo() {
        took(budget, viewer, Duration.ofHours(4));
        Usage measured = call(budget, viewer, 1);
        assertThat(measured.totalTime()).isEqualTo(50);
        assertThat(measured.cpuTime()).isEqualTo(200);
        assertThat(measured.refusedFor()).isEmpty();

        Budget strict = budget(new Chosen("limits.calls.cpu.enabled", true));
        took(strict, viewer, Duration.ofHours(4));
        assertThat(call(strict, viewer, 1).refusedFor()).contains(Duration.ofHours(24));
    }

    @Test
    void givesAnAccountOrAnAppANumberOfItsOwn() {
        budget.give(demo, Optional.of(5));
        assertThat(call(budget, viewer, 6).refusedFor()).isPresent();
        budget.give(ann, Optional.of(7));
        assertThat(call(budget, viewer, 1).refusedFor()).isEmpty();
        assertThat(call(budget, viewer, 1).refusedFor()).isPresent();
        budget.give(ann, Optional.empty());
        budget.give(demo, Optional.empty());
        assertThat(call(budget, viewer, 1).refusedFor()).isEmpty();
    }

    private static Usage call(Budget budget, Viewer viewer, int times) {
        Usage usage = Usage.NONE;
        for (int i = 0; i < times; i++) {
            usage = new BudgetGraph(budget).count(viewer);
        }
        return usage;
    }

    private static void took(Budget budget, Viewer viewer, Duration time) {
        new BudgetGraph(budget).took(viewer, time.toNanos());
    }

    private Budget budget(Setting.Values values) {
        return new Budget(fixture.database, LimitSettings.from(values), _ -> views, fixture.time, Runnable::run);
    }

    private int rows() {
        return fixture.database.read(tx ->
                tx.query("select count(*) from call_usage").mapTo(Integer.class).one());
    }

    private static Viewer viewer(Id app, Id account) {
        return new Viewer(app, Optional.of(account), Optional.of("1234567890123456"), Set.of());
    }
}
