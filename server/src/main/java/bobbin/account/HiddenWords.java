package bobbin.account;

import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.List;

/** The words that people do not want to read under their posts (15 §15.5). They concern what is written from then on. */
public final class HiddenWords {
    /** The most words of an account. */
    public static final int MOST = 1000;

    private final Database database;
    private final HiddenWordStore store = new HiddenWordStore();

    public HiddenWords(Database database) {
        this.database = database;
    }

    /** Hides a word; one that is hidden already stays. Refuses more than {@link #MOST}. */
    public void hide(Id account, HiddenWord word) {
        database.change(tx -> {
            store.insert(tx, account, word);
            if (store.count(tx, account) > MOST) {
                throw AccountProblems.TOO_MANY_WORDS.refuse(MOST);
            }
        });
    }

    /** Lets a word be read again; what it covered stays covered. */
    public void show(Id account, HiddenWord word) {
        database.change(tx -> store.delete(tx, account, word));
    }

    /** Every hidden word of an account, in alphabetical order. */
    public List<HiddenWord> of(Id account) {
        return database.read(tx -> store.of(tx, account));
    }

    /** Whether somebody does not want to read this text under their posts. */
    public boolean cover(Tx tx, Id owner, String text) {
        List<HiddenWord> words = store.of(tx, owner);
        String folded = words.isEmpty() ? "" : HiddenWord.folded(text);
        return words.stream().anyMatch(word -> word.isIn(folded));
    }
}
