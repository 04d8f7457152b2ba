package bobbin.http;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids of requests: {@code A} and 22 characters of A–Z a–z 0–9 - _ (06 §1). They are no secrets. */
final class RequestIds {
    private RequestIds() {}

    static String next() {
        byte[] random = new byte[17];
        ThreadLocalRandom.current().nextBytes(random);
        return "A"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(random).substring(0, 22);
    }
}
