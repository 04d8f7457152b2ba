package bobbin.insight;

import bobbin.account.Details;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** By what followers are told apart (11 §11.2, Shape 4). What somebody has not said is left out, except that the gender is then {@code U}. */
enum Breakdown {
    COUNTRY {
        @Override
        Optional<String> of(Details details, LocalDate today) {
            return details.country();
        }
    },
    CITY {
        @Override
        Optional<String> of(Details details, LocalDate today) {
            return details.city();
        }
    },
    AGE {
        @Override
        Optional<String> of(Details details, LocalDate today) {
            return details.age(today)
                    .flatMap(age -> BANDS.stream()
                            .filter(band -> age >= band.from() && age <= band.to())
                            .map(Band::name)
                            .findFirst());
        }
    },
    GENDER {
        @Override
        Optional<String> of(Details details, LocalDate today) {
            return Optional.of(details.gender().name());
        }
    };

    private static final int MOST = 45;

    private record Band(String name, int from, int to) {}

    private static final List<Band> BANDS = List.of(
            new Band("13-17", 13, 17),
            new Band("18-24", 18, 24),
            new Band("25-34", 25, 34),
            new Band("35-44", 35, 44),
            new Band("45-54", 45, 54),
            new Band("55-64", 55, 64),
            new Band("65+", 65, Integer.MAX_VALUE));

    /** What somebody is, as it stands on the wire. */
    abstract Optional<String> of(Details details, LocalDate today);

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Places by how many they are, at most 45 of them; ages and genders in their natural order. */
    Map<String, Long> sorted(Map<String, Long> followers) {
        Comparator<Map.Entry<String, Long>> byName = Map.Entry.comparingByKey();
        Stream<Map.Entry<String, Long>> sorted = this == AGE || this == GENDER
                ? followers.entrySet().stream().sorted(byName)
                : followers.entrySet().stream()
                        .sorted(Map.Entry.<String, Long>comparingByValue()
                                .reversed()
                                .thenComparing(byName))
                        .limit(MOST);
        Map<String, Long> shown = new LinkedHashMap<>();
        sorted.forEach(each -> shown.put(each.getKey(), each.getValue()));
        return shown;
    }
}
