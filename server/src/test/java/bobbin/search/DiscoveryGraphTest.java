package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.Pictures;
import bobbin.account.Profile;
import bobbin.app.Actor;
import bobbin.app.Role;
import bobbin.app.Roles;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.http.Request;
import bobbin.image.ImageSamples;
import bobbin.image.Images;
import bobbin.limit.Limit;
import bobbin.post.Town;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /profile_lookup} and {@code GET /profile_posts}: 08 §8.3, 08 §8.4, 08 §8.9. */
class DiscoveryGraphTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    /** For a server with other settings. */
    @RegisterExtension
    final Fixture other = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();
    private final GraphClient client = fair.client(bob);

    @Test
    void showsAProfileAsItIsLookedUp() {
        fair.town.accounts.editProfile(ann, new Profile("Ann", "Coffee, mostly."));
        fair.town.relations.follow(bob, ann);
        fair.week = new Counts(1208, 340, 77, 12, 50211);

        assertThat(client.get("/profile_lookup", "username", "ann").text())
                .isEqualTo(
                        "{\"username\":\"ann\",\"name\":\"Ann\",\"biography\":\"Coffee, mostly.\",\"is_verified\":false,"
                                + "\"follower_count\":1,\"likes_count\":1208,\"quotes_count\":12,\"replies_count\":340,"
                                + "\"reposts_count\":77,\"views_count\":50211}");
    }

    @Test
    void showsAPictureWhereThereIsOne() {
        String[] asked = {"username", "ann", "fields", "profile_picture_url"};
        assertThat(client.get("/profile_lookup", asked).text()).isEqualTo("{}");

        try (Images images = new Images()) {
            new Pictures(fixture.database, images).put(ann, ImageSamples.png(40, 40));
        }
        assertThat(client.get("/profile_lookup", asked).at("/profile_picture_url"))
                .matches("https?://[^/]+/p/[0-9a-f]{3}[A-Za-z0-9_-]{22}\\.jpg");
    }

    @Test
    void showsTheFieldsThatAreAskedAndTheIdOnlyThen() {
        assertThat(client.get("/profile_lookup", "username", "@ANN", "fields", "name,username")
                        .text())
                .isEqualTo("{\"name\":\"ann\",\"username\":\"ann\"}");
        String id =
                client.get("/profile_lookup", "username", "ann", "fields", "id").at("/id");
        assertThat(id).matches("\\d{16}");
        assertThat(client.get("/profile_lookup", "username", "ann", "fields", "id")
                        .at("/id"))
                .isEqualTo(id);
        assertThat(client.get("/profile_lookup", "username", "ann", "fields", "threads_biography")
                        .at("/error/message"))
                .isEqualTo("Tried accessing nonexisting field (threads_biography)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile_lookup", "profile_posts"})
    void refusesInTheSameWordsWhateverStandsInTheWay(String edge) {
        Id cleo = fair.town.person("cleo");
        fair.town.accounts.makePrivate(cleo);
        fair.town.relations.follow(bob, cleo);
        fair.town.relations.accept(cleo, bob);
        fair.town.relations.block(fair.town.person("eve"), bob);
        fair.town.relations.block(bob, fair.town.person("dan"));

        for (String name : List.of("nobody", "cleo", "eve", "dan", "Not a name!", "\"")) {
            var answer = client.get("/" + edge, "username", name);
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/error/code")).isEqualTo("100");
            assertThat(answer.at("/error/error_subcode")).isEqualTo("33");
            assertThat(answer.at("/error/message"))
                    .isEqualTo(
                            "Unsupported get request. Object with ID '" + name
                                    + "' does not exist, cannot be loaded due to missing permissions, or does not support this operation");
        }
        assertThat(client.get("/" + edge).at("/error/message")).isEqualTo("The parameter username is required");
    }

    @Test
    void wants100FollowersAsTheOriginalDoes() {
        Fair strict = new Fair(other, Fair.likeTheOriginal());
        Id star = strict.town.ann();
        GraphClient viewer = strict.client(strict.town.bob());
        for (int i = 0; i < 99; i++) {
            strict.town.relations.follow(strict.town.person("fan" + i), star);
        }

        for (String edge : List.of("/profile_lookup", "/profile_posts")) {
            assertThat(viewer.get(edge, "username", "ann").at("/error/error_subcode"))
                    .isEqualTo("33");
        }
        strict.town.relations.follow(strict.town.bob(), star);
        assertThat(viewer.get("/profile_lookup", "username", "ann").at("/follower_count"))
                .isEqualTo("100");
        assertThat(viewer.get("/profile_posts", "username", "ann").text()).isEqualTo("{\"data\":[]}");
        strict.town.relations.unfollow(strict.town.bob(), star);
        assertThat(viewer.get("/profile_lookup", "username", "ann").status()).isEqualTo(400);
    }

    @Test
    void reachesOnlyTestersWithStandardAccess() {
        fair.town.permissions.withdraw(Actor.OPERATOR, fair.town.demo, Scope.PROFILE_DISCOVERY);
        Id eve = fair.town.person("eve");

        for (String edge : List.of("/profile_lookup", "/profile_posts")) {
            for (String name : List.of("eve", "nobody")) {
                var answer = client.get(edge, "username", name);
                assertThat(answer.status()).isEqualTo(500);
                assertThat(answer.at("/error/code")).isEqualTo("10");
                assertThat(answer.at("/error/message"))
                        .isEqualTo("Application does not have permission for this action");
            }
        }
        Roles roles = new Roles(fixture.database, fair.town.accounts, Town.APPS);
        roles.invite(Actor.OPERATOR, fair.town.demo, "eve", Role.THREADS_TESTER);
        roles.accept(eve, fair.town.demo, Role.THREADS_TESTER);
        assertThat(client.get("/profile_lookup", "username", "eve").status()).isEqualTo(200);
    }

    @Test
    void countsEachEdgeByItselfAndEveryCall() {
        client.get("/profile_lookup", "username", "nobody");
        client.get("/profile_lookup", "username", "ann");
        client.get("/profile_posts", "username", "ann");

        assertThat(fair.limits.used(bob, Limit.PROFILE_LOOKUP)).isEqualTo(2);
        assertThat(fair.limits.used(bob, Limit.PROFILE_POSTS)).isEqualTo(1);
    }

    @Test
    void refusesThe1001stCallOfADay() {
        fair.spend(bob, Limit.PROFILE_LOOKUP, 999);

        assertThat(client.get("/profile_lookup", "username", "ann").status()).isEqualTo(200);
        assertThat(client.get("/profile_lookup", "username", "ann").at("/error/error_subcode"))
                .isEqualTo("4279002");
        assertThat(client.get("/profile_posts", "username", "ann").status()).isEqualTo(200);
        fair.spend(bob, Limit.PROFILE_POSTS, 999);
        assertThat(client.get("/profile_posts", "username", "ann").at("/error/error_subcode"))
                .isEqualTo("4279002");
    }

    @Test
    void listsWhatSomebodyShows() {
        String original = fair.post(bob, "original");
        String post = fair.post(ann, "hello");
        fair.post(ann, "text", "boo", "is_ghost_post", "true");
        fair.post(ann, "text", "abroad", "allowlisted_country_codes", "FR");
        String quote = fair.post(ann, "text", "so true", "quote_post_id", original);
        String repost = fair.client(ann).post("/" + original + "/repost").at("/id");

        var all = client.get(
                "/profile_posts", "username", "ann", "fields", "id,username,text,is_quote_post,owner,reply_audience");
        assertThat(Fair.ids(all)).containsExactly(repost, quote, post);
        assertThat(all.text()).doesNotContain("owner").doesNotContain("reply_audience");
        var page = client.get("/profile_posts", "username", "ann", "limit", "2");
        assertThat(Fair.ids(page)).containsExactly(repost, quote);
        assertThat(Fair.ids(client.get(
                        "/profile_posts", "username", "ann", "limit", "2", "after", page.at("/paging/cursors/after"))))
                .containsExactly(post);
        fair.client(bob).delete("/" + original);
        assertThat(Fair.ids(client.get("/profile_posts", "username", "ann"))).containsExactly(quote, post);
    }

    @Test
    void readsItsParametersFromTheBodyOfAGet() {
        for (String edge : List.of("profile_lookup", "profile_posts")) {
            assertThat(client.answer(Request.of("GET", "/v1.0/" + edge + "?access_token=t")
                                    .withBody("application/x-www-form-urlencoded", "username=ann"))
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void isOnlyForThoseWhoMayDiscover() {
        GraphClient basic = fair.client(bob, fair.town.demo, Set.of(Scope.BASIC));

        assertThat(basic.get("/profile_lookup", "username", "ann").at("/error/code"))
                .isEqualTo("10");
        assertThat(basic.get("/profile_posts", "username", "ann").at("/error/code"))
                .isEqualTo("10");
    }
}
