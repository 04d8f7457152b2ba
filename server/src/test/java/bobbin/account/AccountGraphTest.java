package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code GET /me} and {@code GET /{user}} (09 §9.1). */
class AccountGraphTest {
    private static final String ALL =
            "id,username,name,threads_profile_picture_url,threads_biography,is_verified,is_eligible_for_geo_gating";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Cast cast = new Cast(fixture);
    private final Id ann = cast.join("ann").id();
    private final GraphClient client = client(EnumSet.allOf(Scope.class));

    @Test
    void showsTheIdAloneWithoutFields() {
        assertThat(client.get("/me").text()).isEqualTo("{\"id\":\"" + GraphClient.SCOPED_ID + "\"}");
    }

    @Test
    void showsEveryField() {
        cast.accounts.editProfile(ann, new Profile("Ann", "Builds.\nShares."));
        var me = client.get("/me", "fields", ALL);

        assertThat(me.at("/id")).isEqualTo(GraphClient.SCOPED_ID);
        assertThat(me.at("/username")).isEqualTo("ann");
        assertThat(me.at("/name")).isEqualTo("Ann");
        assertThat(me.at("/threads_biography")).isEqualTo("Builds.\nShares.");
        assertThat(me.at("/threads_profile_picture_url")).matches("http://[^/]+/p/default-[0-7]\\.png");
        assertThat(me.text()).contains("\"is_verified\":false", "\"is_eligible_for_geo_gating\":true");
    }

    @Test
    void sendsValuesWhereNothingWasSaid() {
        var me = client.get("/me", "fields", "name,threads_biography");

        assertThat(me.text())
                .isEqualTo("{\"name\":\"ann\",\"threads_biography\":\"\",\"id\":\"" + GraphClient.SCOPED_ID + "\"}");
    }

    @Test
    void showsTheBadge() {
        new Moderation(fixture.database, new AccountEvents() {}).verify(ann);

        assertThat(client.get("/me", "fields", "is_verified").text()).contains("\"is_verified\":true");
    }

    @Test
    void answersUnderTheOwnIdAsUnderMe() {
        assertThat(client.get("/" + GraphClient.SCOPED_ID, "fields", ALL).text())
                .isEqualTo(client.get("/me", "fields", ALL).text());
    }

    @Test
    void knowsNoOtherPeople() {
        for (String other : new String[] {"2222222222222222", ann.toString(), "ann"}) {
            var answer = client.get("/" + other);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/error/code")).isEqualTo("100");
            assertThat(answer.at("/error/error_subcode")).isEqualTo("33");
            assertThat(answer.at("/error/message"))
                    .startsWith("Unsupported get request. Object with ID '" + other + "' does not exist");
        }
    }

    @Test
    void namesFieldsThatDoNotExist() {
        for (String field : new String[] {"followers_count", "media_count", "website", "biography"}) {
            assertThat(client.get("/me", "fields", field).at("/error/message"))
                    .isEqualTo("Tried accessing nonexisting field (" + field + ")");
        }
    }

    @Test
    void showsAnEmptyListOfSearchesToThoseWhoMaySearch() {
        assertThat(client.get("/me", "fields", "recently_searched_keywords").text())
                .isEqualTo("{\"recently_searched_keywords\":[],\"id\":\"" + GraphClient.SCOPED_ID + "\"}");
        assertThat(client(Set.of(Scope.BASIC))
                        .get("/me", "fields", "recently_searched_keywords")
                        .text())
                .isEqualTo("{\"id\":\"" + GraphClient.SCOPED_ID + "\"}");
    }

    @Test
    void needsTheBasicPermission() {
        var answer = client(Set.of()).get("/me");

        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/error_subcode")).isEqualTo("10");
    }

    private GraphClient client(Set<Scope> scopes) {
        PublicUrls urls = new PublicUrls(HttpSettings.from(Setting::standard));
        return new GraphClient(fixture.time, ann, scopes, new AccountGraph(cast.accounts, _ -> List.of(), urls));
    }
}
