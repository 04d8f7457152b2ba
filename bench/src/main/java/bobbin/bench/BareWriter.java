package bobbin.bench;

import bobbin.sql.Database;
import bobbin.sql.DatabaseSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The database alone: what a publish must do at least, two durable transactions of one row each, without HTTP and without rules. */
final class BareWriter implements AutoCloseable {
    private final Database database;
    private final AtomicLong next = new AtomicLong();

    BareWriter(Path directory) {
        database = Database.open(
                new DatabaseSettings("", "", "", directory, 0, 4096, Duration.ofSeconds(5), true),
                InstantSource.system());
        database.change(tx -> tx.update(
                        "create table bare (slot bigint, id bigint, body text, primary key (slot, id)) without rowid")
                .execute());
    }

    Load.Client client() {
        return slot -> () -> {
            insert(slot);
            insert(slot);
        };
    }

    private void insert(int slot) {
        database.change(tx -> tx.at(slot)
                .update("insert into bare (slot, id, body) values (:slot, :id, :body)")
                .bind("id", next.incrementAndGet())
                .bind("body", "A thought of some length, as people have them")
                .execute());
    }

    @Override
    public void close() {
        database.close();
    }
}
