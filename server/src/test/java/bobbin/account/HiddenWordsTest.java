package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.base.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Words that people do not want to read (15 §15.5). */
class HiddenWordsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HiddenWords words = new HiddenWords(fixture.database);
    private final Id ann = new Cast(fixture).join("ann").id();

    @Test
    void coverWhatHoldsThemWhateverTheCapitals() {
        hide("Buy followers");

        assertThat(covers("BUY  followers now!")).isTrue();
        assertThat(covers("Ｂｕｙ followers")).as("wide characters").isTrue();
        assertThat(covers("buy more followers")).isFalse();
    }

    @Test
    void coverWholeWordsOnly() {
        hide("cat");

        assertThat(covers("The cat.")).isTrue();
        assertThat(covers("#cat")).isTrue();
        assertThat(covers("concatenate, cats")).isFalse();
        assertThat(covers("cats and a cat")).isTrue();
    }

    @Test
    void coverSignsWhereverTheyStand() {
        hide("🚀");

        assertThat(covers("to the moon🚀🚀now")).isTrue();
    }

    @Test
    void coverNothingOnceTheyAreShownAgain() {
        hide("spam");
        hide("SPAM");
        assertThat(words.of(ann)).extracting(HiddenWord::text).containsExactly("spam");

        words.show(ann, new HiddenWord("Spam"));
        assertThat(words.of(ann)).isEmpty();
        assertThat(covers("spam")).isFalse();
    }

    @Test
    void areOneToAHundredCharacters() {
        assertThat(new HiddenWord(" a  b ").text()).isEqualTo("a b");
        assertThat(new HiddenWord("x".repeat(100)).text()).hasSize(100);
        assertThatThrownBy(() -> new HiddenWord("x".repeat(101))).hasMessage("Shorten the word");
        assertThatThrownBy(() -> new HiddenWord(" \n ")).hasMessage("Check the word");
    }

    @Test
    void areAThousandAtMost() {
        for (int i = 0; i < HiddenWords.MOST; i++) {
            hide("word" + i);
        }

        assertThatThrownBy(() -> hide("one more")).hasMessage("Too many words");
        assertThat(words.of(ann)).hasSize(HiddenWords.MOST);
    }

    private void hide(String word) {
        words.hide(ann, new HiddenWord(word));
    }

    private boolean covers(String text) {
        return fixture.database.read(tx -> words.cover(tx, ann, text));
    }
}
