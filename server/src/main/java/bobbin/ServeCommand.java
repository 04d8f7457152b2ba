package bobbin;

import bobbin.account.AccountSettings;
import bobbin.base.DataDirectory;
import bobbin.base.OperatorKey;
import bobbin.http.HttpSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;

/** The server for people. Refuses to start without what makes it safe and reachable, and says all that is missing. */
@Command(
        name = "serve",
        description = {
            "Start the server, with settings from flags, variables and bobbin.properties.",
            "It needs secret.key, hosts.graph and hosts.web, and says what is missing."
        },
        footer = {
            "",
            "Examples:",
            "  bobbin serve --config /etc/bobbin/bobbin.properties",
            "  BOBBIN_SECRET_KEY=$(cat key) bobbin serve \\",
            "    --hosts-graph https://graph.threads.example --hosts-web https://threads.example",
            "",
            "bobbin config prints every setting."
        })
final class ServeCommand implements Task {

    @Override
    public List<Presumed<?>> presumes(ChosenSettings said) {
        return List.of(Ports.management(said));
    }

    @Override
    public int run(Given given) throws InterruptedException {
        List<String> missing = missing(given.chosen());
        if (!missing.isEmpty()) {
            throw new Faults(missing);
        }
        Logs.use(given.settings().operation());
        try (Bobbin bobbin = Bobbin.start(given.settings(), given.world().time())) {
            HttpSettings http = bobbin.http();
            given.world()
                    .out()
                    .printf("Bobbin serves on port %d, management on port %d.%n", http.port(), http.managementPort());
            given.world().out().flush();
            given.world().stop().awaitWish();
        }
        return Exit.DONE;
    }

    private static List<String> missing(ChosenSettings chosen) {
        Path data = chosen.get(DataDirectory.SETTING);
        List<String> missing = new ArrayList<>();
        if (chosen.get(OperatorKey.SETTING).isEmpty()) {
            missing.add(
                    "secret.key is missing. Make one with \"openssl rand -hex 32\", keep it in a safe place, and give it"
                            + " as BOBBIN_SECRET_KEY or in bobbin.properties.");
        }
        if (chosen.get(HttpSettings.GRAPH).toString().isEmpty()) {
            missing.add(
                    "hosts.graph is missing: the public address of the API, such as https://graph.threads.example.");
        }
        if (chosen.get(HttpSettings.WEB).toString().isEmpty()) {
            missing.add("hosts.web is missing: the public address of the pages, such as https://threads.example;"
                    + " it may be that of hosts.graph.");
        }
        if (chosen.get(AccountSettings.RESETS) == AccountSettings.Resets.SHOWN) {
            missing.add("accounts.password_reset is \"shown\", which lets anybody into any account;"
                    + " it must be \"operator\" here.");
        }
        if (Files.exists(new DeveloperFolder(data).note().file())) {
            missing.add(data
                    + " holds the data of a developer's Bobbin, whose passwords everybody"
                    + " knows; choose another data.directory.");
        }
        return missing;
    }
}
