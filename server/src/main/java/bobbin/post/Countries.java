package bobbin.post;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The countries to which a post is limited (04 §14): ISO 3166-1 alpha-2 codes, upper case, each once. */
final class Countries {
    private static final Set<String> ALL = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);

    private Countries() {}

    /** Reads codes in any letter case; refuses those that name no country. */
    static List<String> of(List<String> codes) {
        List<String> upper = codes.stream()
                .map(code -> code.strip().toUpperCase(Locale.ROOT))
                .distinct()
                .toList();
        List<String> unknown =
                upper.stream().filter(code -> !ALL.contains(code)).toList();
        if (!unknown.isEmpty()) {
            throw PostProblems.COUNTRIES_INVALID.refuse(String.join(", ", unknown));
        }
        return upper;
    }
}
