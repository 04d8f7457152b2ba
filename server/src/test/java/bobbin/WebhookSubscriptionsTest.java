package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Subscribing over the API, and how addresses are verified (12 §12.3, §12.8, §12.10). */
class WebhookSubscriptionsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HookTown town = new HookTown(fixture);
    private final String path = "/" + town.demo + "/subscriptions";

    @AfterEach
    void close() {
        town.close();
    }

    /** 12 §12.10 check 2: the token is never shown again. */
    @Test
    void keepsWhatWasVerified() {
        assertThat(subscribe("moderate", "replies,delete").text()).isEqualTo("{\"success\":true}");
        assertThat(town.hook.verifications.getFirst())
                .matches("hub\\.mode=subscribe&hub\\.challenge=[0-9]+&hub\\.verify_token=spring-onion-42");
        assertThat(list().text())
                .isEqualTo("{\"data\":[{\"object\":\"moderate\",\"callback_url\":\"" + town.hook.address()
                        + "\",\"active\":true,\"fields\":[{\"name\":\"replies\",\"version\":\"v1.0\"},"
                        + "{\"name\":\"delete\",\"version\":\"v1.0\"}]}]}");
    }

    @Test
    void addsFieldsAndTakesThemAway() {
        subscribe("moderate", "replies");
        subscribe("moderate", "[\"delete\"]");
        subscribe("interaction", "publish");
        assertThat(list().at("/data/0/fields/1/name")).isEqualTo("delete");
        assertThat(list().at("/data/1/object")).isEqualTo("interaction");

        town.call("DELETE", path, town.appToken, "object", "moderate", "fields", "replies");
        assertThat(list().at("/data/0/fields/0/name")).isEqualTo("delete");
        town.call("DELETE", path, town.appToken);
        assertThat(list().text()).isEqualTo("{\"data\":[]}");
    }

    /** 12 §12.10 check 2. */
    @Test
    void keepsTheQueryOfAnAddress() {
        assertThat(subscribe("moderate", "replies", town.hook.address() + "?key=1")
                        .status())
                .isEqualTo(200);
        assertThat(town.hook.verifications.getFirst()).startsWith("key=1&hub.mode=subscribe&");
    }

    /** 12 §12.10 check 2. */
    @Test
    void acceptsAChallengeInQuotes() {
        town.hook.verifying(200, " \"*\"\n");
        assertThat(subscribe("moderate", "replies").status()).isEqualTo(200);
    }

    /** 12 §12.10 check 2. */
    @ParameterizedTest
    @CsvSource({
        "404, *, HTTP Status Code = 404; HTTP Message = Not Found",
        "302, *, HTTP Status Code = 302; HTTP Message = Found",
        "200, 'hello', HTTP Status Code = 200; the body is not the challenge",
        "200, '', HTTP Status Code = 200; the body is not the challenge"
    })
    void savesNothingThatWasNotVerified(int status, String body, String fault) {
        town.hook.verifying(status, body);
        GraphClient.Answer answer = subscribe("moderate", "replies");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/type")).isEqualTo("OAuthException");
        assertThat(answer.at("/error/code")).isEqualTo("2200");
        assertThat(answer.at("/error/message"))
                .isEqualTo("(#2200) Callback verification failed with the following errors: " + fault);
        assertThat(list().text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThat(subscribe("page", "feed").at("/error/message"))
                .isEqualTo("Param object must be one of {moderate, interaction} - got \"page\".");
        assertThat(subscribe("moderate", "mentions").at("/error/message"))
                .isEqualTo("Param fields[0] must be one of {replies, delete} - got \"mentions\".");
        assertThat(subscribe("moderate", "replies", "http://app.example.org/hook")
                        .at("/error/code"))
                .isEqualTo("100");
        for (String address : List.of("nonsense", "ftp://app.example.org/hook")) {
            assertThat(subscribe("moderate", "replies", address).at("/error/message"))
                    .as(address)
                    .isEqualTo("Param callback_url is not a valid URI.");
        }
        assertThat(subscribe("moderate", "replies", "https://app.example.org:99999/hook")
                        .at("/error/message"))
                .contains("is no complete web address");
        assertThat(subscribe("moderate", "").at("/error/message")).isEqualTo("The parameter fields is required");
        assertThat(list().text()).isEqualTo("{\"data\":[]}");
    }

    /** 12 §12.10 check 12. */
    @Test
    void asksNobodyInsideOurNetworks() {
        try (HookTown guarded = new HookTown(new Fixture(), Map.of("fetch.allow_private", false))) {
            assertThat(guarded.call(
                                    "POST",
                                    "/" + guarded.demo + "/subscriptions",
                                    guarded.appToken,
                                    "object",
                                    "moderate",
                                    "fields",
                                    "replies",
                                    "callback_url",
                                    guarded.hook.address(),
                                    "verify_token",
                                    Hook.TOKEN)
                            .at("/error/message"))
                    .endsWith("the address is not on the public internet");
            assertThat(guarded.hook.verifications).isEmpty();
        }
    }

    @Test
    void isForTheAppItselfOnly() {
        for (String method : List.of("GET", "POST", "DELETE")) {
            assertThat(town.call(method, path, town.token("ann")).at("/error/code"))
                    .isEqualTo("10");
            assertThat(town.call(
                                    method,
                                    "/" + new bobbin.base.Id(town.demo.value() + 1) + "/subscriptions",
                                    town.appToken)
                            .at("/error/code"))
                    .isEqualTo("10");
        }
    }

    private GraphClient.Answer subscribe(String object, String fields) {
        return subscribe(object, fields, town.hook.address());
    }

    private GraphClient.Answer subscribe(String object, String fields, String url) {
        return town.call(
                "POST",
                path,
                town.appToken,
                "object",
                object,
                "fields",
                fields,
                "callback_url",
                url,
                "verify_token",
                Hook.TOKEN,
                "include_values",
                "true");
    }

    private GraphClient.Answer list() {
        return town.call("GET", path, town.appToken);
    }
}
