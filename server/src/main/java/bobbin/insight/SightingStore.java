package bobbin.insight;

import bobbin.base.Id;
import bobbin.insight.Happening.Noted;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The table {@code sighting}: when somebody's view of a post on a surface counted last, and when their share of it did. */
final class SightingStore {

    /** Notes a view or a share; false if one of the same watcher counted, on the same surface, within that time. */
    boolean note(Tx tx, Id author, Id post, Noted noted, Duration within) {
        return tx.at(author)
                        .update("""
                        insert into sighting (slot, author_id, post_id, watcher, surface, seen_at)
                        values (:slot, :author, :post, :watcher, :surface, :at)
                        on conflict (slot, author_id, post_id, watcher, surface) do update set seen_at = excluded.seen_at
                        where sighting.seen_at <= :before
                        """)
                        .bind("author", author)
                        .bind("post", post)
                        .bind("watcher", noted.watcher().key())
                        .bind("surface", noted.kind())
                        .bind("at", noted.at())
                        .bind("before", noted.at().minus(within))
                        .execute()
                == 1;
    }

    void deleteOf(Tx tx, Id author, Id post) {
        tx.at(author)
                .update("delete from sighting where slot = :slot and author_id = :author and post_id = :post")
                .bind("author", author)
                .bind("post", post)
                .execute();
    }

    void deleteOf(Tx tx, Id author) {
        tx.at(author)
                .update("delete from sighting where slot = :slot and author_id = :author")
                .bind("author", author)
                .execute();
    }

    /** The slots with sightings from before that moment. Looks at all of them. */
    List<Integer> slotsBefore(Tx tx, Instant moment) {
        return tx.query("select distinct slot from sighting where seen_at < :moment")
                .bind("moment", moment)
                .mapTo(Integer.class)
                .list();
    }

    void deleteBefore(Tx tx, int slot, Instant moment) {
        tx.at(slot)
                .update("delete from sighting where slot = :slot and seen_at < :moment")
                .bind("moment", moment)
                .execute();
    }
}
