package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Which posts a search means, and in which of them it finds that: 08 §8.1. */
class MatchingTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

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
}
