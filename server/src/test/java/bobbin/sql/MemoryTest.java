package bobbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.TestEngine;
import bobbin.base.Id;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MemoryTest {
    @RegisterExtension
    final Fixture fixture = new Fixture(TestEngine.SQLITE);

    private final Database database = fixture.database;
    private final Memory<Id, String> memory = Memory.of(database, 100, "word");
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Id bob = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private int reads;

    @BeforeEach
    void makeTables() {
        database.change(tx -> tx.update("create table word (slot bigint, owner bigint, text text)")
                .execute());
        database.change(
                tx -> tx.update("create table other (slot bigint, text text)").execute());
        insert(ann, "hers");
    }

    @Test
    void readsOnce() {
        assertThat(word(ann)).hasValue("hers");
        assertThat(word(ann)).hasValue("hers");

        assertThat(reads).isEqualTo(1);
        assertThat(memory.recall(ann.slot(), ann)).hasValue("hers");
    }

    @Test
    void keepsNoAbsence() {
        assertThat(word(bob)).isEmpty();

        insert(bob, "his");

        assertThat(word(bob)).hasValue("his");
    }

    @Test
    void forgetsWhatIsWrittenInItsSlot() {
        word(ann);

        update(database, "better");

        assertThat(memory.recall(ann.slot(), ann)).isEmpty();
        assertThat(word(ann)).hasValue("better");
    }

    @Test
    void forgetsEverythingOfATableThatIsWrittenWithoutASlot() {
        word(ann);

        database.change(tx -> tx.update("update word set text = 'same for all'").execute());

        assertThat(word(ann)).hasValue("same for all");
    }

    @Test
    void keepsWhatIsWrittenElsewhereLeavesAlone() {
        word(ann);

        insert(bob, "his");
        database.change(tx -> tx.at(ann)
                .update("insert into other (slot, text) values (:slot, 'x')")
                .execute());

        assertThat(memory.recall(ann.slot(), ann)).hasValue("hers");
    }

    @Test
    void forgetsWhatAnotherProcessHasWritten() {
        word(ann);

        try (Database command = Database.join(fixture.settings, fixture.time)) {
            update(command, "theirs");
        }
        database.change(_ -> {}); // a write sees foreign writes exactly

        assertThat(word(ann)).hasValue("theirs");
    }

    @Test
    void seesItsOwnWritesInATransactionThatWrites() {
        word(ann);

        Optional<String> seen = database.write(tx -> {
            tx.at(ann).update("update word set text = 'new' where slot = :slot").execute();
            return word(tx, ann);
        });

        assertThat(seen).hasValue("new");
    }

    @Test
    void isNotFooledByAWriteDuringARead() {
        Optional<String> old = database.read(tx -> memory.recall(tx, ann.slot(), ann, () -> {
            Optional<String> before = read(tx, ann);
            elsewhere(() -> update(database, "meanwhile"));
            return before;
        }));

        assertThat(old).hasValue("hers");
        assertThat(word(ann)).hasValue("meanwhile");
    }

    @Test
    void keepsNothingOfWhatFailed() {
        assertThatThrownBy(() -> database.read(tx -> {
                    word(tx, ann);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(memory.recall(ann.slot(), ann)).isEmpty();
    }

    @Test
    void readsOnlyThoseOfManyThatItDoesNotKnow() {
        insert(bob, "his");
        word(ann);
        reads = 0;

        Map<Id, String> words = database.read(tx -> memory.recallAll(tx, List.of(ann, bob), Id::slot, missing -> {
            assertThat(missing).containsExactly(bob);
            return missing.stream()
                    .collect(Collectors.toMap(id -> id, id -> read(tx, id).orElseThrow()));
        }));

        assertThat(words).isEqualTo(Map.of(ann, "hers", bob, "his"));
        assertThat(memory.recall(bob.slot(), bob)).hasValue("his");
    }

    private Optional<String> word(Id owner) {
        return database.read(tx -> word(tx, owner));
    }

    private Optional<String> word(Tx tx, Id owner) {
        return memory.recall(tx, owner.slot(), owner, () -> read(tx, owner));
    }

    private Optional<String> read(Tx tx, Id owner) {
        reads++;
        return tx.at(owner)
                .query("select text from word where slot = :slot and owner = :owner")
                .bind("owner", owner)
                .mapTo(String.class)
                .findOne();
    }

    private void insert(Id owner, String text) {
        database.change(tx -> tx.at(owner)
                .update("insert into word (slot, owner, text) values (:slot, :owner, :text)")
                .bind("owner", owner)
                .bind("text", text)
                .execute());
    }

    private void update(Database through, String text) {
        through.change(tx -> tx.at(ann)
                .update("update word set text = :text where slot = :slot")
                .bind("text", text)
                .execute());
    }

    private static void elsewhere(Runnable work) {
        try {
            Thread.ofVirtual().start(work).join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
