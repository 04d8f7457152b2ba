package bobbin.media;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.List;

/** The table {@code media_use}: which posts show which media. */
final class UseStore {
    void insert(Tx tx, Id owner, Id holder, Id media) {
        tx.at(owner)
                .update("""
                insert into media_use (slot, owner_id, holder_id, media_id) values (:slot, :owner, :holder, :media)
                on conflict (slot, owner_id, holder_id, media_id) do nothing
                """)
                .bind("owner", owner)
                .bind("holder", holder)
                .bind("media", media)
                .execute();
    }

    List<Id> heldBy(Tx tx, Id owner, Id holder) {
        return tx.at(owner)
                .query("""
                select media_id from media_use
                where slot = :slot and owner_id = :owner and holder_id = :holder
                """)
                .bind("owner", owner)
                .bind("holder", holder)
                .map((row, _) -> id(row, "media_id"))
                .list();
    }

    void deleteHolder(Tx tx, Id owner, Id holder) {
        tx.at(owner)
                .update("delete from media_use where slot = :slot and owner_id = :owner and holder_id = :holder")
                .bind("owner", owner)
                .bind("holder", holder)
                .execute();
    }

    void deleteAll(Tx tx, Id owner) {
        tx.at(owner)
                .update("delete from media_use where slot = :slot and owner_id = :owner")
                .bind("owner", owner)
                .execute();
    }

    boolean isUsed(Tx tx, Id owner, Id media) {
        return tx.at(owner)
                .query("""
                select 1 from media_use where slot = :slot and owner_id = :owner and media_id = :media limit 1
                """)
                .bind("owner", owner)
                .bind("media", media)
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }
}
