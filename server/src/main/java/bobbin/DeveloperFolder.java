package bobbin;

import bobbin.account.AccountSettings;
import bobbin.app.AppSettings;
import bobbin.base.DataDirectory;
import bobbin.base.Fidelity;
import bobbin.base.OperatorKey;
import bobbin.fetch.FetchSettings;
import bobbin.lab.KeyFile;
import bobbin.lab.Note;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with the data of a developer's Bobbin, and what is taken for granted for these data: the same by the server and by the
 * commands beside it.
 */
record DeveloperFolder(Path path) {

    /** What a command takes for granted that was pointed at some data: nothing, unless they are a developer's. */
    static List<Presumed<?>> presumedBeside(ChosenSettings said) {
        DeveloperFolder folder = new DeveloperFolder(said.get(DataDirectory.SETTING));
        List<Presumed<?>> presumed = new ArrayList<>();
        if (folder.isOne()) {
            presumed.addAll(folder.presumed());
            folder.key().read().ifPresent(key -> presumed.add(new Presumed<>(OperatorKey.SETTING, key)));
        }
        return presumed;
    }

    /** Whether a developer's Bobbin has been at work here. */
    boolean isOne() {
        return Files.exists(key().file()) || Files.exists(note().file());
    }

    /** Everything that holds unless somebody says otherwise, but the key. */
    List<Presumed<?>> presumed() {
        return List.of(
                new Presumed<>(DataDirectory.SETTING, path),
                new Presumed<>(Fidelity.SETTING, Fidelity.META),
                new Presumed<>(AppSettings.HTTP_LOOPBACK, true),
                new Presumed<>(AccountSettings.RESETS, AccountSettings.Resets.SHOWN),
                new Presumed<>(FetchSettings.ALLOW_PRIVATE, true));
    }

    KeyFile key() {
        return new KeyFile(path.resolve(KeyFile.NAME));
    }

    Note note() {
        return new Note(path.resolve(Note.NAME));
    }

    /** Deletes the images and videos that lie here; those that the operator keeps elsewhere stay. */
    void deleteMedia() throws IOException {
        Path media = path.resolve("media");
        if (Files.exists(media)) {
            try (Stream<Path> files = Files.walk(media)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
