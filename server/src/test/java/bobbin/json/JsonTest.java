package bobbin.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Id;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void keepsTheOrderOfMembersAndLeavesSlashesAndUmlautsAlone() {
        Map<String, Object> post = new LinkedHashMap<>();
        post.put("text", "Grüße 🧵 \"a\"\n");
        post.put("id", new Id(17));
        post.put("permalink", "https://a/b");
        post.put("children", List.of(1, 2L, 0.5, true));
        post.put("nothing", null);

        assertThat(new String(Json.bytes(post), UTF_8))
                .isEqualTo("{\"text\":\"Grüße 🧵 \\\"a\\\"\\n\",\"id\":\"17\",\"permalink\":\"https://a/b\","
                        + "\"children\":[1,2,0.5,true],\"nothing\":null}");
    }

    @Test
    void writesEveryDigitOfANumber() {
        assertThat(Json.text(
                        List.of(9007199254740993L, new BigInteger("12345678901234567890"), new BigDecimal("0.10"))))
                .isEqualTo("[9007199254740993,12345678901234567890,0.10]");
    }

    @Test
    void refusesToWriteWhatHasNoAgreedForm() {
        assertThatThrownBy(() -> Json.bytes(new Object())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Json.bytes(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesOutHalfACharacterAndEscapesIt() {
        assertThat(Json.parse("\"\\ud83db\\u0000\"").text()).contains("b");
        assertThat(Json.parse("{\"a\\u0000\":\"\\udc4d\"}").names()).containsExactly("a");
        assertThat(Json.text("a\ud83d")).isEqualTo("\"a\\uD83D\"");
    }

    @Test
    void readsWhatItWrote() {
        String text = "{\"a\":[1,2.50,-3e5,true,false,null,\"x\"],\"b\":{\"c\":{}}}";

        assertThat(Json.text(Json.parse(text))).isEqualTo(text);
    }

    @Test
    void readsStrictlyWhereTheStandardCounts() {
        for (String loose : new String[] {
            "", " ", "{", "{a:1}", "{'a':1}", "[1,]", "{\"a\":1} x", "[01]", "NaN", "// a\n1", "\"\n\""
        }) {
            assertThatThrownBy(() -> Json.parse(loose)).as(loose).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void readsParametersKindly() {
        Node poll = Json.parseLoosely(" {'option_a': 'its', option_b: \"x\", list: [1, 'two',], }");

        assertThat(poll.text("option_a")).contains("its");
        assertThat(poll.text("option_b")).contains("x");
        assertThat(poll.get("list").orElseThrow().items())
                .extracting(node -> node.text().orElseThrow())
                .containsExactly("1", "two");
    }

    @Test
    void refusesWhatEvenAKindReaderCannotRead() {
        for (String broken : new String[] {"", "{", "{'a'}", "[1 2]", "{a:b}", "undefined", "1 2"}) {
            assertThatThrownBy(() -> Json.parseLoosely(broken)).as(broken).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void refusesWhatIsTooDeepOrTooLong() {
        assertThat(Json.parse("[".repeat(32) + "]".repeat(32)).isArray()).isTrue();
        for (String large :
                new String[] {"[".repeat(33) + "]".repeat(33), "{a:".repeat(33) + "1" + "}".repeat(33), "1".repeat(101)
                }) {
            assertThatThrownBy(() -> Json.parseLoosely(large)).isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void readsBytesThatAreNoUtf8AsBroken() {
        byte[] latin = {'"', (byte) 0xfc, '"'};

        assertThatThrownBy(() -> Json.parse(latin)).isInstanceOf(Unreadable.class);
    }

    @Test
    void takesTheLastOfEqualNames() {
        assertThat(Json.parse("{\"a\":1,\"b\":2,\"a\":3}").text("a")).contains("3");
    }

    @Test
    void findsNothingWhereThereIsNothing() {
        Node node = Json.parse("{\"a\":null,\"b\":\"\",\"c\":[null,1],\"d\":{\"e\":1}}");

        assertThat(node.names()).containsExactly("a", "b", "c", "d");
        assertThat(node.get("a")).isEmpty();
        assertThat(node.text("b")).isEmpty();
        assertThat(node.get("c").orElseThrow().items()).hasSize(1);
        assertThat(node.text("d")).contains("{\"e\":1}");
        assertThat(node.text("x")).isEmpty();
        assertThat(node.items()).isEmpty();
        assertThat(Json.parse("7").names()).isEmpty();
    }

    @Test
    void readsWholeNumbersAlsoInQuotes() {
        Node node = Json.parse(
                "{\"a\":4,\"b\":\" 4 \",\"c\":4.0,\"d\":4.5,\"e\":\"four\",\"f\":1e99,\"g\":9223372036854775807}");

        assertThat(Arrays.asList("a", "b", "c"))
                .allSatisfy(name -> assertThat(node.integer(name)).hasValue(4));
        assertThat(Arrays.asList("d", "e", "f", "x"))
                .allSatisfy(name -> assertThat(node.integer(name)).isEmpty());
        assertThat(node.integer("g")).hasValue(Long.MAX_VALUE);
    }
}
