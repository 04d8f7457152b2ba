package bobbin.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DatabaseTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Database database = fixture.database;
    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);

    @BeforeEach
    void makeATable() {
        database.change(tx -> tx.update("create table note (slot bigint, id bigint, text text, primary key (slot, id))")
                .execute());
    }

    @Test
    void keepsWhatIsWritten() {
        Id id = note("hello");

        assertThat(text(id)).isEqualTo("hello");
    }

    @Test
    void keepsNothingOfAWorkThatFails() {
        assertThatThrownBy(() -> database.write(tx -> {
                    insert(tx, fixture.ids.next(Id.Kind.EVENT, ann), "lost");
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no");

        assertThat(count()).isZero();
    }

    @Test
    void tellsADuplicate() {
        Id id = note("first");

        assertThatThrownBy(() -> database.change(tx -> insert(tx, id, "second")))
                .isInstanceOf(Duplicate.class);

        assertThat(text(id)).isEqualTo("first");
    }

    @Test
    void runsAWorkOnceMoreAfterADuplicate() {
        Id taken = note("first");
        List<Id> tried = new ArrayList<>(List.of(taken, fixture.ids.next(Id.Kind.EVENT, ann)));

        database.change(tx -> insert(tx, tried.removeFirst(), "second"));

        assertThat(count()).isEqualTo(2);
    }

    @Test
    void decidesARaceByOneConditionalUpdate() throws Exception {
        Id id = note("open");
        Callable<Integer> take = () -> database.write(tx -> tx.at(ann)
                .update("update note set text = 'taken' where slot = :slot and id = :id and text = 'open'")
                .bind("id", id)
                .execute());

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            int taken = threads.invokeAll(Collections.nCopies(8, take)).stream()
                    .mapToInt(Future::resultNow)
                    .sum();

            assertThat(taken).isEqualTo(1);
        }
    }

    private Id note(String text) {
        return database.write(tx -> {
            Id id = fixture.ids.next(Id.Kind.EVENT, ann);
            insert(tx, id, text);
            return id;
        });
    }

    private void insert(Tx tx, Id id, String text) {
        tx.at(ann)
                .update("insert into note (slot, id, text) values (:slot, :id, :text)")
                .bind("id", id)
                .bind("text", text)
                .execute();
    }

    private String text(Id id) {
        return database.read(tx -> tx.at(ann)
                .query("select text from note where slot = :slot and id = :id")
                .bind("id", id)
                .mapTo(String.class)
                .one());
    }

    private int count() {
        return database.read(
                tx -> tx.query("select count(*) from note").mapTo(Integer.class).one());
    }
}
