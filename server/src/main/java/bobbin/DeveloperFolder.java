package bobbin;

import bobbin.account.AccountSettings;
import bobbin.app.AppSettings;
import bobbin.base.DataDirectory;
import bobbin.base.Fidelity;
import bobbin.base.OperatorKey;
import bobbin.fetch.FetchSettings;
import bobbin.lab.Beginning;
import bobbin.lab.KeyFile;
import bobbin.lab.LabClock;
import bobbin.lab.LabSettings;
import bobbin.lab.Note;
import bobbin.lab.Samples;
import bobbin.post.PostSettings;
import bobbin.script.ScriptSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder with the data of a developer's Bobbin, and what is taken for granted for these data: the same by the server and by the
 * commands beside it.
 */
record DeveloperFolder(Path path) {

    /** Where it is, seen from where {@code bobbin dev} was started, unless somebody says otherwise. */
    static final Path USUAL = Path.of(".bobbin");

    /** What is taken for granted for the data that were named: nothing, unless they are a developer's. */
    static List<Presumed<?>> presumedFor(ChosenSettings said) {
        return named(said).presumedIfOne();
    }

    /**
     * The same for a command that works beside a server. Whoever names neither data nor a key means the developer's Bobbin that is here, if
     * there is one.
     */
    static List<Presumed<?>> presumedBeside(ChosenSettings said) {
        DeveloperFolder usual = new DeveloperFolder(said.resolve(USUAL));
        boolean silent = !said.says(DataDirectory.SETTING) && !said.says(OperatorKey.SETTING);
        return (silent && usual.isOne() ? usual : named(said)).presumedIfOne();
    }

    private static DeveloperFolder named(ChosenSettings said) {
        return new DeveloperFolder(said.get(DataDirectory.SETTING));
    }

    private List<Presumed<?>> presumedIfOne() {
        return isOne() ? key().read().map(this::presumed).orElseGet(this::presumed) : List.of();
    }

    /** Whether a developer's Bobbin has been at work here. */
    boolean isOne() {
        return Files.exists(key().file()) || Files.exists(note().file());
    }

    /** Everything that holds unless somebody says otherwise, but the key. */
    private List<Presumed<?>> presumed() {
        return List.of(
                new Presumed<>(DataDirectory.SETTING, path),
                new Presumed<>(Fidelity.SETTING, Fidelity.META),
                new Presumed<>(AppSettings.HTTP_LOOPBACK, true),
                new Presumed<>(AccountSettings.RESETS, AccountSettings.Resets.SHOWN),
                new Presumed<>(FetchSettings.ALLOW_PRIVATE, true),
                new Presumed<>(LabSettings.SAMPLES, true),
                new Presumed<>(PostSettings.GIPHY, Samples.GIF_TEMPLATE));
    }

    KeyFile key() {
        return new KeyFile(path.resolve(KeyFile.NAME));
    }

    Note note() {
        return new Note(path.resolve(Note.NAME));
    }

    /** That its life before the first start is being told. */
    Beginning beginning() {
        return new Beginning(path.resolve(Beginning.NAME));
    }

    /** The clock of the server here, and of the commands beside it. */
    LabClock clock(InstantSource machine) {
        return new LabClock(path.resolve(LabClock.NAME), machine);
    }

    /** The clock that goes with some data: that of the machine, unless they are a developer's. */
    static InstantSource clockBeside(Given given) {
        DeveloperFolder folder =
                new DeveloperFolder(given.settings().operation().data());
        InstantSource machine = given.world().time();
        return folder.isOne() ? folder.clock(machine) : machine;
    }

    /** Everything that holds for the server that has this key. */
    List<Presumed<?>> presumed(String key) {
        List<Presumed<?>> presumed = new ArrayList<>(presumed());
        presumed.add(new Presumed<>(OperatorKey.SETTING, key));
        if (key.length() >= OperatorKey.SHORTEST) {
            presumed.add(new Presumed<>(ScriptSettings.KEY, scriptKey(key)));
        }
        return presumed;
    }

    private static String scriptKey(String key) {
        return HexFormat.of().formatHex(new OperatorKey(key).derive("bobbin script"));
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
