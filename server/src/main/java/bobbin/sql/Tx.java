package bobbin.sql;

import bobbin.base.Id;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.Update;

/**
 * An open transaction: statements and one moment. Statements are SQL with named parameters ({@code :author}); {@code Id}, {@code Instant}
 * (milliseconds), {@code Duration} (milliseconds), {@code LocalDate} (text), enums (by name) and {@code Optional}s of all these are bound
 * as they are. {@code bindMethods} binds the components of a record, if the record is public.
 *
 * <p>A failed statement ends the transaction: nobody may catch its exception inside and go on, because PostgreSQL does not.
 */
public final class Tx {
    private final Handle handle;
    private final Instant now;
    private final boolean writes;
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<OwnWrites.Write> written = new ArrayList<>();

    Tx(Handle handle, Instant now, boolean writes) {
        this.handle = handle;
        this.now = now;
        this.writes = writes;
    }

    /** The time of this transaction, in whole milliseconds. It does not move while the transaction is open. */
    public Instant now() {
        return now;
    }

    /** Statements on what this account or app owns; any id that carries the owner's slot will do. */
    public At at(Id owner) {
        return at(owner.slot());
    }

    /** Statements on the rows of one slot, 0 to 4095. */
    public At at(int slot) {
        return new At(slot);
    }

    /** A query on tables that belong to nobody, such as the one that holds all user names. */
    public Query query(String sql) {
        note(sql, OwnWrites.EVERYWHERE);
        return handle.createQuery(sql);
    }

    /** A change of tables that belong to nobody, such as the one that holds all user names. */
    public Update update(String sql) {
        note(sql, OwnWrites.EVERYWHERE);
        return handle.createUpdate(sql);
    }

    /**
     * Many changes by one statement of tables that belong to nobody, sent together: bind the parameters of a row, {@code add()} it, and
     * {@code execute()} them all at the end.
     */
    public PreparedBatch batch(String sql) {
        note(sql, OwnWrites.EVERYWHERE);
        return handle.prepareBatch(sql);
    }

    /**
     * Runs this once the transaction is committed and its connection is given back, in the order of asking, on the caller's thread. Not
     * run if the transaction fails. A failure of it is logged and has no other effect, because what is committed is committed.
     */
    public void afterCommit(Runnable effect) {
        afterwards.add(effect);
    }

    List<Runnable> afterwards() {
        return afterwards;
    }

    /** Whether this is no mere reading. */
    boolean writes() {
        return writes;
    }

    /** The changes that were asked for. */
    List<OwnWrites.Write> written() {
        return written;
    }

    /** A change may also be asked for as a query, for what it returns. */
    private void note(String sql, int slot) {
        if (!sql.startsWith("select")) {
            written.add(new OwnWrites.Write(sql, slot));
        }
    }

    /** Statements with {@code :slot} bound. They must use it: a statement without {@code :slot} is refused. */
    public final class At {
        private final int slot;

        private At(int slot) {
            this.slot = slot;
        }

        public Query query(String sql) {
            note(sql, slot);
            return handle.createQuery(sql).bind("slot", slot);
        }

        public Update update(String sql) {
            note(sql, slot);
            return handle.createUpdate(sql).bind("slot", slot);
        }
    }
}
