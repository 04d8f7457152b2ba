package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.app.Actor;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.http.Request;
import bobbin.limit.Limit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GET /keyword_search}: 08 §8.1, 08 §8.2, 08 §8.9. */
class SearchGraphTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    /** For a server with other settings. */
    @RegisterExtension
    final Fixture other = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();

    @Test
    void findsAtOnceWhatWasPublished() {
        String post = fair.post(ann, "New espresso routine, day one");

        assertThat(Fair.answer(
                                fair.client(bob),
                                "ESPRESSO",
                                "search_type",
                                "RECENT",
                                "fields",
                                "id,text,media_type,timestamp,username,has_replies,is_quote_post,is_reply,owner")
                        .text())
                .startsWith("{\"data\":[{\"id\":\"" + post
                        + "\",\"text\":\"New espresso routine, day one\",\"media_type\":\"TEXT_POST\",\"timestamp\":\"")
                .contains("\"username\":\"ann\",\"has_replies\":false,\"is_quote_post\":false,\"is_reply\":false}]")
                .contains("\"paging\":{\"cursors\":{");
        assertThat(fair.search(bob, "espressos")).isEmpty();
    }

    @Test
    void looksWhereverAPostSaysSomething() {
        String poll =
                fair.post(ann, "text", "Tea?", "poll_attachment", "{\"option_a\":\"Oolong\",\"option_b\":\"No\"}");
        String longText = fair.post(ann, "text", "More", "text_attachment", "{\"plaintext\":\"All about oolong.\"}");
        String topic = fair.post(ann, "text", "Cheers", "topic_tag", "Oolong Club");

        assertThat(fair.search(bob, "oolong", "search_type", "recent")).containsExactly(topic, longText, poll);
    }

    @Test
    void wantsAllWordsAndPhrasesAsSuch() {
        String post = fair.post(ann, "Old maps of a new town");
        fair.post(ann, "New maps");

        assertThat(fair.search(bob, "town maps")).containsExactly(post);
        assertThat(fair.search(bob, "\"new town\" old")).containsExactly(post);
        assertThat(fair.search(bob, "\"town new\"")).isEmpty();
    }

    @Test
    void findsScriptsWithoutSpaces() {
        String tower = fair.post(ann, "今日は東京タワーに登った");
        String kyoto = fair.post(ann, "京都の東");
        String thai = fair.post(ann, "กาแฟอร่อยมาก");

        assertThat(fair.search(bob, "東京")).containsExactly(tower);
        assertThat(fair.search(bob, "東")).containsExactlyInAnyOrder(tower, kyoto);
        assertThat(fair.search(bob, "ﾀﾜｰ")).containsExactly(tower);
        assertThat(fair.search(bob, "อร่อย")).containsExactly(thai);
    }

    @Test
    void comparesTopicsAsAWhole() {
        String one = fair.post(ann, "text", "x", "topic_tag", "Coffee");
        String inText = fair.post(ann, "so good #COFFEE");
        fair.post(ann, "text", "coffee", "topic_tag", "Coffee Beans");
        fair.post(ann, "text", "coffee", "topic_tag", "Café");

        for (String q : List.of("#Coffee", "coffee", " #coffee ")) {
            assertThat(fair.search(bob, q, "search_mode", "TAG", "search_type", "RECENT"))
                    .containsExactly(inText, one);
        }
        assertThat(fair.search(bob, "coffee beans", "search_mode", "tag")).hasSize(1);
        assertThat(fair.search(bob, "coffee-beans", "search_mode", "tag")).isEmpty();
        assertThat(fair.search(bob, "cafe", "search_mode", "tag")).isEmpty();
        assertThat(fair.search(bob, "#", "search_mode", "tag")).isEmpty();
    }

    @Test
    void narrowsByAuthorTypeAndTime() {
        String first = fair.post(ann, "apples");
        long noon = fixture.time.instant().getEpochSecond();
        fixture.time.pass(Duration.ofMinutes(1));
        String second = fair.post(bob, "apples");

        assertThat(fair.search(bob, "apples", "author_username", "ann")).containsExactly(first);
        assertThat(fair.search(bob, "apples", "author_username", "nobody")).isEmpty();
        assertThat(fair.search(bob, "apples", "media_type", "text")).containsExactly(second, first);
        assertThat(fair.search(bob, "apples", "media_type", "IMAGE")).isEmpty();
        for (String type : List.of("TOP", "RECENT")) {
            assertThat(fair.search(bob, "apples", "search_type", type, "until", "" + noon))
                    .containsExactly(first);
            assertThat(fair.search(bob, "apples", "search_type", type, "since", "" + (noon + 1)))
                    .containsExactly(second);
        }
    }

    @Test
    void keepsBackWhatIsNotForEverybody() {
        Id eve = fair.town.person("eve");
        fair.post(ann, "secret plum");
        fair.town.relations.follow(bob, ann);
        fair.post(ann, "text", "ghost plum", "is_ghost_post", "true");
        String geo = fair.post(bob, "text", "plum abroad", "allowlisted_country_codes", "FR");
        String plum = fair.post(bob, "plum");
        fair.client(eve).post("/" + plum + "/repost");

        fair.town.accounts.makePrivate(ann);
        assertThat(fair.search(bob, "plum", "search_type", "RECENT")).containsExactly(plum, geo);
        assertThat(fair.search(ann, "plum")).hasSize(2);
        assertThat(fair.search(bob, "plum", "author_username", "ann")).isEmpty();
        fair.town.accounts.makePublic(ann);
        assertThat(fair.search(eve, "plum")).hasSize(2);
        fair.town.relations.block(bob, eve);
        assertThat(fair.search(eve, "plum")).hasSize(1);
        fair.client(bob).delete("/" + plum);
        assertThat(fair.search(bob, "plum", "author_username", "bob")).containsExactly(geo);
    }

    @Test
    void findsRepliesUnlessTheyAreHiddenOrWait() {
        String root = fair.post(ann, "text", "damson", "enable_reply_approvals", "false");
        String reply = fair.post(bob, "text", "a damson reply", "reply_to_id", root);
        Id eve = fair.town.person("eve");
        assertThat(fair.search(eve, "damson reply")).containsExactly(reply);
        assertThat(Fair.answer(fair.client(eve), "damson reply", "fields", "is_reply,root_post")
                        .text())
                .startsWith("{\"data\":[{\"is_reply\":true,\"root_post\":{\"id\":\"" + root + "\"}");

        fair.client(ann).post("/" + reply + "/manage_reply", "hide", "true");
        assertThat(fair.search(eve, "damson reply")).isEmpty();
        assertThat(fair.search(ann, "damson reply")).isEmpty();
        assertThat(fair.search(bob, "damson reply")).containsExactly(reply);

        String strict = fair.post(ann, "text", "damson", "enable_reply_approvals", "true");
        String waiting = fair.post(bob, "text", "waiting damson", "reply_to_id", strict);
        assertThat(fair.search(ann, "waiting")).isEmpty();
        fair.client(ann).post("/" + waiting + "/manage_pending_reply", "approve", "true");
        assertThat(fair.search(eve, "waiting")).containsExactly(waiting);
    }

    @Test
    void looksOnUntilThePageIsFull() {
        Id eve = fair.town.person("eve");
        String found = fair.post(ann, "needle");
        for (int i = 0; i < 60; i++) {
            fair.post(bob, "needle " + i);
        }
        fair.town.relations.block(eve, bob);

        for (String type : List.of("TOP", "RECENT")) {
            assertThat(fair.search(eve, "needle", "search_type", type, "limit", "2"))
                    .containsExactly(found);
        }
    }

    @Test
    void showsWhatPeopleCaredForFirstAndPagesThroughIt() {
        Id[] posts = new Id[5];
        for (int i = 0; i < posts.length; i++) {
            posts[i] = id(fair.post(ann, "pears " + i));
        }
        fair.counts.put(posts[1], new Counts(100, 0, 0, 0, 0));
        fair.counts.put(posts[3], new Counts(0, 0, 1, 0, 0));
        fixture.database.change(tx -> {
            fair.standings.engaged(tx, posts[1]);
            fair.standings.engaged(tx, posts[3]);
        });
        List<String> expected = List.of(text(posts[1]), text(posts[3]), text(posts[4]), text(posts[2]), text(posts[0]));

        assertThat(fair.search(bob, "pears")).isEqualTo(expected);
        GraphClient client = fair.client(bob);
        GraphClient.Answer page = Fair.answer(client, "pears", "limit", "2");
        assertThat(Fair.ids(page)).isEqualTo(expected.subList(0, 2));
        assertThat(page.at("/paging/next")).contains("/keyword_search?").contains("limit=2&after=");
        fixture.time.pass(Duration.ofDays(8));
        fair.post(ann, "pears of later");
        page = Fair.answer(client, "pears", "limit", "2", "after", page.at("/paging/cursors/after"));
        assertThat(Fair.ids(page)).isEqualTo(expected.subList(2, 4));
        GraphClient.Answer back =
                Fair.answer(client, "pears", "limit", "2", "before", page.at("/paging/cursors/before"));
        assertThat(Fair.ids(back)).isEqualTo(expected.subList(0, 2));
        page = Fair.answer(client, "pears", "limit", "2", "after", page.at("/paging/cursors/after"));
        assertThat(Fair.ids(page)).isEqualTo(expected.subList(4, 5));
        assertThat(Fair.answer(client, "pears", "after", page.at("/paging/cursors/after"))
                        .text())
                .isEqualTo("{\"data\":[]}");
    }

    @Test
    void looksAnewAtWhatItShows() {
        Id old = id(fair.post(ann, "kiwi"));
        fixture.time.pass(Duration.ofHours(1));
        String young = fair.post(ann, "kiwi");
        fair.counts.put(old, new Counts(0, 0, 0, 0, 100));

        assertThat(fair.search(bob, "kiwi")).containsExactly(young, text(old));
        assertThat(fair.search(bob, "kiwi")).containsExactly(text(old), young);
    }

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

        fair.limits.give(bob, Limit.KEYWORD_SEARCH, Optional.of(3));
        GraphClient.Answer refused = Fair.answer(client, "grape");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.at("/error/code")).isEqualTo("613");
        assertThat(refused.at("/error/error_subcode")).isEqualTo("4279002");
        assertThat(refused.response().headers().first("Retry-After")).isPresent();
    }

    @Test
    void remembersWhatWasSearched() {
        fair.post(ann, "x");
        fair.post(ann, "x");
        fair.search(bob, "nothing");
        fixture.time.pass(Duration.ofSeconds(1));
        var page = Fair.answer(fair.client(bob), "x", "limit", "1");
        Fair.answer(fair.client(bob), "x", "limit", "1", "after", page.at("/paging/cursors/after"));
        fixture.time.pass(Duration.ofSeconds(1));
        fair.search(bob, "nothing");

        long now = fixture.time.millis();
        assertThat(searched())
                .isEqualTo("{\"recently_searched_keywords\":[{\"query\":\"nothing\",\"timestamp\":" + now
                        + "},{\"query\":\"x\",\"timestamp\":" + (now - 1000) + "}],\"id\":\"" + GraphClient.SCOPED_ID
                        + "\"}");
        assertThat(Long.toString(now)).hasSize(13);

        fixture.time.pass(Duration.ofDays(30).minusMillis(500));
        assertThat(searched()).contains("nothing").doesNotContain("\"x\"");
        fair.history.forget();
        fixture.time.pass(Duration.ofSeconds(1));
        assertThat(searched()).contains("\"recently_searched_keywords\":[]");
    }

    @Test
    void remembersTheNewest25() {
        for (int i = 0; i < 30; i++) {
            fixture.time.pass(Duration.ofSeconds(1));
            fair.search(bob, "word " + i);
        }

        assertThat(fair.history.of(bob)).hasSize(25);
        assertThat(fair.history.of(bob).getLast().query()).isEqualTo("word 5");
        assertThat(fair.history.of(ann)).isEmpty();
    }

    @Test
    void findsNothingForSensitiveWords() {
        Fair careful = new Fair(other, Fair.sensitive("Bad Word, worse"));
        careful.post(careful.town.ann(), "a bad word is worse");

        assertThat(careful.search(careful.town.bob(), "bad")).hasSize(1);
        assertThat(careful.search(careful.town.bob(), "a BAD  word is")).isEmpty();
        assertThat(careful.search(careful.town.bob(), "Wörse")).isEmpty();
        assertThat(careful.limits.used(careful.town.bob(), Limit.KEYWORD_SEARCH))
                .isEqualTo(1);
    }

    @Test
    void forgetsAPersonWhoIsRemoved() {
        fair.post(ann, "melon");
        fair.search(ann, "melon");

        fixture.database.change(tx -> new Farewell(fixture.database).removed(tx, ann));

        assertThat(fair.search(bob, "melon")).isEmpty();
        assertThat(fair.history.of(ann)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"",
                "'",
                "''",
                "a\" OR \"b",
                "a AND",
                "NEAR(a b, 5)",
                "words:a",
                "-a",
                "a*",
                "^a",
                "a + b",
                "(",
                ")",
                "{a}:b",
                "%",
                "_",
                "\\",
                ";",
                "--",
                "/*",
                "?",
                ":a",
                "@a",
                "=text",
                "#a",
                "\u0000",
                "a\u0000b",
                "👩‍👩‍👧",
                "🇳🇴",
                "\ud800",
                "', 1); drop table post; --",
                "\u0301",
                "a\u200db",
                "ß",
                "İ",
                "ﷺ",
                "\uffff",
                "🂡"
            })
    void takesAnyTextForWords(String q) {
        for (String mode : List.of("KEYWORD", "TAG")) {
            for (String type : List.of("TOP", "RECENT")) {
                var answer = Fair.answer(fair.client(bob), q, "search_mode", mode, "search_type", type);
                if (q.equals("\u0000") || q.equals("\ud800")) {
                    continue;
                }
                assertThat(answer.text()).isEqualTo("{\"data\":[]}");
            }
        }
    }

    @Test
    void takesVeryLongTextsForWords() {
        String post = fair.post(ann, "kumquat");

        for (String piece : List.of("\"", "kumquat ", "x", "東", "a b ", "\"a b\" ", "👍", "#")) {
            String q = piece.repeat(10_000 / piece.length());
            for (String mode : List.of("KEYWORD", "TAG")) {
                var answer = fair.client(bob)
                        .answer(Request.of("GET", "/keyword_search?access_token=t")
                                .withBody(
                                        "application/x-www-form-urlencoded",
                                        "search_mode=" + mode + "&q=" + URLEncoder.encode(q, StandardCharsets.UTF_8)));
                assertThat(Fair.ids(answer))
                        .isEqualTo(mode.equals("KEYWORD") && piece.equals("kumquat ") ? List.of(post) : List.of());
            }
        }
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

    private String searched() {
        return fair.client(bob)
                .get("/me", "fields", "recently_searched_keywords")
                .text();
    }

    private static Id id(String text) {
        return Id.parse(text).orElseThrow();
    }

    private static String text(Id id) {
        return id.toString();
    }
}
