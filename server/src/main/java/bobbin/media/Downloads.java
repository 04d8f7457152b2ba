package bobbin.media;

import static java.util.stream.Collectors.joining;

import bobbin.base.Id;
import bobbin.fetch.Bounds;
import bobbin.fetch.FetchFailed;
import bobbin.fetch.Fetched;
import bobbin.fetch.Fetcher;
import bobbin.fetch.Hop;
import bobbin.fetch.Verdict;
import bobbin.image.Fault;
import bobbin.image.Images;
import bobbin.media.Media.Kind;
import bobbin.sql.Database;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings files here, wherever a client says they are: from another server, or from what was uploaded to us. Never holds one in memory. */
final class Downloads {
    /** What we answer to an upload, whatever our hosts are called: the name alone proves that it is ours. */
    private static final Pattern UPLOADED = Pattern.compile("/uploads/([^/]+)");

    private static final int BUFFER = 64 << 10;

    private final Fetcher fetcher;
    private final Database database;
    private final Storage storage;
    private final Incoming incoming;
    private final Lane lane = new Lane();
    private final MediaStore store = new MediaStore();

    Downloads(Fetcher fetcher, Database database, Storage storage, Incoming incoming) {
        this.fetcher = fetcher;
        this.database = database;
        this.storage = storage;
        this.incoming = incoming;
    }

    /**
     * Brings a file.
     *
     * @throws Flaw.Found if it does not come, or not within the bounds
     */
    Loaded load(Id owner, MediaSource source, Bounds bounds) {
        Path path = incoming.place();
        try {
            return uploaded(source)
                    .map(name -> copy(owner, source, name, path))
                    .orElseGet(() -> fetch(source, bounds, path));
        } catch (RuntimeException e) {
            Incoming.remove(path);
            throw e;
        }
    }

    private static Optional<FileName> uploaded(MediaSource source) {
        Matcher path =
                UPLOADED.matcher(Optional.ofNullable(source.url().getPath()).orElse(""));
        return path.matches() ? FileName.parse(path.group(1)) : Optional.empty();
    }

    private Loaded copy(Id owner, MediaSource source, FileName name, Path path) {
        MediaFile file = database.read(tx -> store.upload(tx, owner, name))
                .flatMap(Media::file)
                .orElseThrow(() -> notFetched(source, false, "uploaded=gone"));
        try {
            storage.retrieve(file.name(), path);
            return new Loaded(path, file.bytes(), file.digest(), "uploaded=" + file.bytes());
        } catch (NoSuchFileException _) {
            throw notFetched(source, false, "uploaded=gone");
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be read", e);
        }
    }

    private Loaded fetch(MediaSource source, Bounds bounds, Path path) {
        MessageDigest digest = Digests.sha256();
        try (OutputStream file = new BufferedOutputStream(
                way(source, new DigestOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW), digest)),
                BUFFER)) {
            Fetched fetched = fetcher.download(source.url(), bounds, file);
            if (!fetched.succeeded()) {
                throw notFetched(source, false, transcript(fetched.hops()));
            }
            file.flush();
            return new Loaded(path, Files.size(path), Digests.text(digest), transcript(fetched.hops()));
        } catch (FetchFailed e) {
            throw failed(source, e, path);
        } catch (IOException e) {
            throw new UncheckedIOException("What is fetched cannot be kept", e);
        }
    }

    /** Callers wait for images, not for videos. */
    private OutputStream way(MediaSource source, OutputStream file) {
        return source.kind() == Kind.VIDEO ? lane.into(file) : file;
    }

    /** A file that is too large is no image at all if it does not begin like one. */
    private static Flaw.Found failed(MediaSource source, FetchFailed e, Path path) {
        String transcript = transcript(e.hops());
        if (e.verdict() == Verdict.TOO_LARGE && source.kind() == Kind.IMAGE && mayBeImage(path)) {
            return new Flaw.Found(new Flaw.BadImage(Fault.TOO_LARGE), transcript);
        }
        return notFetched(source, e.verdict() == Verdict.TOO_LATE, transcript);
    }

    private static boolean mayBeImage(Path path) {
        try (InputStream file = Files.newInputStream(path)) {
            byte[] start = file.readNBytes(FileType.TELLING);
            return start.length == 0 || Images.isImage(start);
        } catch (IOException e) {
            throw new UncheckedIOException("What was fetched cannot be read", e);
        }
    }

    private static Flaw.Found notFetched(MediaSource source, boolean late, String transcript) {
        return new Flaw.Found(new Flaw.NotFetched(source.kind(), late), transcript);
    }

    private static String transcript(List<Hop> hops) {
        return hops.stream().map(Hop::toString).collect(joining("\n"));
    }
}
