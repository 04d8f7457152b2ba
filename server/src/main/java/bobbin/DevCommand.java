package bobbin;

import bobbin.account.AccountSettings;
import bobbin.app.AppSettings;
import bobbin.base.DataDirectory;
import bobbin.base.Fidelity;
import bobbin.base.OperatorKey;
import bobbin.fetch.FetchSettings;
import bobbin.http.HttpSettings;
import bobbin.lab.Cast;
import bobbin.lab.KeyFile;
import bobbin.lab.Note;
import bobbin.lab.Note.Places;
import bobbin.lab.Welcome;
import bobbin.sql.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A developer's Bobbin: data of its own, a cast of people, an app, answers exactly as observed live. */
@Command(
        name = "dev",
        description = {
            "Start a developer's Bobbin with a cast of people and an app.",
            "It prints what it made, and writes the same to dev.json in its folder."
        },
        footer = {
            "",
            "Examples:",
            "  bobbin dev",
            "  bobbin dev --port 0 --data /tmp/try",
            "  bobbin dev --fresh",
            "",
            "Its passwords are known to everybody: it listens on 127.0.0.1 only, unless",
            "--http-host says otherwise."
        })
final class DevCommand implements Task {
    private static final Path FOLDER = Path.of(".bobbin");

    @Option(names = "--fresh", description = "Delete what an earlier start left, and begin anew.")
    private boolean fresh;

    @Override
    public List<Presumed<?>> presumes(ChosenSettings said) {
        Path folder = said.says(DataDirectory.SETTING) ? said.get(DataDirectory.SETTING) : said.resolve(FOLDER);
        return List.of(
                new Presumed<>(DataDirectory.SETTING, folder),
                new Presumed<>(OperatorKey.SETTING, keyFile(folder).readOrDraw()),
                new Presumed<>(Fidelity.SETTING, Fidelity.META),
                new Presumed<>(AppSettings.HTTP_LOOPBACK, true),
                new Presumed<>(AccountSettings.RESETS, AccountSettings.Resets.SHOWN),
                new Presumed<>(FetchSettings.ALLOW_PRIVATE, true),
                Ports.management(said));
    }

    @Override
    public int run(Given given) throws IOException, InterruptedException {
        Path folder = given.settings().operation().data();
        requireDeveloperFolder(folder);
        if (fresh) {
            Database.erase(given.settings().database());
            Files.deleteIfExists(folder.resolve(Note.NAME));
        }
        keyFile(folder).keep(given.chosen().get(OperatorKey.SETTING));
        Logs.use(given.settings().operation());
        try (Bobbin bobbin = Bobbin.start(given.settings(), given.world().time())) {
            welcome(bobbin, given.world(), folder.resolve(Note.NAME));
            given.world().stop().awaitWish();
        }
        return Exit.DONE;
    }

    private static void welcome(Bobbin bobbin, Surroundings world, Path file) {
        Note note = new Note(file);
        HttpSettings http = bobbin.http();
        Places places = new Places(PublicAddress.graph(http), PublicAddress.web(http), PublicAddress.management(http));
        Cast cast = bobbin.parts().seed().plant(note.read());
        note.write(places, cast);
        Path shown = file.startsWith(world.folder()) ? world.folder().relativize(file) : file;
        PrintWriter out = world.out();
        out.print(Welcome.text(places, cast, shown.toString()));
        out.flush();
    }

    /** Neither plants people with known passwords into the data of a real server, nor deletes these. */
    private static void requireDeveloperFolder(Path folder) {
        boolean used = Files.exists(folder.resolve("bobbin.db"));
        boolean ours = Files.exists(folder.resolve(KeyFile.NAME)) || Files.exists(folder.resolve(Note.NAME));
        if (used && !ours) {
            throw new Obstacle("The data in " + folder + " are those of a real server, which bobbin dev leaves alone."
                    + " Choose another folder with --data.");
        }
    }

    private static KeyFile keyFile(Path folder) {
        return new KeyFile(folder.resolve(KeyFile.NAME));
    }
}
