package bobbin.account;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What people can choose when they tell of themselves.
 *
 * @param countries the codes by their English names
 * @param languages the codes by their English names
 * @param zones the names of places, and UTC
 */
public record Choices(Map<String, String> countries, Map<String, String> languages, List<String> zones) {
    private static final List<String> LANGUAGES = List.of(
            "ar_AR", "cs_CZ", "da_DK", "de_DE", "el_GR", "en_GB", "en_US", "es_ES", "es_MX", "fi_FI", "fr_CA", "fr_FR",
            "he_IL", "hi_IN", "hu_HU", "id_ID", "it_IT", "ja_JP", "ko_KR", "nb_NO", "nl_NL", "pl_PL", "pt_BR", "pt_PT",
            "ro_RO", "ru_RU", "sv_SE", "th_TH", "tr_TR", "uk_UA", "vi_VN", "zh_CN", "zh_TW");

    private static final Pattern PLACE =
            Pattern.compile("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+|UTC");

    static Choices all() {
        return new Choices(
                byName(
                        Arrays.stream(Locale.getISOCountries()),
                        code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH)),
                byName(
                        LANGUAGES.stream(),
                        code -> Locale.forLanguageTag(code.replace('_', '-')).getDisplayName(Locale.ENGLISH)),
                ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> PLACE.matcher(zone).matches())
                        .sorted()
                        .toList());
    }

    private static Map<String, String> byName(Stream<String> codes, Function<String, String> name) {
        Map<String, String> sorted = new TreeMap<>();
        codes.forEach(code -> sorted.put(name.apply(code), code));
        return sorted;
    }
}
