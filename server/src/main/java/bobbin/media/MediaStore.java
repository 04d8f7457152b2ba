package bobbin.media;

import static bobbin.sql.Rows.id;
import static bobbin.sql.Rows.one;
import static bobbin.sql.Rows.optionalLong;
import static bobbin.sql.Rows.optionalText;

import bobbin.base.Id;
import bobbin.media.Media.Kind;
import bobbin.media.Media.State;
import bobbin.sql.Tx;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** The table {@code media}. */
final class MediaStore {
    private static final String COLUMNS =
            "owner_id, id, kind, state, media_key, media_type, bytes, width, height, duration, digest, thumbnail, error";

    private static final RowMapper<Media> MEDIA = (row, _) -> new Media(
            id(row, "id"),
            id(row, "owner_id"),
            one(Kind.class, row, "kind"),
            one(State.class, row, "state"),
            file(row),
            optionalText(row, "error"));

    void insert(Tx tx, Media made, Optional<String> transcript, Instant expiresAt) {
        Update insert = tx.at(made.owner())
                .update("""
                insert into media (slot, expires_at, transcript, %s)
                values (:slot, :expiresAt, :transcript, :owner, :id, :kind, :state,
                    :key, :type, :bytes, :width, :height, :duration, :digest, :thumbnail, :error)
                """.formatted(COLUMNS))
                .bind("owner", made.owner())
                .bind("id", made.id())
                .bind("kind", made.kind())
                .bind("state", made.state())
                .bind("error", made.error())
                .bind("transcript", transcript)
                .bind("expiresAt", expiresAt);
        bind(insert, made.file()).execute();
    }

    /** Media of any owners, those that there are. */
    List<Media> find(Tx tx, Collection<Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : tx.query(
                                "select %s from media join (values <asked>) as asked on slot = asked.column1 and id = asked.column2"
                                        .formatted(COLUMNS))
                        .bindMethodsList("asked", Set.copyOf(ids), List.of("slot", "value"))
                        .map(MEDIA)
                        .list();
    }

    /** What may be shown to anybody who knows its name. */
    Optional<Media> shown(Tx tx, FileName name) {
        return tx.at(name.slot())
                .query("""
                select %s from media
                where slot = :slot and media_key = :key and state = 'FINISHED' and kind <> 'UPLOAD'
                    and dropped_at is null and withheld_at is null and (expires_at is null or expires_at > :now)
                """.formatted(COLUMNS))
                .bind("key", name.key())
                .bind("now", tx.now())
                .map(MEDIA)
                .findOne();
    }

    /** A file that this owner uploaded and that has not expired. */
    Optional<Media> upload(Tx tx, Id owner, FileName name) {
        return tx.at(owner)
                .query("""
                select %s from media
                where slot = :slot and media_key = :key and owner_id = :owner and kind = 'UPLOAD'
                    and dropped_at is null and expires_at > :now
                """.formatted(COLUMNS))
                .bind("owner", owner)
                .bind("key", name.key())
                .bind("now", tx.now())
                .map(MEDIA)
                .findOne();
    }

    /** Bytes of an owner's files that nothing shows yet. */
    long unpublished(Tx tx, Id owner) {
        return tx.at(owner).query("""
                select coalesce(sum(bytes), 0) from media
                where slot = :slot and owner_id = :owner and expires_at is not null and dropped_at is null
                """).bind("owner", owner).mapTo(Long.class).one();
    }

    /** Writes down under which name the files will lie, before they do; false if it is not to be made any more. */
    boolean begin(Tx tx, Media media, MediaFile file) {
        Update begin =
                tx.at(media.owner()).update("""
                update media set media_key = :key, media_type = :type, bytes = :bytes, width = :width, height = :height,
                    duration = :duration, digest = :digest, thumbnail = :thumbnail
                where slot = :slot and owner_id = :owner and id = :id and state = 'IN_PROGRESS' and dropped_at is null
                """).bind("owner", media.owner()).bind("id", media.id());
        return bind(begin, Optional.of(file)).execute() == 1;
    }

    /** Its files are there; false if another run was faster. */
    boolean finish(Tx tx, Media media, String key, String transcript) {
        return tx.at(media.owner())
                        .update("""
                        update media set state = 'FINISHED', transcript = :transcript
                        where slot = :slot and owner_id = :owner and id = :id and media_key = :key
                            and state = 'IN_PROGRESS' and dropped_at is null
                        """)
                        .bind("owner", media.owner())
                        .bind("id", media.id())
                        .bind("key", key)
                        .bind("transcript", transcript)
                        .execute()
                == 1;
    }

