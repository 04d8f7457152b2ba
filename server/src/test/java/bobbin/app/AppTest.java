package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Setting;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppTest {

    @Test
    void keepsItsNameWithoutBlanksAround() {
        assertThat(App.checkName("  Example Scheduler \n")).isEqualTo("Example Scheduler");
        assertThat(App.checkName("🧵".repeat(64))).isEqualTo("🧵".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "two\nlines", "tab\tbed", "a\u2028b"})
    void refusesANameThatIsNone(String typed) {
        assertThatThrownBy(() -> App.checkName(typed)).hasMessageContaining("1 to 64 characters");
    }

    @Test
    void refusesANameThatIsTooLong() {
        assertThatThrownBy(() -> App.checkName("a".repeat(65))).hasMessageContaining("1 to 64 characters");
    }

    @Test
    void startsLiveWithAdvancedAccessAndIdsOfItsOwn() {
        AppSettings settings = AppSettings.from(Setting::standard);

        assertThat(settings.defaultMode()).isEqualTo(App.Mode.LIVE);
        assertThat(settings.defaultAccess()).isEqualTo(Access.ADVANCED);
        assertThat(settings.appScopedIds()).isTrue();
        assertThat(settings.httpLoopback()).isFalse();
        assertThat(settings.standardProfiles()).isEmpty();
    }

    @Test
    void comparesProfilesOfTheSettingsWithoutCaseAndAt() {
        var settings = new AppSettings(
                App.Mode.LIVE, Access.ADVANCED, 25, 0, List.of("@Meta", "threads"), "Menlo Park", true, false);

        assertThat(settings.standardProfiles()).containsExactly("meta", "threads");
    }

    @Test
    void refusesNumbersBelowZeroInTheSettings() {
        assertThatThrownBy(() ->
                        new AppSettings(App.Mode.LIVE, Access.ADVANCED, -1, 0, List.of(), "Menlo Park", true, false))
                .hasMessage("apps.most_per_account is 0 or more, not -1");
    }
}
