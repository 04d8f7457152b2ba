package bobbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jdbi.v3.core.result.ResultIterable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TxTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Database database = fixture.database;
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id bob = fixture.ids.newOwner(Id.Kind.ACCOUNT);

    @BeforeEach
    void makeATable() {
        database.change(tx -> tx.update("""
                create table thing (slot bigint, owner bigint, id bigint, text text, number double precision, made_at bigint,
                    length bigint, day text, colour text, other bigint, deleted_at bigint, note text, until text, tint text,
                    few bigint, many bigint, primary key (slot, owner, id))
                """).execute());
    }

    @Test
    void keepsEveryKindOfValue() {
        Thing full = thing("Grüße 🧵 <b> :not a parameter ?");

        insert(full);

        assertThat(things(ann)).containsExactly(full);
    }

    @Test
    void keepsWhatIsMissing() {
        Thing bare = thing("").withoutOptionals();

        insert(bare);

        assertThat(things(ann)).containsExactly(bare);
    }

    @Test
    void findsByAListOfIds() {
        Thing first = insert(thing("first"));
        insert(thing("second"));
        Thing third = insert(thing("third"));

        List<Thing> found = database.read(tx -> tx.at(ann)
                .query("select * from thing where slot = :slot and id in (<ids>) order by id")
                .bindList("ids", List.of(first.id(), third.id()))
                .map(Thing.MAPPER)
                .list());

        assertThat(found).containsExactly(first, third);
    }

    @Test
    void bindsTheSlotOfTheOwner() {
        insert(thing("hers"));

        assertThat(things(bob)).isEmpty();
    }

    @Test
    void refusesAStatementThatForgetsTheSlot() {
        assertThatThrownBy(() -> database.read(tx -> tx.at(ann)
                        .query("select * from thing")
                        .map(Thing.MAPPER)
                        .list()))
                .hasMessageContaining("slot");
    }

    @Test
    void answersWithWhatItInserted() {
        Id id = database.write(tx -> tx.at(ann)
                .query("insert into thing (slot, owner, id) values (:slot, :ann, :id) returning id")
                .bind("ann", ann)
                .bind("id", fixture.ids.next(Id.Kind.EVENT, ann))
                .map((row, _) -> Rows.id(row, "id"))
                .one());

        assertThat(id.slot()).isEqualTo(ann.slot());
    }

    @Test
    void standsStillInTime() {
        fixture.time.set(Instant.parse("2026-02-03T04:05:06.789123Z"));

        database.change(tx -> {
            fixture.time.pass(Duration.ofHours(1));

            assertThat(tx.now()).isEqualTo(Instant.parse("2026-02-03T04:05:06.789Z"));
        });
    }

    @Test
    void refusesATransactionInsideATransaction() {
        assertThatThrownBy(() -> database.write(_ -> database.read(Tx::now)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open already");
        assertThatThrownBy(() -> database.read(_ -> database.write(Tx::now)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("open already");
    }

    @Test
    void runsEffectsInOrderOnceTheTransactionIsCommittedAndItsConnectionGivenBack() {
        List<String> seen = new ArrayList<>();

        database.change(tx -> {
            tx.afterCommit(() -> seen.add("first"));
            tx.afterCommit(() -> database.change(_ -> seen.add("writes again")));
            tx.afterCommit(() -> {
                throw new IllegalStateException("an effect that fails");
            });
            tx.afterCommit(() -> seen.add("sees " + things(ann).size()));
            insert(tx, thing("made"));
            seen.add("work");
        });

        assertThat(seen).containsExactly("work", "first", "writes again", "sees 1");
    }

    @Test
    void runsNoEffectOfAWorkThatFails() {
        List<String> seen = new ArrayList<>();

        assertThatThrownBy(() -> database.change(tx -> {
                    tx.afterCommit(() -> seen.add("effect"));
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(seen).isEmpty();
    }

    @Test
    void letsGoOfAStreamThatWasNotReadToItsEnd() {
        insert(thing("first"));
        insert(thing("second"));

        for (int i = 0; i < 20; i++) {
            assertThat(database.<Optional<Thing>>read(
                            tx -> tx.at(ann).query("select * from thing where slot = :slot").map(Thing.MAPPER).stream()
                                    .findFirst()))
                    .isPresent();
        }
        database.change(tx -> tx.update("drop table thing").execute());
    }

    @Test
    void runsTheSameStatementInsideItself() {
        insert(thing("first"));
        insert(thing("second"));

        int pairs = database.read(tx -> {
            int count = 0;
            try (var outer = of(tx).stream()) {
                for (Thing _ : (Iterable<Thing>) outer::iterator) {
                    count += of(tx).list().size();
                }
            }
            return count;
        });

        assertThat(pairs).isEqualTo(4);
    }

    @Test
    void saysWhichStatementFailedButNotWithWhichValues() {
        assertThatThrownBy(() -> database.change(tx -> tx.update("delete from nowhere where secret = :s")
                        .bind("s", "pst!")
                        .execute()))
                .hasMessageContaining("delete from nowhere")
                .hasMessageNotContaining("pst!");
    }

    @Test
    void readsLongOnItsOwnThreads() {
        insert(thing("found"));

        int found = database.readLong(tx -> of(tx).list().size());
        assertThat(found).isEqualTo(1);
        assertThatThrownBy(() -> database.readLong(_ -> {
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private ResultIterable<Thing> of(Tx tx) {
        return tx.at(ann)
                .query("select * from thing where slot = :slot order by id")
                .map(Thing.MAPPER);
    }

    private Thing thing(String text) {
        Instant now = fixture.time.instant();
        return new Thing(
                ann,
                fixture.ids.next(Id.Kind.EVENT, ann),
                text,
                0.1,
                now,
                Duration.ofMillis(1500),
                LocalDate.of(2026, 1, 31),
                Thing.Colour.GREEN,
                Optional.of(bob),
                Optional.of(now.plusMillis(1)),
                Optional.of("a note"),
                Optional.of(LocalDate.of(2027, 1, 1)),
                Optional.of(Thing.Colour.RED),
                OptionalInt.of(3),
                OptionalLong.of(Long.MAX_VALUE));
    }

    private Thing insert(Thing thing) {
        database.change(tx -> insert(tx, thing));
        return thing;
    }

    private static void insert(Tx tx, Thing thing) {
        tx.at(thing.owner()).update("""
                        insert into thing (slot, owner, id, text, number, made_at, length, day, colour, other, deleted_at, note, until,
                            tint, few, many)
                        values (:slot, :owner, :id, :text, :number, :madeAt, :length, :day, :colour, :other, :deletedAt, :note, :until,
                            :tint, :few, :many)
                        """).bindMethods(thing).execute();
    }

    private List<Thing> things(Id owner) {
        return database.read(tx -> tx.at(owner)
                .query("select * from thing where slot = :slot and owner = :owner order by id")
                .bind("owner", owner)
                .map(Thing.MAPPER)
                .list());
    }
}
