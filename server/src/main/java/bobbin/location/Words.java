package bobbin.location;

import bobbin.base.Characters;
import bobbin.base.Folded;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Texts as words that are compared: without case, accents, punctuation and apostrophes. */
final class Words {
    /** What the words of a name are worth together; those of a city and of an address are worth less. */
    static final int NAME = 1000;

    private static final int CITY = 100;
    private static final int ADDRESS = 10;
    private static final int LONGEST = 40;

    private static final Pattern APOSTROPHES = Pattern.compile("['’ʼ`´]+");
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private Words() {}

    /** The different words of a text, in its order. */
    static List<String> of(String text) {
        return Arrays.stream(BETWEEN.split(Folded.of(APOSTROPHES.matcher(text).replaceAll(""))))
                .filter(word -> !word.isEmpty())
                .map(word -> Characters.first(LONGEST, word))
                .distinct()
                .toList();
    }

    /**
     * By which words a place is found, and how much of it each of them tells: all words of a name together {@value #NAME}, so that a short
     * name is told by fewer of them; those of its city and of its address less. A word counts where it is worth most.
     */
    static Map<String, Integer> of(Place place) {
        Map<String, Integer> weights = new HashMap<>();
        share(weights, Optional.of(place.name()), NAME);
        share(weights, place.city(), CITY);
        share(weights, place.address(), ADDRESS);
        return weights;
    }

    private static void share(Map<String, Integer> weights, Optional<String> text, int worth) {
        List<String> words = text.map(Words::of).orElse(List.of());
        words.forEach(word -> weights.merge(word, Math.max(2, worth / words.size()), Math::max));
    }
}
