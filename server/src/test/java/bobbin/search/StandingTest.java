package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.TestClock;
import bobbin.base.Id;
import bobbin.base.Ids;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The order of the most popular posts: 08 §8.1. */
class StandingTest {
    private final TestClock time = new TestClock();
    private final Ids ids = new Ids(time);

    @Test
    void leavesAPostInItsPlaceThatNobodyCaredFor() {
        Id post = post();

        assertThat(Standing.of(post, Counts.NONE)).isEqualTo(post);
        assertThat(Standing.of(post, new Counts(-1, 0, 0, 0, 0))).isEqualTo(post);
    }

    @Test
    void isWorthADayForEachDoubling() {
        Id post = post();

        assertThat(Standing.of(post, new Counts(1, 0, 0, 0, 0)).time())
                .isEqualTo(post.time().plus(Duration.ofDays(1)));
        assertThat(Standing.of(post, new Counts(0, 0, 0, 1, 0)).time())
                .isEqualTo(post.time().plus(Duration.ofDays(2)));
        assertThat(Standing.of(post, new Counts(1, 2, 0, 0, 40)).time())
                .isEqualTo(post.time().plus(Duration.ofDays(3)));
    }

    @Test
    void fades() {
        Id old = post();
        time.pass(Duration.ofDays(3));
        Id young = post();

        assertThat(Standing.of(old, new Counts(6, 0, 0, 0, 0))).isLessThan(young);
        assertThat(Standing.of(old, new Counts(8, 0, 0, 0, 0))).isGreaterThan(young);
    }

    @Test
    void endsWhereIdsEnd() {
        assertThat(post().later(Duration.ofDays(36_500))).isLessThan(Id.HIGHEST);
    }

    private Id post() {
        return ids.newOwner(Id.Kind.POST);
    }
}
