package bobbin.media;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.image.ImageRules;
import bobbin.media.Media.Kind;
import bobbin.media.Media.State;
import bobbin.sql.Database;
import bobbin.video.VideoRules;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Files that somebody uploads, so that containers can be made of them as if they had been fetched: an extension of ours. A file is kept for a
 * day, and only its owner can use it.
 */
public final class Uploads {
    private static final Duration LIFE = Duration.ofHours(24);
    private static final int BUFFER = 64 << 10;

    private final Database database;
    private final Ids ids;
    private final Storage storage;
    private final Incoming incoming;
    private final Room room;
    private final SecureRandom random = new SecureRandom();
    private final MediaStore store = new MediaStore();

    Uploads(Database database, Ids ids, Storage storage, Incoming incoming, Room room) {
        this.database = database;
        this.ids = ids;
        this.storage = storage;
        this.incoming = incoming;
        this.room = room;
    }

    /**
     * What was uploaded.
     *
     * @param path on the media host; what a container takes as {@code image_url} or {@code video_url} ends like this
     */
    public record Uploaded(String path, String mediaType, long bytes, Instant expiresAt) {}

    /** Takes a file: a JPEG or PNG image of at most 8 MB, or an MP4 or MOV video of at most 1 GB. Whether it is any good is not looked at. */
    public Uploaded take(Id owner, InputStream content) throws IOException {
        long left = room.require(owner);
        byte[] start = content.readNBytes(FileType.TELLING);
        FileType type = FileType.of(start).orElseThrow(MediaProblems.UPLOAD_FORMAT::refuse);
        long most = Math.min(left, type.isVideo() ? VideoRules.LARGEST : ImageRules.BYTES);
        Path path = incoming.place();
        try {
            MessageDigest digest = Digests.sha256();
            long bytes = write(new SequenceInputStream(new ByteArrayInputStream(start), content), path, digest, most);
            return keep(owner, file(owner, type, bytes, digest), path);
        } finally {
            Incoming.remove(path);
        }
    }

    private static long write(InputStream content, Path path, MessageDigest digest, long most) throws IOException {
        try (OutputStream file = new BufferedOutputStream(
                new DigestOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), digest), BUFFER)) {
            byte[] buffer = new byte[BUFFER];
            long bytes = 0;
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                bytes += read;
                if (bytes > most) {
                    throw MediaProblems.UPLOAD_TOO_LARGE.refuse();
                }
                file.write(buffer, 0, read);
            }
            return bytes;
        }
    }

    private MediaFile file(Id owner, FileType type, long bytes, MessageDigest digest) {
        return new MediaFile(
                FileName.newKey(owner, random),
                type,
                bytes,
                0,
                0,
                Optional.empty(),
                Digests.text(digest),
                Optional.empty());
    }

    private Uploaded keep(Id owner, MediaFile file, Path path) {
        Media upload = new Media(
                ids.next(Id.Kind.MEDIA, owner),
                owner,
                Kind.UPLOAD,
                State.FINISHED,
                Optional.of(file),
                Optional.empty());
        Instant expiresAt = database.write(tx -> {
            Instant end = tx.now().plus(LIFE);
            store.insert(tx, upload, Optional.empty(), end);
            return end;
        });
        try {
            storage.put(file.name(), file.type(), path);
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be kept", e);
        }
        return new Uploaded("/uploads/" + file.name(), file.type().mediaType(), file.bytes(), expiresAt);
    }
}
