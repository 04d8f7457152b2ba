package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Tx;
import java.util.Base64;
import java.util.Optional;

/** The table {@code picture}. */
final class PictureStore {

    void insert(Tx tx, Id account, String key, Picture picture) {
        tx.at(account)
                .update("""
                        insert into picture (slot, account_id, picture_key, media_type, content, made_at)
                        values (:slot, :account, :key, :type, :content, :now)
                        """)
                .bind("account", account)
                .bind("key", key)
                .bind("type", picture.mediaType())
                .bind("content", Base64.getEncoder().encodeToString(picture.bytes()))
                .bind("now", tx.now())
                .execute();
    }

    Optional<Picture> find(Tx tx, int slot, String key) {
        return tx.at(slot)
                .query("select media_type, content from picture where slot = :slot and picture_key = :key")
                .bind("key", key)
                .map((row, _) -> new Picture(
                        row.getString("media_type"), Base64.getDecoder().decode(row.getString("content"))))
                .findOne();
    }

    void removeAll(Tx tx, Id account) {
        tx.at(account)
                .update("delete from picture where slot = :slot and account_id = :account")
                .bind("account", account)
                .execute();
    }
}
