package bobbin.location;

import java.util.ArrayList;
import java.util.List;

/**
 * One word that a place must have: any from {@code low} to {@code high}, by their bytes. Only {@code low} itself counts in full.
 *
 * @param low the word that was asked for
 */
record Term(String low, String high) {
    private static final int MOST = 8;
    private static final String HIGHEST = Character.toString(Character.MAX_CODE_POINT);

    /** The words of a query; the last may be the beginning of one, because people search while they type. */
    static List<Term> of(String query) {
        List<Term> terms = new ArrayList<>();
        Words.of(query).stream().limit(MOST).map(Term::whole).forEach(terms::add);
        if (!terms.isEmpty()) {
            terms.add(terms.removeLast().beginning());
        }
        return terms;
    }

    private static Term whole(String word) {
        return new Term(word, word);
    }

    /** A single letter of ours begins too much to tell anything; a single sign of others may be a whole word. */
    private Term beginning() {
        return low.length() == 1 && low.charAt(0) < 0x80 ? this : new Term(low, low + HIGHEST);
    }
}
