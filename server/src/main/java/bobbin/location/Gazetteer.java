package bobbin.location;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The places that every Bobbin has from the start: well-known cities and sights of all continents, written for it. */
final class Gazetteer {
    private static final String FILE = "places.csv";

    private Gazetteer() {}

    static List<Place> places() {
        List<Place> places = new ArrayList<>();
        try (InputStream file = Gazetteer.class.getResourceAsStream("/bobbin/location/" + FILE)) {
            PlaceRows.read(new InputStreamReader(file, StandardCharsets.UTF_8), places::add, fault -> {
                throw new IllegalStateException(FILE + ": " + fault);
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }
}
