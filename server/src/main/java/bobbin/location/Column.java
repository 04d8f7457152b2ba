package bobbin.location;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns of a file of places, by the names that its first line may hold. */
enum Column {
    ID(100, true),
    NAME(200, true),
    ADDRESS(300, false),
    CITY(100, false),
    COUNTRY(100, false),
    POSTAL_CODE(30, false),
    LATITUDE(30, true),
    LONGITUDE(30, true);

    private final int longest;
    private final boolean required;

    Column(int longest, boolean required) {
        this.longest = longest;
        this.required = required;
    }

    static Optional<Column> named(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static List<Column> required() {
        return Arrays.stream(values()).filter(column -> column.required).toList();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What is wrong with such a cell, as the end of a sentence. */
    Optional<String> fault(String cell) {
        if (cell.isEmpty()) {
            return required ? Optional.of("%s is missing".formatted(word())) : Optional.empty();
        }
        if (cell.length() > longest) {
            return Optional.of("%s is longer than %d characters".formatted(word(), longest));
        }
        return cell.chars().anyMatch(Character::isISOControl)
                ? Optional.of("%s holds a line break or another control character".formatted(word()))
                : Optional.empty();
    }
}
