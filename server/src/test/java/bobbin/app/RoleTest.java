package bobbin.app;

import static bobbin.app.Role.ADMIN;
import static bobbin.app.Role.ANALYST;
import static bobbin.app.Role.DEVELOPER;
import static bobbin.app.Role.TESTER;
import static bobbin.app.Role.THREADS_TESTER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.app.Role.Right;
import bobbin.base.Id;
import bobbin.base.Setting;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a role allows, and how many may have it (02 §6). */
class RoleTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AppSettings SETTINGS = AppSettings.from(Setting::standard);

    @Test
    void letsAdministratorsDoEverythingDevelopersEditAndAnalystsSee() {
        assertThat(List.of(Right.values()))
                .filteredOn(ADMIN::allows)
                .containsExactly(Right.SEE, Right.EDIT, Right.GOVERN);
        assertThat(List.of(Right.values())).filteredOn(DEVELOPER::allows).containsExactly(Right.SEE, Right.EDIT);
        assertThat(List.of(Right.values())).filteredOn(ANALYST::allows).containsExactly(Right.SEE);
        assertThat(List.of(Right.values())).noneMatch(TESTER::allows).noneMatch(THREADS_TESTER::allows);
    }

    @Test
    void has500AdministratorsAtMost() {
        hasRoom(ADMIN, Map.of(ADMIN, 499), false);
        isFull(ADMIN, Map.of(ADMIN, 500), false, 500);
    }

    @Test
    void has50TestersAtMost() {
        hasRoom(TESTER, Map.of(TESTER, 49, ADMIN, 100), false);
        isFull(TESTER, Map.of(TESTER, 50), false, 50);
    }

    @Test
    void has500PeopleInAllRolesOfAVerifiedBusiness() {
        hasRoom(TESTER, Map.of(TESTER, 400, ADMIN, 99, THREADS_TESTER, 900), true);
        isFull(TESTER, Map.of(TESTER, 400, ADMIN, 90, DEVELOPER, 10), true, 500);
    }

    @Test
    void hasAsManyThreadsTestersAsTheOperatorSays() {
        hasRoom(THREADS_TESTER, Map.of(THREADS_TESTER, 100_000), false);
        AppSettings capped =
                new AppSettings(App.Mode.LIVE, Access.ADVANCED, 25, 25, List.of(), "Menlo Park", true, false);

        THREADS_TESTER.makeRoom(Map.of(THREADS_TESTER, 24), app(false), capped);
        assertThatThrownBy(() -> THREADS_TESTER.makeRoom(Map.of(THREADS_TESTER, 25), app(false), capped))
                .hasMessageContaining("at most 25");
    }

    @Test
    void hasAnyNumberOfDevelopersAndAnalysts() {
        hasRoom(DEVELOPER, Map.of(DEVELOPER, 10_000), false);
        hasRoom(ANALYST, Map.of(ANALYST, 10_000), false);
    }

    private static void hasRoom(Role role, Map<Role, Integer> taken, boolean verified) {
        assertThatCode(() -> role.makeRoom(taken, app(verified), SETTINGS)).doesNotThrowAnyException();
    }

    private static void isFull(Role role, Map<Role, Integer> taken, boolean verified, int most) {
        assertThatThrownBy(() -> role.makeRoom(taken, app(verified), SETTINGS)).hasMessageContaining("at most " + most);
    }

    private static App app(boolean verified) {
        return new App(
                new Id(1),
                "Demo",
                App.Mode.LIVE,
                "",
                NOON,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                verified ? Optional.of(NOON) : Optional.empty(),
                Optional.empty(),
                List.of(),
                Map.of());
    }
}
