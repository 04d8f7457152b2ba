package bobbin;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.location.Place;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lists places. */
@Command(
        name = "list",
        description = "List places: those that have some words, most fitting first, or any.",
        footer = {"", "Example:", "  bobbin place list menlo park"})
final class PlaceListCommand extends Administration {
    @Mixin
    private final Printing printing = new Printing();

    @Parameters(paramLabel = "<word>", arity = "0..*")
    private List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "<number>", description = "How many at most (default: 100).")
    private int limit = 100;

    @Override
    void run(Given given, Parts parts) {
        List<Place> found = words.isEmpty()
                ? parts.reading
                        .places
                        .list(new Window(Id.LOWEST, Id.HIGHEST, true, limit))
                        .items()
                : parts.reading.places.having(String.join(" ", words), limit);
        printing.all(
                given.world().out(), found.stream().map(PlaceShowCommand::row).toList());
    }
}
