package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Refusal;
import bobbin.base.Setting;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PasswordTest {
    private static final Username ANN = new Username("annabella");

    private final Argon2 argon2 = new Argon2(PasswordSettings.from(Setting::standard));

    @Test
    void refusesWhatIsTooShortOrTooLong() {
        assertThat(new Password("é".repeat(8) + "a").checkedFor(ANN)).isNotNull();
        assertThat(new Password("ab".repeat(64)).checkedFor(ANN)).isNotNull();
        assertThatThrownBy(() -> new Password("1bCdeFg").checkedFor(ANN)).hasMessage("Choose a longer password");
        assertThatThrownBy(() -> new Password("ab".repeat(64) + "c").checkedFor(ANN))
                .hasMessage("Choose a shorter password");
    }

    @Test
    void refusesWhatOthersWouldTryFirst() {
        for (String text : List.of("password", "PassWord1", "12345678", "aaaaaaaaaaaa", "Annabella")) {
            assertThatThrownBy(() -> new Password(text).checkedFor(ANN)).hasMessage("Choose another password");
        }
    }

    @Test
    void knowsThePasswordAgainFromWhatIsKept() {
        String kept = argon2.hash(new Password("correct horse"));

        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("horse");
        assertThat(argon2.matches(new Password("correct horse"), kept)).isTrue();
        assertThat(argon2.matches(new Password("correct house"), kept)).isFalse();
        assertThat(argon2.matchesNobody(new Password("correct horse"))).isFalse();
        assertThat(argon2.hash(new Password("correct horse"))).isNotEqualTo(kept);
    }

    @Test
    void agreesWithTheReferenceImplementation() {
        byte[] salt = "somesalt".getBytes(StandardCharsets.US_ASCII);
        byte[] hash = HexFormat.of().parseHex("09316115d5cf24ed5a15a31a3ba326e5cf32edc24702987c02b6566f61913cf7");
        String kept = "$argon2id$v=19$m=65536,t=2,p=1$" + base64(salt) + "$" + base64(hash);

        assertThat(argon2.matches(new Password("password"), kept)).isTrue();
    }

    @Test
    void comparesWhatIsMeantNotHowItIsTyped() {
        String kept = argon2.hash(new Password("caf\u00e9 au lait"));

        assertThat(argon2.matches(new Password("cafe\u0301 au lait"), kept)).isTrue();
    }

    @Test
    void seesThatSettingsHaveChanged() {
        String kept = new Argon2(new PasswordSettings(64, 1, 1, 1, 1)).hash(new Password("correct horse"));

        assertThat(argon2.isDated(kept)).isTrue();
        assertThat(argon2.isDated(argon2.hash(new Password("correct horse")))).isFalse();
        assertThat(argon2.matches(new Password("correct horse"), kept)).isTrue();
    }

    @Test
    void refusesFurtherOnesWhenTooManyWait() throws InterruptedException {
        Argon2 narrow = new Argon2(new PasswordSettings(19_456, 2, 1, 1, 1));
        List<Callable<String>> storm = IntStream.range(0, 16)
                .mapToObj(_ -> (Callable<String>) () -> narrow.hash(new Password("correct horse")))
                .toList();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> results = threads.invokeAll(storm);

            assertThat(results.stream().filter(each -> each.state() == Future.State.SUCCESS))
                    .hasSizeGreaterThanOrEqualTo(2);
            assertThat(results.stream().filter(each -> each.state() == Future.State.FAILED))
                    .isNotEmpty()
                    .allMatch(each -> each.exceptionNow() instanceof Refusal refusal
                            && refusal.problem().equals(AccountProblems.BUSY));
        }
    }

    @Test
    void isNeverShown() {
        assertThat(new Password("correct horse")).hasToString("Password[hidden]");
        assertThat(new Secret("0aa" + "x".repeat(43))).hasToString("Secret[hidden]");
    }

    private static String base64(byte[] bytes) {
        return java.util.Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
