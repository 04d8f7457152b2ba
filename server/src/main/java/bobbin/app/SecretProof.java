package bobbin.app;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What a call shows to prove that its sender knows the app's secret: {@code appsecret_proof}, and {@code appsecret_time} if the proof
 * is only good for a moment (01 §4).
 */
public record SecretProof(Optional<String> proof, Optional<String> time) {
    private static final Duration LONGEST_AGE = Duration.ofMinutes(5);

    /** Refuses a wrong or outdated proof; refuses a missing one if the app asks for it. */
    public void check(App app, AppSecret secret, String accessToken, Instant now) {
        if (proof.isEmpty()) {
            if (app.requiresSecretProof()) {
                throw AppProblems.PROOF_MISSING.refuse();
            }
            return;
        }
        boolean timely = time.map(text -> isRecent(text, now)).orElse(true);
        String message = time.map(text -> accessToken + "|" + text).orElse(accessToken);
        if (!timely || !same(secret.proof(message), proof.get())) {
            throw AppProblems.PROOF_WRONG.refuse();
        }
    }

    /** Clocks differ: a time that lies ahead is taken within the same bound. */
    private static boolean isRecent(String seconds, Instant now) {
        try {
            Instant made = Instant.ofEpochSecond(Long.parseLong(seconds));
            return Duration.between(made, now).abs().compareTo(LONGEST_AGE) <= 0;
        } catch (NumberFormatException | DateTimeException | ArithmeticException _) {
            return false;
        }
    }

    private static boolean same(String expected, String offered) {
        return MessageDigest.isEqual(
                expected.getBytes(StandardCharsets.UTF_8),
                offered.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }
}
