package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands although several people act at once. */
class RoleRacesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final AppSettings settings = AppSettings.from(Setting::standard);
    private final People people = new People(fixture);
    private final Id dan = people.join("dan");
    private final Id ann = people.join("ann");
    private final Actor owner = Actor.person(dan);
    private final Apps apps = new Apps(fixture.database, fixture.ids, new OperatorKey("k".repeat(32)), settings);
    private final Roles roles = new Roles(fixture.database, people.accounts, settings);
    private final Id demo = apps.create(owner, dan, "Demo").id();

    @Test
    void countsRightWhenManyAreInvitedAtOnce() throws Exception {
        List.of("bob", "cleo", "eve").forEach(people::join);
        AppSettings small =
                new AppSettings(App.Mode.LIVE, Access.ADVANCED, 25, 1, List.of(), "Menlo Park", true, false);
        Roles few = new Roles(fixture.database, people.accounts, small);

        assertThat(successes(Stream.of("ann", "bob", "cleo", "eve")
                        .map(name -> call(() -> few.invite(owner, demo, name, Role.THREADS_TESTER)))
                        .toList()))
                .isEqualTo(1);
    }

    @Test
    void isAcceptedOnceInARace() throws Exception {
        roles.invite(owner, demo, "ann", Role.TESTER);

        assertThat(successes(Collections.nCopies(8, call(() -> roles.accept(ann, demo, Role.TESTER)))))
                .isEqualTo(1);
        assertThat(roles.of(ann)).hasSize(1);
    }

    @Test
    void isEitherAcceptedOrTakenBackInARaceAndTheSameOnBothSides() throws Exception {
        roles.invite(owner, demo, "ann", Role.TESTER);

        successes(List.of(
                call(() -> roles.accept(ann, demo, Role.TESTER)),
                call(() -> roles.remove(owner, demo, ann, Role.TESTER))));

        assertThat(roles.of(ann)).isEmpty();
        assertThat(members()).isEqualTo(1);
    }

    @Test
    void keepsOneAdministratorWhenTwoLeaveAtOnce() throws Exception {
        roles.invite(owner, demo, "ann", Role.ADMIN);
        roles.accept(ann, demo, Role.ADMIN);

        assertThat(successes(List.of(
                        call(() -> roles.leave(dan, demo, Role.ADMIN)),
                        call(() -> roles.leave(ann, demo, Role.ADMIN)))))
                .isEqualTo(1);
        assertThat(members()).isEqualTo(1);
    }

    private int members() {
        return roles.members(Actor.OPERATOR, demo).size();
    }

    private static Callable<Boolean> call(Runnable verb) {
        return () -> {
            verb.run();
            return true;
        };
    }

    private static long successes(List<Callable<Boolean>> calls) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream()
                    .filter(call -> call.state() == Future.State.SUCCESS)
                    .count();
        }
    }
}
