package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.Setting;
import bobbin.post.Container.Status;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The clock of a container (04 §8.1, 04 §8.2, 04 §20.6). */
class ContainerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(NOON, ZoneOffset.UTC));
    private final Id ann = ids.newOwner(Id.Kind.ACCOUNT);
    private final Id demo = ids.newOwner(Id.Kind.APP);
    private final Content content = Content.of(Draft.text("hello"), PostSettings.from(Setting::standard));
    private final Container container = new Container(
            ids.next(Id.Kind.CONTAINER, ann),
            ann,
            Optional.of(demo),
            content,
            Role.POST,
            CrossShare.NONE,
            Optional.empty());
    private final Id post = ids.next(Id.Kind.POST, ann);

    @Test
    void isReadyAtOnce() {
        assertThat(container.status(NOON, List.of())).isEqualTo(Status.FINISHED);
    }

    @Test
    void canBePublishedForADay() {
        Instant last = NOON.plus(Duration.ofHours(24)).minusSeconds(1);

        assertThat(container.status(last, List.of())).isEqualTo(Status.FINISHED);
        assertThat(container.publish(post, last, List.of()).content()).isEqualTo(content);
    }

    @Test
    void expiresAfterADay() {
        Instant late = NOON.plus(Duration.ofHours(24)).plusSeconds(1);

        assertThat(container.status(NOON.plus(Duration.ofHours(24)), List.of())).isEqualTo(Status.EXPIRED);
        assertThat(container.status(late, List.of())).isEqualTo(Status.EXPIRED);
        assertThatThrownBy(() -> container.publish(post, late, List.of()))
                .hasMessage("The requested resource does not exist");
    }

    @Test
    void staysPublishedHoweverOldItIs() {
        Container used = container.publishedAs(container.publish(post, NOON, List.of()));

        assertThat(used.status(NOON.plus(Duration.ofDays(3)), List.of())).isEqualTo(Status.PUBLISHED);
        assertThat(used.post()).contains(post);
    }

    @Test
    void isForgottenAfterAWeek() {
        assertThat(container.isForgotten(NOON.plus(Duration.ofDays(7)).minusMillis(1)))
                .isFalse();
        assertThat(container.isForgotten(NOON.plus(Duration.ofDays(7)))).isTrue();
    }

    @Test
    void belongsToOneAuthorAndOneApp() {
        assertThat(container.isOf(Writer.through(demo, ann))).isTrue();
        assertThat(container.isOf(Writer.through(ids.newOwner(Id.Kind.APP), ann)))
                .isFalse();
        assertThat(container.isOf(Writer.onTheWeb(ann))).isFalse();
        assertThat(container.isOf(Writer.through(demo, ids.newOwner(Id.Kind.ACCOUNT))))
                .isFalse();
    }

    @Test
    void becomesAPostThatIsAsOldAsItsId() {
        Post made = container.publish(post, NOON, List.of());

        assertThat(made.publishedAt()).isEqualTo(NOON);
        assertThat(made.shortcode()).isEqualTo(post.shortcode());
        assertThat(made.app()).contains(demo);
    }
}
