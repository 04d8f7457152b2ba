package bobbin.location;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A file of places that somebody brings. Reading it takes the same memory however large it is. */
public record PlaceFile(Path path) {
    private static final int MOST_FAULTS = 20;

    /**
     * What is wrong with it, one sentence each, with the number of the line; of many faults the first {@value #MOST_FAULTS}, and how many
     * more there are.
     */
    public List<String> faults() throws IOException {
        List<String> first = new ArrayList<>();
        int[] more = {0};
        read(_ -> {}, fault -> {
            if (first.size() < MOST_FAULTS) {
                first.add(fault);
            } else {
                more[0]++;
            }
        });
        if (more[0] > 0) {
            first.add("And %d more such faults.".formatted(more[0]));
        }
        return first;
    }

    /** Its places, in its order. What is at fault is passed over. */
    void forEach(Consumer<Place> places) throws IOException {
        read(places, _ -> {});
    }

    private void read(Consumer<Place> places, Consumer<String> faults) throws IOException {
        try (Reader text = Files.newBufferedReader(path)) {
            PlaceRows.read(text, places, faults);
        } catch (CharacterCodingException _) {
            faults.accept("It is not written in UTF-8.");
        }
    }
}
