package bobbin;

import bobbin.sql.Database;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Brings the schema of the database up to date. */
@Command(
        name = "migrate",
        description = {
            "Bring the schema of the database up to date.",
            "Servers do it when they start, unless database.migrate_on_start is false."
        },
        footer = {"", "Example:", "  bobbin migrate --database-url jdbc:postgresql://localhost/bobbin"})
final class MigrateCommand implements Task {
    @Mixin
    private final Printing printing = new Printing();

    @Override
    public int run(Given given) {
        List<String> versions = Database.migrate(given.settings().database());
        printing.one(given.world().out(), Map.of("applied", versions));
        return Exit.DONE;
    }
}