    /** Nothing will come of it; false if another run was faster. */
    boolean fail(Tx tx, Media media, String error, String transcript) {
        return tx.at(media.owner())
                        .update("""
                        update media set state = 'ERROR', error = :error, transcript = :transcript
                        where slot = :slot and owner_id = :owner and id = :id and state = 'IN_PROGRESS'
                        """)
                        .bind("owner", media.owner())
                        .bind("id", media.id())
                        .bind("error", error)
                        .bind("transcript", transcript)
                        .execute()
                == 1;
    }

    Optional<String> transcript(Tx tx, Id media) {
        return tx.at(media)
                .query("select transcript from media where slot = :slot and id = :id")
                .bind("id", media)
                .map((row, _) -> optionalText(row, "transcript"))
                .findOne()
                .flatMap(found -> found);
    }

    /** Until when it is kept without a post that shows it; empty for as long as there is one. False if it is not to be had any more. */
    boolean keepUntil(Tx tx, Id owner, Id id, Optional<Instant> time) {
        return tx.at(owner)
                        .update("""
                        update media set expires_at = :until
                        where slot = :slot and owner_id = :owner and id = :id and dropped_at is null
                            and (expires_at is null or expires_at > :now)
                        """)
                        .bind("owner", owner)
                        .bind("id", id)
                        .bind("until", time)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /** From now on nothing shows it; its files are removed later. */
    void drop(Tx tx, Id owner, Id id, Instant removedAt) {
        tx.at(owner)
                .update("""
                update media set dropped_at = :now, expires_at = :removedAt
                where slot = :slot and owner_id = :owner and id = :id and dropped_at is null
                """)
                .bind("owner", owner)
                .bind("id", id)
                .bind("now", tx.now())
                .bind("removedAt", removedAt)
                .execute();
    }

    /** The same for all that somebody has, also what was dropped before. */
    void dropAll(Tx tx, Id owner, Instant removedAt) {
        tx.at(owner)
                .update("""
                update media set dropped_at = coalesce(dropped_at, :now), expires_at = :removedAt
                where slot = :slot and owner_id = :owner
                """)
                .bind("owner", owner)
                .bind("now", tx.now())
                .bind("removedAt", removedAt)
                .execute();
    }

    /** Nothing of an owner is shown from then on; empty: it is again. */
    void withhold(Tx tx, Id owner, Optional<Instant> since) {
        tx.at(owner)
                .update("update media set withheld_at = :since where slot = :slot and owner_id = :owner")
                .bind("owner", owner)
                .bind("since", since)
                .execute();
    }

    /** What has expired, in the whole system. */
    List<Media> expired(Tx tx, int limit) {
        return tx.query("select %s from media where expires_at <= :now order by expires_at limit :limit"
                        .formatted(COLUMNS))
                .bind("now", tx.now())
                .bind("limit", limit)
                .map(MEDIA)
                .list();
    }

    /** Takes it away from whoever might still want to keep it; false if somebody did. */
    boolean claimExpired(Tx tx, Media media) {
        return tx.at(media.owner())
                        .update("""
                        update media set dropped_at = coalesce(dropped_at, :now)
                        where slot = :slot and owner_id = :owner and id = :id and expires_at <= :now
                        """)
                        .bind("owner", media.owner())
                        .bind("id", media.id())
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    void delete(Tx tx, Media media) {
        tx.at(media.owner())
                .update("delete from media where slot = :slot and owner_id = :owner and id = :id")
                .bind("owner", media.owner())
                .bind("id", media.id())
                .execute();
    }

    private static Update bind(Update update, Optional<MediaFile> file) {
        return update.bind("key", file.map(MediaFile::key))
                .bind("type", file.map(MediaFile::type))
                .bind("bytes", file.map(MediaFile::bytes))
                .bind("width", file.map(MediaFile::width))
                .bind("height", file.map(MediaFile::height))
                .bind("duration", file.flatMap(MediaFile::duration))
                .bind("digest", file.map(MediaFile::digest))
                .bind("thumbnail", file.flatMap(MediaFile::thumbnail));
    }

    private static Optional<MediaFile> file(ResultSet row) throws SQLException {
        Optional<String> key = optionalText(row, "media_key");
        if (key.isEmpty()) {
            return Optional.empty();
        }
        OptionalLong duration = optionalLong(row, "duration");
        OptionalLong thumbnail = optionalLong(row, "thumbnail");
        return Optional.of(new MediaFile(
                key.get(),
                one(FileType.class, row, "media_type"),
                row.getLong("bytes"),
                row.getInt("width"),
                row.getInt("height"),
                duration.isPresent() ? Optional.of(Duration.ofMillis(duration.getAsLong())) : Optional.empty(),
                row.getString("digest"),
                thumbnail.isPresent() ? Optional.of(thumbnail.getAsLong()) : Optional.empty()));
    }
}
