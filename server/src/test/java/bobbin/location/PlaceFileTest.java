package bobbin.location;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of places that operators bring. */
class PlaceFileTest {
    private static final String HEAD = "id,name,city,latitude,longitude\n";

    @TempDir
    Path folder;

    @Test
    void readsWhatSpreadsheetsWrite() throws IOException {
        PlaceFile file = file("\ufeff" + """
                Longitude , NAME,id,latitude,postal_code,Address
                13.4,"Café ""Eins"", Mitte",1,+52.5,,"2 Quay, Street"

                -180, Zwei ,2,-90,00184,
                """.replace("\n", "\r\n"));

        assertThat(file.faults()).isEmpty();
        assertThat(places(file))
                .containsExactly(
                        new Place(
                                "1",
                                "Café \"Eins\", Mitte",
                                Optional.of("2 Quay, Street"),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                new Point(52.5, 13.4)),
                        new Place(
                                "2",
                                "Zwei",
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("00184"),
                                new Point(-90, -180)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",a,,1,1 | id is missing",
                "1, ,,1,1 | name is missing",
                "1,a,,1 | it has 4 cells, but there are 5 columns",
                "1,a,,1,1,1 | it has 6 cells, but there are 5 columns",
                "1,a,,90.1,1 | latitude is a number from -90 to 90, not \"90.1\"",
                "1,a,,1,-181 | longitude is a number from -180 to 180, not \"-181\"",
                "1,a,,1e1,1 | latitude is a number from -90 to 90, not \"1e1\"",
                "1,a,,NaN,1 | latitude is a number from -90 to 90, not \"NaN\"",
                "1,a,,,1 | latitude is missing",
                "1,\"a\"b,,1,1 | something follows a closing quotation mark, where a comma was expected",
                "1,\"a,,1,1 | a quotation mark is not closed"
            })
    void saysWhatIsWrongInWhichLine(String row, String fault) throws IOException {
        PlaceFile file = file(HEAD + "0,\"fine\",,1,1\n\n" + row.strip());

        assertThat(file.faults()).containsExactly("Line 4: " + fault + ".");
        assertThat(places(file)).extracting(Place::key).containsExactly("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | the names of the columns are missing",
                "id,name | columns are missing: latitude, longitude",
                "id,name,latitude,longitude,name | the column name is there twice",
                "id;name;latitude;longitude | there is no column \"id;name;latitude;longitude\"; there are id, name, address, city, country, postal_code, latitude, longitude"
            })
    void wantsToKnowTheColumns(String head, String fault) throws IOException {
        assertThat(file(head).faults()).containsExactly("Line 1: " + fault + ".");
    }

    @Test
    void countsLinesAlsoInsideOfCells() throws IOException {
        assertThat(file(HEAD + "1,\"two\nlines\",,1,1\n2,b,,x,1").faults())
                .containsExactly(
                        "Line 2: name holds a line break or another control character.",
                        "Line 4: latitude is a number from -90 to 90, not \"x\".");
    }

    @Test
    void boundsWhatItReadsAndWhatItSays() throws IOException {
        assertThat(file(HEAD + "1," + "x".repeat(201) + ",,1,1").faults())
                .containsExactly("Line 2: name is longer than 200 characters.");
        assertThat(file(HEAD + "1,\"" + "x,\n".repeat(100_000)).faults())
                .containsExactly("Line 2: the row is longer than 10000 characters; is a quotation mark not closed?.");
        assertThat(file(HEAD + ",,,,\n".repeat(50)).faults())
                .hasSize(21)
                .contains("Line 21: id is missing.")
                .endsWith("And 30 more such faults.");
    }

    @Test
    void wantsUtf8() throws IOException {
        Path file = folder.resolve("latin");
        Files.write(file, (HEAD + "1,Café,,1,1").getBytes(StandardCharsets.ISO_8859_1));

        assertThat(new PlaceFile(file).faults()).containsExactly("It is not written in UTF-8.");
    }

    private PlaceFile file(String text) throws IOException {
        return new PlaceFile(Files.writeString(folder.resolve("places.csv"), text));
    }

    private static List<Place> places(PlaceFile file) throws IOException {
        List<Place> places = new ArrayList<>();
        file.forEach(places::add);
        return places;
    }
}
