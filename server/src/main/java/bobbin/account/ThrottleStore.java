package bobbin.account;

import bobbin.sql.Rows;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The table {@code throttle}. */
final class ThrottleStore {

    /**
     * Uses one unit up: moves the moment of wholeness by a step, unless it would then be later than {@code latest}. False if so. One
     * statement, so that two tries at once are two tries.
     */
    boolean spend(Tx tx, String key, Duration step, Instant latest) {
        return tx.update("""
                        insert into throttle (throttle_key, whole_at) values (:key, :now + :step)
                        on conflict (throttle_key) do update
                        set whole_at = case when throttle.whole_at > :now then throttle.whole_at else :now end + :step
                        where throttle.whole_at + :step <= :latest
                        """)
                        .bind("key", key)
                        .bind("now", tx.now().toEpochMilli())
                        .bind("step", step.toMillis())
                        .bind("latest", latest.toEpochMilli())
                        .execute()
                == 1;
    }

    Optional<Instant> wholeAt(Tx tx, String key) {
        return tx.query("select whole_at from throttle where throttle_key = :key")
                .bind("key", key)
                .map((row, _) -> Rows.instant(row, "whole_at"))
                .findOne();
    }

    void giveBack(Tx tx, String key, Duration step) {
        tx.update("update throttle set whole_at = whole_at - :step where throttle_key = :key")
                .bind("key", key)
                .bind("step", step.toMillis())
                .execute();
    }

    void forget(Tx tx, String key) {
        tx.update("delete from throttle where throttle_key = :key")
                .bind("key", key)
                .execute();
    }

    /** Removes what is whole again, which means the same as no row. */
    void tidy(Tx tx) {
        tx.update("delete from throttle where whole_at <= :now")
                .bind("now", tx.now())
                .execute();
    }
}
