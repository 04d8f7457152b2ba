package bobbin.preview;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The tables {@code preview}, {@code preview_use} and {@code preview_picture}. */
final class PreviewStore {

    /** Where what is known of an address lives. */
    public record Place(int slot, String key) {
        static Place of(String key) {
            return new Place(Address.slot(key), key);
        }
    }

    void use(Tx tx, Address address, Id post) {
        tx.at(address.slot())
                .update("""
                        insert into preview_use (slot, address_key, post_id) values (:slot, :key, :post)
                        on conflict (slot, address_key, post_id) do nothing
                        """)
                .bind("key", address.key())
                .bind("post", post)
                .execute();
    }

    /**
     * Sets out to fetch an address; false if somebody did.
     *
     * @param stale what was fetched before is fetched again
     * @param failed what was tried in vain before is tried again
     */
    boolean ask(Tx tx, Address address, Instant stale, Instant failed) {
        return tx.at(address.slot())
                        .update("""
                        insert into preview (slot, address_key, asked_at) values (:slot, :key, :now)
                        on conflict (slot, address_key) do update set asked_at = :now
                        where preview.asked_at < :failed
                          and (preview.fetched_at is null or preview.fetched_at < :stale)
                        """)
                        .bind("key", address.key())
                        .bind("now", tx.now())
                        .bind("stale", stale)
                        .bind("failed", failed)
                        .execute()
                == 1;
    }

    /** Keeps what was found; does nothing if no post has the link any more. */
    void keep(Tx tx, Address address, Head head, Optional<Picture> picture) {
        int kept = tx.at(address.slot())
                .update("""
                        update preview set fetched_at = :now, title = :title, description = :description, site = :site,
                            picture_key = :picture
                        where slot = :slot and address_key = :key
                        """)
                .bind("key", address.key())
                .bind("now", tx.now())
                .bind("title", head.title())
                .bind("description", head.description())
                .bind("site", head.site())
                .bind("picture", picture.map(Picture::name))
                .execute();
        removePicture(tx, address);
        picture.filter(_ -> kept == 1).ifPresent(made -> insertPicture(tx, address, made));
    }

    private static void insertPicture(Tx tx, Address address, Picture picture) {
        tx.at(address.slot())
                .update("""
                        insert into preview_picture (slot, address_key, picture_key, media_type, content)
                        values (:slot, :key, :name, :type, :content)
                        """)
                .bind("key", address.key())
                .bind("name", picture.name())
                .bind("type", picture.mediaType())
                .bind("content", Base64.getEncoder().encodeToString(picture.bytes()))
                .execute();
    }

    private static void removePicture(Tx tx, Address address) {
        tx.at(address.slot())
                .update("delete from preview_picture where slot = :slot and address_key = :key")
                .bind("key", address.key())
                .execute();
    }

    /** The post has the link no more; who was the last takes the preview along. */
    void leave(Tx tx, Address address, Id post) {
        tx.at(address.slot())
                .update("delete from preview_use where slot = :slot and address_key = :key and post_id = :post")
                .bind("key", address.key())
                .bind("post", post)
                .execute();
        int gone = tx.at(address.slot()).update("""
                        delete from preview where slot = :slot and address_key = :key
                        and not exists (select 1 from preview_use where slot = :slot and address_key = :key)
                        """).bind("key", address.key()).execute();
        if (gone > 0) {
            removePicture(tx, address);
        }
    }

    /** The posts that have the link. */
    List<Id> posts(Tx tx, Address address, Window window) {
        return tx.at(address.slot())
                .query("""
                        select post_id from preview_use
                        where slot = :slot and address_key = :key and post_id > :above and post_id < :below
                        order by post_id %s limit :fetch
                        """.formatted(window.order()))
                .bind("key", address.key())
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch())
                .map((row, _) -> id(row, "post_id"))
                .list();
    }

    boolean isWanted(Tx tx, Address address) {
        return tx.at(address.slot())
                .query("select 1 from preview_use where slot = :slot and address_key = :key limit 1")
                .bind("key", address.key())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** By key. */
    Map<String, Preview> find(Tx tx, Collection<String> keys) {
        return keys.isEmpty()
                ? Map.of()
                : tx
                        .query("""
                        select address_key, title, description, site, picture_key
                        from preview join (values <asked>) as asked on slot = asked.column1 and address_key = asked.column2
                        where fetched_at is not null
                        """)
                        .bindMethodsList(
                                "asked", keys.stream().distinct().map(Place::of).toList(), List.of("slot", "key"))
                        .map((row, _) -> Map.entry(
                                row.getString("address_key"),
                                new Preview(
                                        row.getString("title"),
                                        Optional.ofNullable(row.getString("description")),
                                        Optional.ofNullable(row.getString("site")),
                                        Optional.ofNullable(row.getString("picture_key"))
                                                .map(Previews::path))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Picture> picture(Tx tx, String key, String name) {
        return tx.at(Address.slot(key))
                .query("""
                        select media_type, content from preview_picture
                        where slot = :slot and address_key = :key and picture_key = :name
                        """)
                .bind("key", key)
                .bind("name", name)
                .map((row, _) -> new Picture(
                        name, row.getString("media_type"), Base64.getDecoder().decode(row.getString("content"))))
                .findOne();
    }
}
