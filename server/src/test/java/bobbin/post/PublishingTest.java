package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.base.Window;
import bobbin.post.Container.Status;
import bobbin.sql.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The two steps, on a real database (04 §8, 04 §9, 04 §11). */
class PublishingTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final PostStore store = new PostStore();
    private final List<Post> announced = Collections.synchronizedList(new ArrayList<>());
    private final Publishing publishing = publishing(new PostRules() {});
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id bob = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id demo = fixture.ids.newOwner(Id.Kind.APP);
    private final Writer writer = Writer.through(demo, ann);

    @Test
    void publishesInTwoSteps() {
        Id container = publishing.draft(writer, Draft.text("hello"));
        fixture.time.pass(Duration.ofMinutes(5));
        Id id = publishing.publish(writer, container).post();

        Post post = post(id).orElseThrow();
        assertThat(post.content().text()).contains("hello");
        assertThat(post.author()).isEqualTo(ann);
        assertThat(post.app()).contains(demo);
        assertThat(post.publishedAt()).isEqualTo(fixture.time.instant());
        assertThat(announced).containsExactly(post);
    }

    @Test
    void publishesInOneStep() {
        Id id = publishing.publishAtOnce(writer, Draft.text("hello")).post();

        assertThat(id.is(Id.Kind.POST)).isTrue();
        assertThat(announced).containsExactly(post(id).orElseThrow());
    }

    @Test
    void keepsEverythingThatADraftSays() {
        Draft draft = new Sketch()
                .text("see #tea at https://a.example")
                .control("followers_only")
                .approvingReplies()
                .countries("US", "CA")
                .spoilers(spoiler(0, 3), spoiler(4, 4))
                .draft();
        Id id = publishing.publish(writer, publishing.draft(writer, draft)).post();

        assertThat(post(id).orElseThrow().content())
                .isEqualTo(new Content(
                        MediaType.TEXT,
                        Optional.of("see #tea at https://a.example"),
                        Optional.of("tea"),
                        Optional.of("https://a.example"),
                        new Audience(ReplyControl.FOLLOWERS_ONLY, ReplyApproval.NEEDED, List.of("US", "CA")),
                        List.of(new Spoiler(0, 3), new Spoiler(4, 4)),
                        Lifetime.LASTING,
                        References.NONE,
                        Visuals.NONE,
                        Optional.empty()));
    }

    @Test
    void keepsNothingOfARefusedDraft() {
        assertThatThrownBy(() -> publishing.draft(writer, Draft.text("x".repeat(501))))
                .isInstanceOf(Refusal.class);

        assertThat(announced).isEmpty();
    }

    @Test
    void answersARepeatedPublishWithTheSameId() {
        Id container = publishing.draft(writer, Draft.text("hello"));
        Id id = publishing.publish(writer, container).post();
        fixture.time.pass(Duration.ofDays(2));

        assertThat(publishing.publish(writer, container).post()).isEqualTo(id);
        assertThat(announced).hasSize(1);
    }

    @Test
    void refusesARepeatedPublishIfTheOperatorWantsSo() {
        PostSettings strict = Sketch.settings(PostSettings.REPEAT, PostSettings.Repeat.ERROR);
        Publishing publishing = town.publishing(strict, new PostRules() {}, new PostEvents() {});
        Id container = publishing.draft(writer, Draft.text("hello"));
        publishing.publish(writer, container);

        assertMissing(() -> publishing.publish(writer, container), container);
    }

    @Test
    void makesOnePostOfAContainerHoweverManyPublishItAtOnce() throws Exception {
        Id container = publishing.draft(writer, Draft.text("hello"));

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Id>> calls = Collections.nCopies(
                    16, () -> publishing.publish(writer, container).post());
            List<Id> answers = threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();

            assertThat(answers).hasSize(1);
            assertThat(announced).extracting(Post::id).contains(answers.getFirst());
            assertThat(posts(ann)).containsExactly(answers.getFirst());
        }
    }

    @Test
    void tellsAndAsksInTheSameTransaction() {
        Publishing refusing = publishing(new PostRules() {
            @Override
            public void publishing(Tx tx, Writer writer, Post post) {
                throw PostProblems.USER_RESTRICTED.refuse();
            }
        });
        Id container = refusing.draft(writer, Draft.text("hello"));

        assertThatThrownBy(() -> refusing.publish(writer, container)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> refusing.publishAtOnce(writer, Draft.text("hello")))
                .isInstanceOf(Refusal.class);
        assertThat(posts(ann)).isEmpty();
        assertThat(status(writer, container)).contains(Status.FINISHED);
        assertThat(publishing.publish(writer, container)).isNotNull();
    }

    @Test
    void asksOnceForEachPostOnly() {
        List<Id> asked = new ArrayList<>();
        Publishing counting = publishing(new PostRules() {
            @Override
            public void publishing(Tx tx, Writer writer, Post post) {
                asked.add(post.id());
            }
        });
        Id container = counting.draft(writer, Draft.text("hello"));
        Id id = counting.publish(writer, container).post();
        counting.publish(writer, container);

        assertThat(asked).containsExactly(id);
    }

    @Test
    void hidesContainersFromOthersAndOtherApps() {
        Id container = publishing.draft(writer, Draft.text("hello"));
        Writer stranger = Writer.through(demo, bob);
        Writer otherApp = Writer.through(fixture.ids.newOwner(Id.Kind.APP), ann);

        for (Writer other : List.of(stranger, otherApp, Writer.onTheWeb(ann))) {
            assertMissing(() -> publishing.publish(other, container), container);
            assertThat(publishing.container(other, container)).isEmpty();
        }
    }

    @Test
    void refusesWhatIsNoContainer() {
        Id post = publishing.publishAtOnce(writer, Draft.text("hello")).post();

        assertMissing(() -> publishing.publish(writer, post), post);
        assertMissing(() -> publishing.publish(writer, new Id(17)), new Id(17));
    }

    @Test
    void publishesUntilADayHasPassed() {
        Id early = publishing.draft(writer, Draft.text("early"));
        fixture.time.pass(Duration.ofSeconds(2));
        Id late = publishing.draft(writer, Draft.text("late"));
        fixture.time.pass(Duration.ofHours(24).minusSeconds(1));

        assertThat(status(writer, early)).contains(Status.EXPIRED);
        assertMissing(() -> publishing.publish(writer, early), early);
        assertThat(status(writer, late)).contains(Status.FINISHED);
        assertThat(publishing.publish(writer, late)).isNotNull();
    }

    @Test
    void tellsTheStatusForAWeek() {
        Id container = publishing.draft(writer, Draft.text("hello"));
        publishing.publish(writer, container);

        fixture.time.pass(Duration.ofDays(7).minusMillis(1));
        assertThat(status(writer, container)).contains(Status.PUBLISHED);
        fixture.time.pass(Duration.ofMillis(1));
        assertThat(status(writer, container)).isEmpty();
        assertMissing(() -> publishing.publish(writer, container), container);
    }

    @Test
    void forgetsContainersAfterAWeek() {
        Id old = publishing.draft(writer, Draft.text("old"));
        fixture.time.pass(Duration.ofDays(7));
        Id young = publishing.draft(writer, Draft.text("young"));
        publishing.forget();

        assertThat(kept(old)).isEmpty();
        assertThat(kept(young)).isPresent();
    }

    private static Spoiler.Entity spoiler(long offset, long length) {
        return new Spoiler.Entity("SPOILER", Optional.of(offset), Optional.of(length));
    }

    private Publishing publishing(PostRules rules) {
        PostEvents events = new PostEvents() {
            @Override
            public void published(Tx tx, Post post) {
                announced.add(post);
            }
        };
        return town.publishing(Town.SETTINGS, rules, events);
    }

    private Optional<Post> post(Id id) {
        return fixture.database.read(tx -> store.post(tx, id));
    }

    private Optional<Container> kept(Id id) {
        return fixture.database.read(tx -> store.container(tx, ann, id));
    }

    private List<Id> posts(Id author) {
        return fixture.database.read(tx -> new ListStore().byAuthor(tx, author, Window.newest(100))).stream()
                .map(Post::id)
                .toList();
    }

    private Optional<Status> status(Writer who, Id container) {
        return publishing.container(who, container).map(found -> found.status(fixture.time.instant()));
    }

    private static void assertMissing(ThrowingCallable call, Id id) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.problem().code()).isEqualTo(24);
            assertThat(refusal.problem().subcode()).hasValue(4279009);
            assertThat(refusal.problem().message()).isEqualTo("The requested resource does not exist");
            assertThat(refusal.problem().userTitle()).contains("Media Not Found");
            assertThat(refusal.problem().userMessage()).contains("The media with id " + id + " cannot be found.");
            assertThat(refusal.problem().passing()).isFalse();
        });
    }
}
