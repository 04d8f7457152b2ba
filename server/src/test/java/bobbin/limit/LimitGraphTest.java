package bobbin.limit;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The table of 04 §18. */
class LimitGraphTest {
    private static final String ALL =
            "quota_usage,config,reply_quota_usage,reply_config,delete_quota_usage,delete_config,"
                    + "location_search_quota_usage,location_search_config,search_quota_usage,search_config";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
    private final Limits limits = new Limits(fixture.database, fixture.ids, LimitSettings.from(Setting::standard));
    private final GraphClient client = client(EnumSet.allOf(Scope.class));

    @Test
    void showsTheUsageOfPostsUnlessAsked() {
        spend(Limit.POSTS);

        assertThat(get(client).text()).isEqualTo("{\"data\":[{\"quota_usage\":1}]}");
    }

    @Test
    void showsEveryQuotaInTheOrderOfTheRequest() {
        spend(Limit.POSTS);
        spend(Limit.DELETES);
        spend(Limit.DELETES);

        assertThat(get(client, "fields", ALL).text())
                .isEqualTo("{\"data\":[{\"quota_usage\":1,\"config\":{\"quota_total\":250,\"quota_duration\":86400},"
                        + "\"reply_quota_usage\":0,\"reply_config\":{\"quota_total\":1000,\"quota_duration\":86400},"
                        + "\"delete_quota_usage\":2,\"delete_config\":{\"quota_total\":100,\"quota_duration\":86400},"
                        + "\"location_search_quota_usage\":0,"
                        + "\"location_search_config\":{\"quota_total\":500,\"quota_duration\":86400},"
                        + "\"search_quota_usage\":0,"
                        + "\"search_config\":{\"quota_total\":2200,\"quota_duration\":86400}}]}");
        assertThat(get(client, "fields", "config,quota_usage").text()).startsWith("{\"data\":[{\"config\":");
    }

    @Test
    void showsPartsOfAConfiguration() {
        assertThat(get(client, "fields", "config{quota_total},quota_usage").text())
                .isEqualTo("{\"data\":[{\"config\":{\"quota_total\":250},\"quota_usage\":0}]}");
    }

    @Test
    void showsATotalOfOnesOwn() {
        limits.give(ann, Limit.POSTS, Optional.of(1000));

        assertThat(get(client, "fields", "config").at("/data/0/config/quota_total"))
                .isEqualTo("1000");
    }

    @Test
    void leavesOutWhatThePermissionsDoNotCover() {
        GraphClient publisher = client(Set.of(Scope.BASIC, Scope.CONTENT_PUBLISH));

        assertThat(get(publisher, "fields", ALL).text())
                .isEqualTo(
                        "{\"data\":[{\"quota_usage\":0,\"config\":{\"quota_total\":250,\"quota_duration\":86400}}]}");
    }

    @Test
    void refusesIfNothingOfWhatIsAskedMayBeSeen() {
        GraphClient basic = client(Set.of(Scope.BASIC));
        GraphClient publisher = client(Set.of(Scope.BASIC, Scope.CONTENT_PUBLISH));

        assertThat(get(basic).at("/error/code")).isEqualTo("10");
        assertThat(get(basic, "fields", ALL).at("/error/code")).isEqualTo("10");
        assertThat(get(publisher, "fields", "reply_quota_usage, delete_config{quota_total}")
                        .at("/error/code"))
                .isEqualTo("10");
    }

    @Test
    void refusesAnUnknownName() {
        assertThat(get(client, "fields", "quota_usage,foo").at("/error/message"))
                .isEqualTo("Tried accessing nonexisting field (foo)");
    }

    private void spend(Limit limit) {
        fixture.database.change(tx -> limits.spend(tx, new Id(1), ann, limit));
    }

    private GraphClient client(Set<Scope> scopes) {
        return new GraphClient(fixture.time, ann, scopes, new LimitGraph(limits));
    }

    private static GraphClient.Answer get(GraphClient client, String... parameters) {
        return client.get("/me/threads_publishing_limit", parameters);
    }
}
