package bobbin;

import bobbin.base.DataDirectory;
import bobbin.base.OperatorKey;
import bobbin.http.HttpSettings;
import bobbin.lab.Cast;
import bobbin.lab.History;
import bobbin.lab.LabClock;
import bobbin.lab.Note;
import bobbin.lab.Note.Places;
import bobbin.lab.Welcome;
import bobbin.script.ScriptEndpoint;
import bobbin.sql.Database;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
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
    @Option(names = "--fresh", description = "Delete what an earlier start left, and begin anew.")
    private boolean fresh;

    @Override
    public List<Presumed<?>> presumes(ChosenSettings said) {
        DeveloperFolder folder = new DeveloperFolder(
                said.says(DataDirectory.SETTING)
                        ? said.get(DataDirectory.SETTING)
                        : said.resolve(DeveloperFolder.USUAL));
        List<Presumed<?>> presumed =
                new ArrayList<>(folder.presumed(folder.key().readOrDraw()));
        presumed.add(Ports.management(said));
        return presumed;
    }

    @Override
    public int run(Given given) throws IOException, InterruptedException {
        OperationSettings operation = given.settings().operation();
        DeveloperFolder folder = new DeveloperFolder(operation.data());
        requireDevelopers(folder);
        if (fresh || folder.beginning().brokeOff()) {
            erase(given, folder);
        }
        folder.key().keep(given.chosen().get(OperatorKey.SETTING));
        Logs.hush(operation);
        LabClock clock = folder.clock(given.world().time());
        Instant now = clock.instant();
        if (!Files.exists(folder.note().file())) {
            clock.standAt(now.minus(History.LENGTH));
        }
        try (Bobbin bobbin = Bobbin.start(given.settings(), clock)) {
            history(bobbin, folder, clock, now).happen();
            welcome(bobbin, given, folder.note());
            Logs.use(operation);
            given.world().stop().awaitWish();
        }
        return Exit.DONE;
    }

    /** Deletes what an earlier start left; also one that broke off before it was ready, because it left half a life. */
    private static void erase(Given given, DeveloperFolder folder) throws IOException {
        try {
            Database.erase(given.settings().database());
        } catch (IllegalStateException e) {
            throw new Obstacle("What an earlier start left cannot be deleted: " + e.getMessage() + ".");
        }
        Files.deleteIfExists(folder.note().file());
        Files.deleteIfExists(folder.clock(given.world().time()).file());
        folder.deleteMedia();
        Files.deleteIfExists(folder.beginning().file());
    }

    private static History history(Bobbin bobbin, DeveloperFolder folder, LabClock clock, Instant now) {
        Parts parts = bobbin.parts();
        return new History(parts.people.accounts, parts.seed(), parts.acts, clock, folder.beginning(), now);
    }

    private static void welcome(Bobbin bobbin, Given given, Note note) {
        Surroundings world = given.world();
        HttpSettings http = bobbin.http();
        String management = PublicAddress.management(http);
        Places places = new Places(
                PublicAddress.graph(http),
                PublicAddress.web(http),
                PublicAddress.media(http),
                management,
                new Note.Script(
                        management + ScriptEndpoint.PATH,
                        given.settings().script().key().orElseThrow()));
        Cast cast = bobbin.parts().seed().plant(note.read());
        note.write(places, cast);
        Path file = note.file();
        Path shown = file.startsWith(world.folder()) ? world.folder().relativize(file) : file;
        PrintWriter out = world.out();
        out.print(Welcome.text(places, cast, shown.toString()));
        out.flush();
        System.gc(); // six passwords were hashed in 19 MiB each; nothing else as large will come
    }

    /** Neither plants people with known passwords into the data of a real server, nor deletes these. */
    private static void requireDevelopers(DeveloperFolder folder) {
        if (Files.exists(folder.path().resolve("bobbin.db")) && !folder.isOne()) {
            throw new Obstacle("The data in " + folder.path() + " are those of a real server, which bobbin dev leaves"
                    + " alone. Choose another folder with --data.");
        }
    }
}
