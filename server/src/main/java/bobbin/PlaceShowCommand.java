package bobbin;

import bobbin.location.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows a place. */
@Command(
        name = "show",
        description = "Show a place, by the id that the API shows or by the one of your file.",
        footer = {"", "Example:", "  bobbin place show sight:eiffel-tower"})
final class PlaceShowCommand extends Administration {
    @Mixin
    private final Printing printing = new Printing();

    @Parameters(paramLabel = "<id>")
    private String id = "";

    @Override
    void run(Given given, Parts parts) {
        printing.one(given.world().out(), whole(parts.reading.places.show(id)));
    }

    static Map<String, Object> row(Place place) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", place.id());
        row.put("key", place.key());
        row.put("name", place.name());
        row.put("city", place.city().orElse(""));
        row.put("country", place.country().orElse(""));
        return row;
    }

    private static Map<String, Object> whole(Place place) {
        Map<String, Object> whole = row(place);
        whole.put("address", place.address().orElse(""));
        whole.put("postal_code", place.postalCode().orElse(""));
        whole.put("latitude", place.point().latitude());
        whole.put("longitude", place.point().longitude());
        return whole;
    }
}
