package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How values may be written, and that what is not meant does no harm (01 §4). */
class ValuesTest {
    private final Dev dev = Dev.server();
    private final Api api = dev.as("dan");

    @Test
    @Spec("01 §4")
    void readsBooleansInEveryForm() {
        for (String yes : List.of("true", "TRUE", "True", "1", "yes", "on")) {
            assertThat(isPost(api.post("/me/threads", "media_type", "TEXT", "text", "x", "auto_publish_text", yes)))
                    .as(yes)
                    .isTrue();
        }
        for (String no : List.of("false", "FALSE", "0", "no", "off", "")) {
            assertThat(isPost(api.post("/me/threads", "media_type", "TEXT", "text", "x", "auto_publish_text", no)))
                    .as(no)
                    .isFalse();
        }
        assertThat(isPost(json("{\"media_type\":\"TEXT\",\"text\":\"x\",\"auto_publish_text\":true}")))
                .isTrue();
        assertThat(isPost(json("{\"media_type\":\"TEXT\",\"text\":\"x\",\"auto_publish_text\":1}")))
                .isTrue();
        assertThat(isPost(json("{\"media_type\":\"TEXT\",\"text\":\"x\",\"auto_publish_text\":null}")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allowlisted_country_codes=us,ca",
                "allowlisted_country_codes=%20US%20,,CA%20",
                "allowlisted_country_codes=US&allowlisted_country_codes=CA",
                "allowlisted_country_codes[]=US&allowlisted_country_codes[]=CA",
                "allowlisted_country_codes[0]=US&allowlisted_country_codes[1]=CA",
                "allowlisted_country_codes=%5B%22US%22,%22CA%22%5D",
                "allowlisted_country_codes=%5B'US','CA',%5D",
                "allowlisted_country_codes=US,CA,US"
            })
    @Spec({"01 §4", "04 §14"})
    void readsListsInEveryForm(String list) {
        Answer form = api.send(api.request("/me/threads")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "media_type=TEXT&text=x&auto_publish_text=1&access_token=" + api.token() + "&" + list)));

