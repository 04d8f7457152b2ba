package bobbin;

import bobbin.location.Imported;
import bobbin.location.PlaceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Brings places from a file. */
@Command(
        name = "import",
        description = {
            "Add the places of a CSV file, and change those that are there.",
            "Its first line names the columns: id, name, latitude and longitude, and if you",
            "like address, city, country, postal_code. The id is your own name for a place;",
            "the same id again changes it. Nothing is written if any line is wrong."
        },
        footer = {"", "Example:", "  bobbin place import places.csv"})
final class PlaceImportCommand extends Administration {
    @Mixin
    private final Printing printing = new Printing();

    @Parameters(paramLabel = "<file>")
    private Path file = Path.of("");

    @Override
    void run(Given given, Parts parts) {
        Imported imported = bring(parts, new PlaceFile(given.world().folder().resolve(file)));
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("added", imported.added());
        shown.put("changed", imported.changed());
        shown.put("unchanged", imported.unchanged());
        printing.one(given.world().out(), shown);
    }

    private static Imported bring(Parts parts, PlaceFile places) {
        try {
            List<String> faults = places.faults();
            if (!faults.isEmpty()) {
                throw new Faults(faults);
            }
            return parts.reading.places.bring(places);
        } catch (IOException e) {
            throw new Obstacle("The places cannot be read from " + places.path() + ".");
        }
    }
}
