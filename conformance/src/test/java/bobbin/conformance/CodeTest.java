package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The exchange of a code for a token. */
class CodeTest {
    private final Dev dev = Dev.server();
    private final Dev.App app = dev.app();
    private final Dev.User eve = dev.user("eve");
    private final Client client = new Client(dev, eve);
    private final Api nobody = new Api(dev.graph(), "");

    @Test
    @Spec({"03 §2.2", "17 §1", "17 §3"})
    void exchangesACodeHoweverItIsSent() {
        String[] all = {
            "client_id",
            app.id(),
            "client_secret",
            app.secret(),
            "grant_type",
            "authorization_code",
            "redirect_uri",
            Client.CALLBACK
        };
        String basic =
                Base64.getEncoder().encodeToString((app.id() + ":" + app.secret()).getBytes(StandardCharsets.UTF_8));
        List.<Function<String, Answer>>of(
                        code -> nobody.send("POST", "/oauth/access_token", Api.join(all, "code", code)),
                        code -> nobody.send("GET", "/v1.0/oauth/access_token/", Api.join(all, "code", code)),
                        code -> nobody.send(nobody.request("/oauth/access_token")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        Api.form(Api.join(all, "code", code + "#_", "junk", "1"))))),
                        code -> nobody.send(nobody.request("/oauth/access_token")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString("{\"client_id\":\"" + app.id() + "\",\"client_secret\":\""
                                        + app.secret() + "\",\"code\":\"" + code + "\",\"redirect_uri\":\""
                                        + Client.CALLBACK
                                        + "\"}"))),
                        code -> nobody.send(nobody.request("/oauth/access_token")
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(
                                        Api.form("code", code, "redirect_uri", Client.CALLBACK)))))
                .forEach(send -> assertThat(send.apply(client.code()).ok().text("/user_id"))
                        .isEqualTo(eve.id()));
    }

    @Test
    @Spec({"03 §2.3", "16 §3", "17 §5"})
    void refusesAWrongExchange() {
        String code = client.code();
        client.exchange(code).ok();
        Answer reused = client.exchange(code);
        assertThat(reused.status()).isEqualTo(400);
        assertThat(reused.text())
                .isEqualTo(
                        "{\"error_type\":\"OAuthException\",\"code\":400,\"error_message\":\"Matching code was not found or was already used\"}");
        assertThat(client.exchange("AQinvented").text()).isEqualTo(reused.text());

        client.exchange(app.id(), app.secret(), client.code(), "http://localhost:3000/callback")
                .refused(
                        400,
                        100,
                        36008,
                        "Error validating verification code. Please make sure your redirect_uri is identical to the one"
                                + " you used in the OAuth dialog request");
        client.exchange(app.id(), "wrong", client.code(), Client.CALLBACK)
                .refused(400, 1, "Error validating client secret.");
        client.exchange("17", "x", "x", Client.CALLBACK)
                .refused(400, 101, "Error validating application. Cannot get application info due to a system error.");
        nobody.send("POST", "/oauth/access_token").refused(400, 1, "Missing client_id parameter.");
        nobody.send(
                        "POST",
                        "/oauth/access_token",
                        "client_id",
                        app.id(),
                        "client_secret",
                        app.secret(),
                        "grant_type",
                        "magic",
                        "code",
                        "x",
                        "redirect_uri",
                        Client.CALLBACK)
                .refused(400, 1, "Invalid grant_type: magic");
    }
}
