package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.http.Request;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that nobody would search for, and those who do: 08 §8.1. */
class StrangeQueriesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();

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
                "a\u0000b",
                "👩‍👩‍👧",
                "🇳🇴",
                "', 1); drop table post; --",
                "\u0301",
                "a\u200db",
                "ß",
                "İ",
                "ﷺ",
                "\uffff",
                "🂡",
                "!!! ... ???",
                "“„”",
                "\u00a0",
                "\u200b",
                "\ufeff",
                "\u202e",
                "\u0300\u0301\u0302",
                "\"\"\"\"",
                "NOT a",
                "a NEAR/2 b",
                "{\"q\":1}",
                "<script>",
                "%00",
                "$1",
                "\r\n\tx"
            })
    void takesAnyTextForWords(String q) {
        for (String mode : List.of("KEYWORD", "TAG")) {
            for (String type : List.of("TOP", "RECENT")) {
                assertThat(Fair.answer(fair.client(bob), q, "search_mode", mode, "search_type", type)
                                .text())
                        .isEqualTo("{\"data\":[]}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u3000", "\t\r\n", "\u0000", " \u0000 "})
    void asksForTextWhereThereIsNone(String q) {
        for (String mode : List.of("KEYWORD", "TAG")) {
            var answer = Fair.answer(fair.client(bob), q, "search_mode", mode);

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.at("/error/code")).isEqualTo("100");
            assertThat(answer.at("/error/message")).isEqualTo("The parameter q is required");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Coffee, please | coffee*",
                "Coffee, please | \"coffee",
                "Coffee, please | coffee\" please",
                "Coffee, please | (coffee)",
                "Coffee, please | -coffee",
                "Coffee, please | +coffee ^please",
                "Coffee, please | coffee\\",
                "Coffee, please | 'coffee';--",
                "Coffee, please | \u200fcoffee\u200e",
                "Coffee, please | cof\u00adfee",
                "Coffee, please | coffee\ud800 please",
                "Coffee, please | \u202ecoffee\u202c",
                "Coffee, please | \ufeffcoffee",
                "Coffee, please | ＣＯＦＦＥＥ",
                "Coffee, please | 𝐜𝐨𝐟𝐟𝐞𝐞",
                "Coffee, please | co\u0301ffe\u0300e\u0302",
                "Cafe\u0301 | café",
                "Café | CAFE",
                "cof\u00adfee | coffee",
                "tea and not coffee or milk | and not coffee or milk",
                "100% | 100",
                "C++ and C# | c#",
                "snake_case | snake_case",
                "שלום עולם | עולם",
                "\u202bשָׁלוֹם\u202c | שלום",
                "مرحبا بالعالم | بالعالم",
                "می\u200cخواهم | میخواهم",
                "東京タワー | 東京タワー",
                "東京タワー | ワー",
                "東京タワー | ﾀﾜｰ",
                "ภาษาไทย\u200bง่าย | ไทย",
                "한국어 커피 | 커피",
                "Well done 👍🏽 | 👍",
                "👩‍👩‍👧 | 👩‍👩‍👧",
                "🇳🇴 | 🇳🇴",
                "I ❤️ tea | ❤",
                "ﬁne | fine",
                "Straße | STRASSE",
                "İstanbul | istanbul",
                "ὈΔΟΣ | οδος"
            })
    void findsWordsWhateverStandsBetweenOrUponThem(String text, String q) {
        String post = fair.post(ann, text);

        for (String type : List.of("TOP", "RECENT")) {
            assertThat(fair.search(bob, q, "search_type", type)).containsExactly(post);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "coffee | coffee OR tea",
                "coffee | cof*",
                "coffee | coffe_",
                "coffee | %",
                "coffee | co ffee",
                "coffee | cof\u200bfee",
                "東京 | 京東",
                "words | words:words",
                "tea, please | \"please tea\"",
                "👩‍👧 | 👨"
            })
    void knowsNoLanguageOfSearching(String text, String q) {
        fair.post(ann, text);

        for (String type : List.of("TOP", "RECENT")) {
            assertThat(fair.search(bob, q, "search_type", type)).isEmpty();
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
}
