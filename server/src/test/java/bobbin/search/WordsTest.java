package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A text as words: 08 §8.1. */
class WordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "New espresso routine, day one! | new espresso routine day one",
                "CAFÉ Ünïcode ǅ | cafe unicode dz",
                "ﬁne Ｆｕｌｌ ① ² | fine full 1 2",
                "Straße ŁÓDŹ Ørsted ΟΔΟΣ ὁδός | strasse lodz orsted οδοσ οδοσ",
                "don't l'eau | don t l eau",
                "#home_lab @ann.b https://a.example/x?y=1 | home lab ann b https a example x y 1",
                "咖啡iPhone15を買う | 咖 啡 iphone15 を 買 う",
                "ﾗｰﾒﾝ が が | ラ ー メ ン が が",
                "สวัสดี ครับ | ส ว ั ส ด ี ค ร ั บ",
                "안녕하세요 세계 | 안녕하세요 세계",
                "مَرْحَبًا نظام | مرحبا نظام",
                "हिन्दी में | हिन्दी में",
                "I ❤️ tea👍🏽 🇳🇴 | i ❤ tea 👍 🇳 🇴",
                "𝒻𝒶𝓃𝒸𝓎 | fancy"
            })
    void readsTextsOfAllKinds(String text, String words) {
        assertThat(String.join(" ", Words.of(text))).isEqualTo(words);
    }

    @Test
    void findsNoWordsWhereThereAreNone() {
        assertThat(Words.of("")).isEmpty();
        assertThat(Words.of(" \t\u0000.,;!?\"'()*^-+:{}[]~\u0301\ufe0f\u200d")).isEmpty();
    }

    @Test
    void cutsWhatIsTooLongForAWordBetweenCharacters() {
        assertThat(Words.of("𝔘".repeat(20) + "𠀀".repeat(2) + "ꙮ".repeat(100)))
                .containsExactly("u".repeat(20), "𠀀", "𠀀", "ꙮ".repeat(40));
    }

    @Test
    void keepsPairsOfSignsForTheIndex() {
        assertThat(Words.terms(Words.of("東京タワー and 東京")))
                .containsExactlyInAnyOrder("東", "京", "タ", "ワ", "ー", "and", "東京", "京タ", "タワ", "ワー");
    }
}
