package bobbin.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.image.ImageSamples;
import bobbin.media.Media.State;
import bobbin.media.MediaSettings.Place;
import bobbin.media.MediaSettings.Store;
import bobbin.video.VideoSample;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Both kinds of storage do the same. */
class StorageTest {
    private static final FileName NAME =
            FileName.parse("0a3bcdefghijklmnopqrstuvw.mp4").orElseThrow();

    @RegisterExtension
    final Fixture fixture = new Fixture();

    @RegisterExtension
    final Gallery gallery = new Gallery(fixture);

    @TempDir
    private Path folder = Path.of("unused");

    private final List<Runnable> closing = new ArrayList<>();

    private ObjectStore objects() throws Exception {
        ObjectStore store = new ObjectStore();
        closing.add(store::close);
        return store;
    }

    private List<Storage> both() throws Exception {
        List<Storage> both = List.of(
                new LocalStorage(folder.resolve("media")),
                new S3Storage(objects().settings()));
        both.forEach(storage -> closing.addFirst(storage::close));
        return both;
    }

    @AfterEach
    void close() {
        closing.forEach(Runnable::run);
    }

    private Path file(String content) throws IOException {
        Files.createDirectories(folder.resolve("media"));
        return Files.writeString(folder.resolve("media/incoming"), content);
    }

    private static String read(Storage storage, long from, long length) throws IOException {
        try (InputStream in = storage.open(NAME, from, length)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    @Test
    void keepsAFileAndTakesItAway() throws Exception {
        for (Storage storage : both()) {
            Path file = file("0123456789");
            storage.put(NAME, FileType.MP4, file);

            assertThat(file).doesNotExist();
            assertThat(read(storage, 0, 10)).isEqualTo("0123456789");
            assertThat(read(storage, 3, 4)).isEqualTo("3456");
            assertThat(read(storage, 9, 1)).isEqualTo("9");
            storage.retrieve(NAME, folder.resolve("copy"));
            assertThat(folder.resolve("copy")).hasContent("0123456789");
            Files.delete(folder.resolve("copy"));
            assertThat(read(storage, 0, 10)).isEqualTo("0123456789");
        }
    }

    @Test
    void deletesAFileAndSaysThatThereIsNone() throws Exception {
        for (Storage storage : both()) {
            storage.put(NAME, FileType.MP4, file("abc"));
            storage.delete(NAME);
            storage.delete(NAME);

            assertThatThrownBy(() -> read(storage, 0, 3)).isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> storage.retrieve(NAME, folder.resolve("copy")))
                    .isInstanceOf(NoSuchFileException.class);
        }
    }

    @Test
    void putsLocalFilesIntoFoldersThatDoNotGrowTooLarge() throws Exception {
        both().getFirst().put(NAME, FileType.MP4, file("abc"));

        assertThat(folder.resolve("media/bc").resolve(NAME.toString())).hasContent("abc");
    }

    @Test
    void failsWithoutTheRightKey() throws Exception {
        var storage = new S3Storage(objects().settings("wrong"));
        closing.addFirst(storage::close);

        assertThatThrownBy(() -> storage.put(NAME, FileType.MP4, file("abc")))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("wrong");
        assertThat(folder.resolve("media/incoming")).exists();
    }

    @Test
    void doesEverythingWithAnObjectStore() throws Exception {
        var settings = objects().settings();
        Gallery remote = gallery.other(local -> new MediaSettings(
                new Place(Store.S3, local.place().folder(), settings),
                local.imageWait(),
                local.imageTime(),
                local.videoTime(),
                local.atOnce(),
                local.unpublished()));
        byte[] video = VideoSample.mp4().duration(Duration.ofSeconds(1)).bytes();

        Media image = remote.fetchImage(remote.serve("image/jpeg", ImageSamples.jpeg(400, 400)));
        Media later = remote.fetchVideo(remote.serve("video/mp4", video));
        remote.worker.runDue();
        Media made = remote.find(later);
        assertThat(made.state()).isEqualTo(State.FINISHED);
        assertThat(remote.served(image.path())).isPresent();
        assertThat(remote.served(made.path()))
                .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(video));
        assertThat(remote.served(made.thumbnailPath())).isPresent();
        assertThat(remote.files()).as("files that stay here").isEmpty();
        fixture.time.pass(Medias.LIFE);
        remote.sweep();
        assertThat(remote.find(made.id())).isEmpty();
        assertThatThrownBy(() ->
                        new S3Storage(settings).open(made.file().orElseThrow().name(), 0, 1))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void asksNobodyBeforeTheFirstFile() {
        var nobody = new MediaSettings.S3(URI.create("http://127.0.0.1:1"), "r", "b", "", "a", "s", true);

        new S3Storage(nobody).close();
    }
}
