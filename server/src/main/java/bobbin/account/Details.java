package bobbin.account;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What a person tells the server and nobody else (15 §15.2): used for the age limit, geo-gating, demographics and the language of
 * messages. All but language and zone may be missing.
 *
 * @param country ISO 3166-1 alpha-2, upper-case
 * @param city at most 100 characters
 * @param language a code such as {@code en_US}
 */
public record Details(
        Optional<LocalDate> birthDate,
        Gender gender,
        Optional<String> country,
        Optional<String> city,
        String language,
        ZoneId timeZone) {
    /** The fewest years that a person here has (15 §15.2). */
    public static final int YOUNGEST = 13;

    private static final int OLDEST = 130;
    private static final int LONGEST_CITY = 100;
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /** What is known of somebody who told nothing. */
    public static final Details NONE =
            new Details(Optional.empty(), Gender.U, Optional.empty(), Optional.empty(), "en_US", ZoneId.of("UTC"));

    /** As in {@code follower_demographics} (11 §11.2). */
    public enum Gender {
        F,
        M,
        /** Unknown, or neither. */
        U
    }

    /** Refuses codes that do not exist. */
    public Details {
        country.filter(code -> !COUNTRIES.contains(code)).ifPresent(code -> {
            throw AccountProblems.COUNTRY.refuse(code);
        });
        city.filter(text -> text.length() > LONGEST_CITY).ifPresent(_ -> {
            throw AccountProblems.CITY_TOO_LONG.refuse(LONGEST_CITY);
        });
        Locale locale = Locale.forLanguageTag(language.replace('_', '-'));
        if (!LANGUAGES.contains(locale.getLanguage())) {
            throw AccountProblems.LANGUAGE.refuse(language);
        }
    }

    /** Reads what a form sends; empty texts mean that nothing is said. */
    public static Details read(
            String birthDate, String gender, String country, String city, String language, String timeZone) {
        return new Details(
                said(birthDate).map(Details::date),
                gender(gender),
                said(country).map(code -> code.toUpperCase(Locale.ROOT)),
                said(city),
                said(language).orElse(NONE.language),
                said(timeZone).map(Details::zone).orElse(NONE.timeZone));
    }

    /** The same after checking the age on a day; refuses who is younger than 13, not yet born or older than anybody. */
    public Details checkedOn(LocalDate today) {
        birthDate.ifPresent(date -> {
            if (date.isAfter(today) || years(date, today) > OLDEST) {
                throw AccountProblems.BIRTH_DATE.refuse();
            }
            if (years(date, today) < YOUNGEST) {
                throw AccountProblems.TOO_YOUNG.refuse(YOUNGEST);
            }
        });
        return this;
    }

    /** Full years on a day; empty if the birth date is not known. */
    public Optional<Integer> age(LocalDate today) {
        return birthDate.map(date -> years(date, today));
    }

    private static int years(LocalDate from, LocalDate to) {
        return Period.between(from, to).getYears();
    }

    private static Optional<String> said(String text) {
        return Optional.of(text.strip()).filter(rest -> !rest.isEmpty());
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw AccountProblems.BIRTH_DATE.refuse();
        }
    }

    private static Gender gender(String text) {
        return switch (text.strip()) {
            case "F" -> Gender.F;
            case "M" -> Gender.M;
            case "", "U" -> Gender.U;
            default -> throw AccountProblems.CHOICE.refuse(text);
        };
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException _) {
            throw AccountProblems.TIME_ZONE.refuse(text);
        }
    }
}
