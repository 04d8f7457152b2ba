package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.http.Request;
import bobbin.limit.Limit;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code GET /keyword_search}, who may call it and how: 08 §8.1, 08 §8.9. */
class SearchGraphTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();

    @Test
    void findsOnlyOnesOwnWithStandardAccess() {
        fair.post(ann, "figs");
        String own = fair.post(bob, "figs");
        assertThat(fair.search(bob, "figs")).hasSize(2);

        fair.town.permissions.withdraw(Actor.OPERATOR, fair.town.demo, Scope.KEYWORD_SEARCH);
        assertThat(fair.search(bob, "figs")).containsExactly(own);
        assertThat(fair.search(bob, "figs", "author_username", "bob")).containsExactly(own);
        assertThat(fair.search(bob, "figs", "author_username", "ann")).isEmpty();
        fair.town.permissions.approve(Actor.OPERATOR, fair.town.demo, Scope.KEYWORD_SEARCH);
        assertThat(fair.search(bob, "figs")).hasSize(2);
    }

    @Test
    void countsForThePersonWhateverTheAppAndOnlyWhatFoundSomething() {
        fair.post(ann, "grape one");
        fair.post(ann, "grape two");
        Id another = fair.town.apps.create(Actor.OPERATOR, ann, "Other").id();
        GraphClient client = fair.client(bob);

        fair.search(bob, "nothing like it");
        assertThat(used()).isZero();
        var page = Fair.answer(client, "grape", "limit", "1");
        Fair.answer(client, "grape", "limit", "1", "after", page.at("/paging/cursors/after"));
        Fair.answer(fair.client(bob, another, EnumSet.allOf(Scope.class)), "grape");
        assertThat(used()).isEqualTo(3);
        assertThat(client.get("/me/threads_publishing_limit", "fields", "search_quota_usage,search_config")
                        .text())
                .isEqualTo(
                        "{\"data\":[{\"search_quota_usage\":3,\"search_config\":{\"quota_total\":2200,\"quota_duration\":86400}}]}");

        fair.spend(bob, Limit.KEYWORD_SEARCH, 2196);
        assertThat(Fair.answer(client, "grape").status()).isEqualTo(200);
        GraphClient.Answer refused = Fair.answer(client, "grape");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/error/code")).isEqualTo("613");
        assertThat(refused.at("/error/error_subcode")).isEqualTo("4279002");
        assertThat(refused.response().headers().first("Retry-After")).isPresent();
        assertThat(Fair.answer(client, "nothing like it").text()).isEqualTo("{\"data\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x=1 | The parameter q is required",
                "q=%20 | The parameter q is required",
                "q=a&media_type=TEXT_POST | Param media_type must be one of {IMAGE, TEXT, VIDEO} - got \"TEXT_POST\".",
                "q=a&search_type=HOT | Param search_type must be one of {TOP, RECENT} - got \"HOT\".",
                "q=a&search_mode=X | Param search_mode must be one of {KEYWORD, TAG} - got \"X\".",
                "q=a&since=1 | Param since must be greater than or equal to 1688540400.",
                "q=a&limit=-1 | Param limit must be greater than or equal to 0.",
                "q=a&after=abc | Param after is not a valid cursor."
            })
    void refusesWhatItCannotRead(String query, String message) {
        var answer = fair.client(bob).answer(Request.of("GET", "/keyword_search?access_token=t&" + query.strip()));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.at("/error/code")).isEqualTo("100");
        assertThat(answer.at("/error/message")).isEqualTo(message);
    }

    @Test
    void readsItsParametersFromTheBodyOfAGet() {
        String post = fair.post(ann, "quince");

        assertThat(Fair.ids(fair.client(bob)
                        .answer(Request.of("GET", "/v1.0/keyword_search?access_token=t")
                                .withBody("application/x-www-form-urlencoded", "q=quince&search_type=RECENT"))))
                .containsExactly(post);
    }

    @Test
    void isOnlyForThoseWhoMaySearch() {
        assertThat(Fair.answer(fair.client(bob, fair.town.demo, Set.of(Scope.BASIC)), "x")
                        .at("/error/code"))
                .isEqualTo("10");
    }

    private int used() {
        return fair.limits.used(bob, Limit.KEYWORD_SEARCH);
    }
}
