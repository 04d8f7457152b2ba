package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.base.Setting;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The numbers by which apps know people (01 §6). */
class ScopedIdsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id bob = fixture.ids.next(Id.Kind.ACCOUNT, ann);
    private final Id demo = fixture.ids.newOwner(Id.Kind.APP);
    private final Id other = fixture.ids.newOwner(Id.Kind.APP);
    private final ScopedIds scopedIds = new ScopedIds(fixture.database, AppSettings.from(Setting::standard));

    @Test
    void staysTheSameForOneAppAndPerson() {
        ScopedId id = scopedIds.of(demo, ann);

        assertThat(scopedIds.of(demo, ann)).isEqualTo(id);
        ScopedId again = fixture.database.write(tx -> scopedIds.of(tx, demo, ann));
        assertThat(again).isEqualTo(id);
        assertThat(id.slot()).isEqualTo(ann.slot());
    }

    @Test
    void isAnotherOneForAnotherAppOrPerson() {
        Set<ScopedId> ids = Set.of(scopedIds.of(demo, ann), scopedIds.of(other, ann), scopedIds.of(demo, bob));

        assertThat(ids).hasSize(3);
    }

    @Test
    void leadsBackToThePersonForThatAppOnly() {
        ScopedId id = scopedIds.of(demo, ann);

        assertThat(account(demo, id)).contains(ann);
        assertThat(account(other, id)).isEmpty();
        assertThat(account(demo, new ScopedId(8305417719026651L))).isEmpty();
    }

    @Test
    void isNotMadeByLooking() {
        Optional<ScopedId> known = fixture.database.read(tx -> scopedIds.find(tx, demo, ann));

        assertThat(known).isEmpty();
    }

    @Test
    void isOneForAllAppsWhereTheOperatorSaysSo() {
        ScopedId before = scopedIds.of(demo, ann);
        ScopedIds shared = new ScopedIds(
                fixture.database,
                new AppSettings(App.Mode.LIVE, Access.ADVANCED, 25, 0, List.of(), "Menlo Park", false, false));

        ScopedId id = shared.of(demo, ann);

        assertThat(shared.of(other, ann)).isEqualTo(id).isNotEqualTo(before);
        assertThat(shared.account(demo, id)).contains(ann);
        assertThat(shared.account(other, id)).contains(ann);
        assertThat(shared.account(demo, before)).as("given out before").contains(ann);
        assertThat(shared.account(other, before)).isEmpty();
    }

    @Test
    void isMadeOnceWhenSeveralAskAtOnce() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<ScopedId>> calls = Collections.nCopies(16, () -> scopedIds.of(demo, ann));
            Set<ScopedId> ids =
                    threads.invokeAll(calls).stream().map(Future::resultNow).collect(Collectors.toSet());

            assertThat(ids).containsExactly(scopedIds.of(demo, ann));
        }
    }

    @Test
    void isDrawnAgainIfItBelongsToSomebodyElse() {
        Queue<Long> drawn = new ArrayDeque<>(List.of(300_000_000_000L, 300_000_000_000L, 300_000_000_001L));
        ScopedIds loaded = new ScopedIds(fixture.database, AppSettings.from(Setting::standard), new Drawn(drawn));

        ScopedId first = loaded.of(demo, ann);
        ScopedId second = loaded.of(demo, bob);

        assertThat(second).isNotEqualTo(first);
        assertThat(drawn).isEmpty();
    }

    @Test
    void givesUpInAFullSlotInsteadOfDrawingForEver() {
        ScopedIds stuck = new ScopedIds(
                fixture.database,
                AppSettings.from(Setting::standard),
                new Drawn(new ArrayDeque<>(Collections.nCopies(1000, 300_000_000_000L))));
        stuck.of(demo, ann);

        assertThatThrownBy(() -> stuck.of(demo, bob)).hasMessageContaining("No free scoped id");
    }

    @Test
    void isGivenToManyAtOnce() {
        ScopedId known = scopedIds.of(demo, ann);

        var ids = scopedIds.of(demo, List.of(bob, ann));

        assertThat(ids).containsOnlyKeys(ann, bob).containsEntry(ann, known);
        assertThat(scopedIds.of(demo, bob)).isEqualTo(ids.get(bob));
    }

    private Optional<Id> account(Id app, ScopedId id) {
        return scopedIds.account(app, id);
    }

    /** Chance that follows a list. */
    private record Drawn(Queue<Long> numbers) implements RandomGenerator {
        @Override
        public long nextLong() {
            return numbers.remove();
        }

        @Override
        public long nextLong(long origin, long bound) {
            return numbers.remove();
        }
    }
}
