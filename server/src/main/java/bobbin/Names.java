package bobbin;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Names {
    private static final int FEW = 10;

    private Names() {}

    /** The known name nearest to a wrong one; empty if none is near: more than a third of its letters, at least two, differ. */
    static Optional<String> nearest(String wrong, Collection<String> known) {
        int allowed = Math.max(2, wrong.length() / 3);
        return known.stream()
                .filter(name -> distance(wrong, name) <= allowed)
                .min(Comparator.<String>comparingInt(name -> distance(wrong, name))
                        .thenComparing(name -> name));
    }

    /** A sentence that says the name is unknown and which one was probably meant; or all that there are, if they are few. */
    static String unknown(String wrong, Collection<String> known) {
        String few = known.isEmpty() || known.size() > FEW ? "" : " There is " + String.join(", ", known) + ".";
        return wrong + " is not known."
                + nearest(wrong, known)
                        .map(name -> " Did you mean " + name + "?")
                        .orElse(few);
    }

    /** How many letters must be put in, taken out or changed to turn one word into the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
