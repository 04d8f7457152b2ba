package bobbin.app;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

/** The form field {@code signed_request} of the deauthorize and data-deletion callbacks (02 §4). */
public record SignedRequest(String text) {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    /**
     * Says that something concerns this person, signed with the secret of the app that is told.
     *
     * @param person the id by which the app knows the person
     */
    public static SignedRequest about(ScopedId person, Instant issuedAt, AppSecret secret) {
        String json = "{\"user_id\":\"%s\",\"algorithm\":\"HMAC-SHA256\",\"issued_at\":%d}"
                .formatted(person, issuedAt.getEpochSecond());
        String payload = BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
        return new SignedRequest(BASE64.encodeToString(secret.sign(payload)) + "." + payload);
    }

    @Override
    public String toString() {
        return text;
    }
}
