package bobbin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Likes and what counts of them (15 §15.7, 15 §15.11). */
class LikesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Square square = new Square(fixture);
    private final Likes likes = square.likes;
    private final Id ann = square.ann;
    private final Id bob = square.bob;
    private final Id post = square.post(ann, "hello");

    @Test
    void countOncePerAccountAndGoWhenTakenBack() {
        likes.like(bob, post);
        likes.like(bob, post);
        likes.like(ann, post);
        assertThat(count(post)).isEqualTo(2);
        assertThat(square.<Set<Id>>read(tx -> likes.by(tx, bob, List.of(post)))).containsExactly(post);

        likes.unlike(bob, post);
        likes.unlike(bob, post);
        assertThat(count(post)).isEqualTo(1);
        assertThat(square.<Set<Id>>read(tx -> likes.by(tx, bob, List.of(post)))).isEmpty();
        likes.like(bob, post);
        assertThat(count(post)).isEqualTo(2);
    }

    @Test
    void areCountedForAnAuthorByTheTimeAtWhichTheyWereGiven() {
        Id other = square.post(ann, "again");
        Instant first = fixture.time.instant();
        likes.like(bob, post);
        fixture.time.pass(Duration.ofHours(1));
        Instant second = fixture.time.instant();
        likes.like(bob, other);
        likes.like(ann, square.post(bob, "mine"));

        assertThat(received(first, second)).isEqualTo(1);
        assertThat(received(first, second.plusMillis(1))).isEqualTo(2);
        assertThat(received(second, second.plusSeconds(60))).isEqualTo(1);
        likes.unlike(bob, post);
        assertThat(received(first, second)).isZero();
        assertThat(square.<Map<Id, Long>>read(tx -> likes.of(tx, List.of(post, other))))
                .containsExactly(Map.entry(other, 1L));
    }

    @Test
    void goToTheOriginalOfARepost() {
        Id repost = square.write("bob", "repost", "post", post.toString());
        likes.like(bob, repost);

        assertThat(count(post)).isEqualTo(1);
        assertThat(count(repost)).isZero();
        likes.unlike(bob, repost);
        assertThat(count(post)).isZero();
    }

    @Test
    void areRefusedForWhatOneCannotSee() {
        square.town.accounts.makePrivate(ann);
        assertThatThrownBy(() -> likes.like(bob, post)).hasMessage("Post not found");
        assertThatThrownBy(() -> likes.like(bob, fixture.ids.next(Id.Kind.POST, ann)))
                .hasMessage("Post not found");
    }

    @Test
    void canBeTakenBackFromWhatOneCannotSeeAnyMore() {
        likes.like(bob, post);
        square.town.accounts.makePrivate(ann);
        likes.unlike(bob, post);

        assertThat(count(post)).isZero();
    }

    @Test
    void doNotCountWhileTheLikerIsAway() {
        likes.like(bob, post);
        square.departures.deactivate(bob);
        assertThat(count(post)).isZero();
        assertThat(received(Instant.EPOCH, fixture.time.instant().plusSeconds(1)))
                .isZero();

        square.departures.reactivate(bob);
        assertThat(count(post)).isEqualTo(1);
        square.departures.delete(bob);
        assertThat(count(post)).isZero();
    }

    @Test
    void goWithTheirPostAndWithAccountsThatAreRemoved() {
        Id bobs = square.post(bob, "of bob");
        likes.like(bob, post);
        likes.like(ann, bobs);
        square.act("ann", "delete", "post", post.toString());
        assertThat(count(post)).isZero();
        assertThat(square.<Set<Id>>read(tx -> likes.by(tx, bob, List.of(post)))).isEmpty();

        square.departures.delete(bob);
        fixture.time.pass(Duration.ofDays(31));
        square.work();
        assertThat(square.<Set<Id>>read(tx -> likes.by(tx, ann, List.of(bobs)))).isEmpty();
    }

    @Test
    void ofSomebodyGoWhenTheAuthorBlocksThem() {
        likes.like(bob, post);
        square.relations.block(ann, bob);
        square.relations.unblock(ann, bob);

        assertThat(count(post)).isZero();
    }

    private long count(Id id) {
        return square.<Long>read(tx -> likes.of(tx, id));
    }

    private long received(Instant from, Instant to) {
        return square.<Long>read(tx -> likes.received(tx, ann, from, to));
    }
}
