package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people tell about themselves without showing it (15 §15.2). */
class DetailsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

    @Test
    void admitsPeopleOnTheDayTheyTurn13() {
        assertThat(born("2013-03-01").checkedOn(TODAY).age(TODAY)).contains(13);
        assertThatThrownBy(() -> born("2013-03-02").checkedOn(TODAY)).hasMessage("Too young");
    }

    @Test
    void refusesImpossibleBirthDates() {
        for (String date : new String[] {"2026-03-02", "1890-01-01", "2001-02-30", "yesterday"}) {
            assertThatThrownBy(() -> born(date).checkedOn(TODAY)).hasMessage("Check the birth date");
        }
    }

    @Test
    void readsWhatAFormSends() {
        Details details = Details.read("", "F", "de", " Berlin ", "de_DE", "Europe/Berlin");

        assertThat(details)
                .isEqualTo(new Details(
                        Optional.empty(),
                        Details.Gender.F,
                        Optional.of("DE"),
                        Optional.of("Berlin"),
                        "de_DE",
                        ZoneId.of("Europe/Berlin")));
        assertThat(Details.read("", "", "", "", "", "")).isEqualTo(Details.NONE);
    }

    @Test
    void refusesCodesThatDoNotExist() {
        assertThatThrownBy(() -> Details.read("", "", "XX", "", "", "")).hasMessage("Check the country");
        assertThatThrownBy(() -> Details.read("", "X", "", "", "", "")).hasMessage("Check your choice");
        assertThatThrownBy(() -> Details.read("", "", "", "", "xx_XX", "")).hasMessage("Check the language");
        assertThatThrownBy(() -> Details.read("", "", "", "", "", "Moon/Sea")).hasMessage("Check the time zone");
        assertThatThrownBy(() -> Details.read("", "", "", "x".repeat(101), "", ""))
                .hasMessage("Shorten the city");
    }

    @Test
    void offersOnlyChoicesThatItTakes() {
        Choices choices = Choices.all();

        choices.countries().values().forEach(code -> Details.read("", "", code, "", "", ""));
        choices.languages().values().forEach(code -> Details.read("", "", "", "", code, ""));
        choices.zones().forEach(zone -> Details.read("", "", "", "", "", zone));
        assertThat(choices.countries()).containsEntry("Germany", "DE");
        assertThat(choices.languages()).containsEntry("English (United States)", "en_US");
        assertThat(choices.zones()).contains("UTC", "America/Los_Angeles");
    }

    private static Details born(String date) {
        return Details.read(date, "", "", "", "", "");
    }
}
