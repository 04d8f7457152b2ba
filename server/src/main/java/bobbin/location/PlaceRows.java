package bobbin.location;

import bobbin.base.Characters;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Places as rows of comma-separated values, below a line that names the columns. */
final class PlaceRows {
    private static final Pattern DEGREES = Pattern.compile("[+-]?[0-9]{1,3}(\\.[0-9]{1,20})?");

    private final Consumer<Place> places;
    private final Consumer<String> faults;
    private List<Column> columns = List.of();

    private PlaceRows(Consumer<Place> places, Consumer<String> faults) {
        this.places = places;
        this.faults = faults;
    }

    /**
     * Reads them all, whatever is wrong with some of them.
     *
     * @param faults are told what is wrong, one sentence for each row, with the number of its line
     */
    static void read(Reader text, Consumer<Place> places, Consumer<String> faults) throws IOException {
        new PlaceRows(places, faults).read(new Csv(text));
    }

    private void read(Csv csv) throws IOException {
        try {
            Optional<List<String>> head = csv.next();
            if (head.isEmpty()) {
                fault(1, "the names of the columns are missing");
                return;
            }
            Optional<String> fault = headFault(head.get());
            if (fault.isPresent()) {
                fault(csv.line(), fault.get());
                return;
            }
            columns = head.get().stream()
                    .flatMap(name -> Column.named(name).stream())
                    .toList();
            for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
                read(csv.line(), row.get());
            }
        } catch (Csv.Broken e) {
            fault(csv.line(), e.what());
        }
    }

    private static Optional<String> headFault(List<String> names) {
        Set<Column> missing = EnumSet.copyOf(Column.required());
        List<Column> known = new ArrayList<>();
        for (String name : names) {
            Optional<Column> column = Column.named(name);
            if (column.isEmpty()) {
                return Optional.of(
                        "there is no column \"%s\"; there are %s".formatted(name.strip(), words(Column.values())));
            }
            known.add(column.get());
            missing.remove(column.get());
        }
        return known.stream()
                .filter(column -> Collections.frequency(known, column) > 1)
                .findFirst()
                .map(column -> "the column %s is there twice".formatted(column.word()))
                .or(() -> missing.isEmpty()
                        ? Optional.empty()
                        : Optional.of("columns are missing: " + words(missing.toArray(Column[]::new))));
    }

    private static String words(Column... columns) {
        return String.join(", ", List.of(columns).stream().map(Column::word).toList());
    }

    private void read(long line, List<String> row) {
        if (row.size() != columns.size()) {
            fault(line, "it has %d cells, but there are %d columns".formatted(row.size(), columns.size()));
            return;
        }
        Map<Column, String> cells = new EnumMap<>(Column.class);
        for (int i = 0; i < row.size(); i++) {
            cells.put(columns.get(i), Characters.whole(row.get(i)).strip());
        }
        Optional<String> fault = cells.entrySet().stream()
                .flatMap(cell -> cell.getKey().fault(cell.getValue()).stream())
                .findFirst()
                .or(() -> notDegrees(cells, Column.LATITUDE, Point.MOST_LATITUDE))
                .or(() -> notDegrees(cells, Column.LONGITUDE, Point.MOST_LONGITUDE));
        fault.ifPresentOrElse(what -> fault(line, what), () -> places.accept(place(cells)));
    }

    private static Optional<String> notDegrees(Map<Column, String> cells, Column column, int most) {
        String cell = cell(cells, column);
        return DEGREES.matcher(cell).matches() && Math.abs(Double.parseDouble(cell)) <= most
                ? Optional.empty()
                : Optional.of("%s is a number from -%d to %2$d, not \"%s\"".formatted(column.word(), most, cell));
    }

    private static Place place(Map<Column, String> cells) {
        return new Place(
                cell(cells, Column.ID),
                cell(cells, Column.NAME),
                optional(cells, Column.ADDRESS),
                optional(cells, Column.CITY),
                optional(cells, Column.COUNTRY),
                optional(cells, Column.POSTAL_CODE),
                new Point(
                        Double.parseDouble(cell(cells, Column.LATITUDE)),
                        Double.parseDouble(cell(cells, Column.LONGITUDE))));
    }

    private static Optional<String> optional(Map<Column, String> cells, Column column) {
        return Optional.of(cell(cells, column)).filter(cell -> !cell.isEmpty());
    }

    private static String cell(Map<Column, String> cells, Column column) {
        return cells.getOrDefault(column, "");
    }

    private void fault(long line, String what) {
        faults.accept("Line %d: %s.".formatted(line, what));
    }
}