        assertThat(countries(form)).isEqualTo("[\"US\",\"CA\"]");
    }

    @Test
    @Spec({"01 §4", "04 §14"})
    void readsListsInJson() {
        for (String list : List.of("[\"US\",\"CA\"]", "\"US,CA\"", "\"[\\\"US\\\",\\\"CA\\\"]\"")) {
            assertThat(countries(json("{\"media_type\":\"TEXT\",\"text\":\"x\",\"auto_publish_text\":true,"
                            + "\"allowlisted_country_codes\":" + list + "}")))
                    .isEqualTo("[\"US\",\"CA\"]");
        }
    }

    @Test
    @Spec({"04 §14", "06 §8"})
    void refusesCountriesThatDoNotExist() {
        api.post("/me/threads", "media_type", "TEXT", "text", "x", "allowlisted_country_codes", "US,XX,usa")
                .refused(
                        400,
                        100,
                        "THREADS_API__GEO_GATING_INVALID_COUNTRY_CODES: These are not ISO 3166-1 alpha-2 country codes: XX, USA.");
    }

    @Test
    @Spec({"04 §14", "06 §8", "09 §9.1"})
    void refusesCountriesOfThoseWhoMayNotChooseThem() {
        Stage stage = new Stage(dev);
        Dev.User person = stage.person();
        Api limited = stage.api(person);
        stage.run("user", "set", person.username(), "--geo-gating", "false");

        assertThat(limited.get("/me", "fields", "is_eligible_for_geo_gating")
                        .at("/is_eligible_for_geo_gating")
                        .asBoolean(true))
                .isFalse();
        limited.post("/me/threads", "media_type", "TEXT", "text", "x", "allowlisted_country_codes", "US")
                .refused(400, 10, "THREADS_API__FEATURE_NOT_AVAILABLE: This account cannot limit posts to countries.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"entity_type\":\"SPOILER\",\"offset\":2,\"length\":3}]",
                "[{'entity_type':'spoiler','offset':'2','length':'3'}]",
                "[{entity_type:'Spoiler',offset:2,length:3,text:'abc'},]",
                "[{\"entity_type\":\"SPOILER\",\"offset\":2,\"length\":3},{\"entity_type\":\"OTHER\",\"offset\":-1}]",
                "[null,1,{\"entity_type\":\"SPOILER\",\"offset\":2,\"length\":3}]"
            })
    @Spec({"01 §4", "04 §6", "07 §7.6.3"})
    void readsSpoilersInEveryForm(String entities) {
        String post = api.publish("a secret", "text_entities", entities);

        assertThat(api.get("/" + post, "fields", "text_entities").ok().text())
                .isEqualTo(
                        "{\"text_entities\":{\"data\":[{\"entity_type\":\"SPOILER\",\"offset\":2,\"length\":3}]},\"id\":\""
                                + post + "\"}");
    }

    @Test
    @Spec({"04 §6", "07 §7.6.3"})
    void takesTenSpoilersAndNoMore() {
        String spoiler = "{\"entity_type\":\"SPOILER\",\"offset\":0,\"length\":1}";
        assertThat(api.get(
                                "/" + api.publish("x", "text_entities", "[" + (spoiler + ",").repeat(10) + "]"),
                                "fields",
                                "text_entities")
                        .at("/text_entities/data")
                        .size())
                .isEqualTo(10);
        api.post(
                        "/me/threads",
                        "media_type",
                        "TEXT",
                        "text",
                        "x",
                        "text_entities",
                        "[" + (spoiler + ",").repeat(11) + "]")
                .refused(400, 100, "Param text_entities must contain at most 10 entities.");
        for (String none : List.of("{}", "x", "5", "[]", "\"[]\"")) {
            String post = api.publish("x", "text_entities", none);
            assertThat(api.get("/" + post, "fields", "text_entities").ok().has("/text_entities"))
                    .as(none)
                    .isFalse();
        }
        Answer negative = api.post(
                "/me/threads",
                "media_type",
                "TEXT",
                "text",
                "x",
                "text_entities",
                spoiler.replace("0", "-1").transform(one -> "[" + one + "]"));
        negative.refused(400, 100, "Invalid parameter");
        assertThat(negative.json().at("/error").propertyNames())
                .containsExactly("message", "type", "code", "error_user_title", "error_user_msg", "fbtrace_id");
    }

    @Test
    @Spec({"01 §4", "04 §2"})
    void comparesWordsWithoutCaseAndPassesOverWhatItDoesNotKnow() {
        String post = api.post(
                        "/me/threads",
                        "media_type",
                        "tExT",
                        "text",
                        "x",
                        "reply_control",
                        "Followers_Only",
                        "alt_text",
                        "not for texts",
                        "colour",
                        "blue",
                        "auto_publish_text",
                        "1")
                .ok()
                .text("/id");

        assertThat(api.get("/" + post, "fields", "reply_audience").text("/reply_audience"))
                .isEqualTo("FOLLOWERS_ONLY");
    }

    @Test
    @Spec({"01 §8", "01 §4"})
    void readsFieldsAsTheListTheyAre() {
        String expected = api.get("/me", "fields", "username,id").ok().text();
        for (String query : List.of(
                "fields=username&fields=id",
                "fields[]=username&fields[]=id",
                "fields=%5B%22username%22,%22id%22%5D",
                "fields=%20username%20,%20,id,username")) {
            assertThat(api.send(api.request("/me?" + query + "&access_token=" + api.token())
                                    .GET())
                            .ok()
                            .text())
                    .isEqualTo(expected);
        }
        assertThat(json("/me?method=get", "{\"fields\":[\"username\",\"id\"]}")
                        .ok()
                        .text())
                .isEqualTo(expected);
    }

    private boolean isPost(Answer answer) {
        return api.get("/" + answer.ok().text("/id"), "fields", "text").status() == 200;
    }

    private String countries(Answer published) {
        return api.get("/" + published.ok().text("/id"), "fields", "allowlisted_country_codes")
                .ok()
                .at("/allowlisted_country_codes")
                .toString();
    }

    private Answer json(String body) {
        return json("/me/threads", body);
    }

    private Answer json(String path, String body) {
        return api.send(api.request(path)
                .header("Authorization", "Bearer " + api.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }
}
