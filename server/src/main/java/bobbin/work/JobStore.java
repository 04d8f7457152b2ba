package bobbin.work;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;

/** The table {@code job}. */
final class JobStore {
    private static final RowMapper<Job> JOB = (row, _) -> new Job(
            id(row, "id"), row.getString("kind"), id(row, "subject"), row.getString("payload"), row.getInt("attempt"));

    void insert(Tx tx, Job job, Instant due) {
        tx.at(job.id()).update("""
                        insert into job (slot, id, kind, subject, payload, due_at, attempt)
                        values (:slot, :id, :kind, :subject, :payload, :due, :attempt)
                        on conflict (slot, id) do nothing
                        """).bindMethods(job).bind("due", due).execute();
    }

    /**
     * The jobs of these kinds that have waited longest. Over all slots, and without any lock: whoever claims first has it. Everybody sees them
     * in the same order, so that two who claim several do not wait for each other.
     */
    List<Id> due(Tx tx, Collection<String> kinds, int limit) {
        return tx.query("""
                        select id from job
                        where due_at <= :now and kind in (<kinds>)
                        order by due_at, slot, id
                        limit :limit
                        """)
                .bind("now", tx.now())
                .bindList("kinds", kinds)
                .bind("limit", limit)
                .map((row, _) -> id(row, "id"))
                .list();
    }

    /** Takes a job and keeps it from others until then; empty if another worker was faster. */
    Optional<Job> claim(Tx tx, Id id, Instant until) {
        return tx.at(id)
                .query("""
                        update job set due_at = :until, attempt = attempt + 1
                        where slot = :slot and id = :id and due_at <= :now
                        returning id, kind, subject, payload, attempt
                        """)
                .bind("id", id)
                .bind("now", tx.now())
                .bind("until", until)
                .map(JOB)
                .findOne();
    }

    /** Makes due at once what is held until then at the latest. */
    void letGo(Tx tx, Instant latest) {
        tx.update("update job set due_at = :now where attempt > 0 and due_at > :now and due_at <= :latest")
                .bind("now", tx.now())
                .bind("latest", latest)
                .execute();
    }

    /** Unless another worker has taken it over. */
    void delete(Tx tx, Job done) {
        tx.at(done.id())
                .update("delete from job where slot = :slot and id = :id and attempt = :attempt")
                .bind("id", done.id())
                .bind("attempt", done.attempt())
                .execute();
    }

    /** Unless another worker has taken it over. */
    void postpone(Tx tx, Job job, Instant due) {
        tx.at(job.id())
                .update("update job set due_at = :due where slot = :slot and id = :id and attempt = :attempt")
                .bind("id", job.id())
                .bind("attempt", job.attempt())
                .bind("due", due)
                .execute();
    }
}
