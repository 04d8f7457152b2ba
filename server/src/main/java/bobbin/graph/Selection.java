package bobbin.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parsed value of {@code fields}: names in the order of the request, each once, each perhaps with braces behind it
 * (01 §8). At most 4 levels and 200 names.
 *
 * @param names empty if nothing was asked for
 */
record Selection(List<Name> names) {
    static final Selection DEFAULT = new Selection(List.of());
    private static final int DEEPEST = 4;
    private static final int MOST = 200;
    /** Of a text that cannot be read, so many characters are quoted. */
    private static final int SHOWN = 100;

    /**
     * One name.
     *
     * @param inner what stands in braces
     * @param modifiers {@code limit}, {@code after}, {@code before} of an edge; others are read and ignored
     */
    record Name(String name, Optional<Selection> inner, Map<String, String> modifiers) {}

    static Selection parse(String text) {
        Reader reader = new Reader(text);
        Selection selection = reader.selection(1);
        if (!reader.ended()) {
            throw reader.expected("end of string");
        }
        return selection;
    }

    boolean isDefault() {
        return names.isEmpty();
    }

    /** Reads character by character, remembering where it stands. */
    private static final class Reader {
        private final String text;
        private int at;
        private int count;

        Reader(String text) {
            this.text = text;
        }

        Selection selection(int level) {
            if (level > DEEPEST) {
                throw GraphProblems.FIELDS_TOO_DEEP.refuse(DEEPEST);
            }
            Map<String, Name> names = new LinkedHashMap<>();
            do {
                skipBlanks();
                if (!ended() && isWord(peek())) {
                    Name name = name(level);
                    names.merge(
                            name.name(), name, (first, second) -> second.inner().isPresent() ? second : first);
                }
                skipBlanks();
            } while (take(','));
            return new Selection(new ArrayList<>(names.values()));
        }

        private Name name(int level) {
            if (++count > MOST) {
                throw GraphProblems.FIELDS_TOO_MANY.refuse(MOST);
            }
            String name = word();
            Map<String, String> modifiers = modifiers();
            skipBlanks();
            if (!take('{')) {
                return new Name(name, Optional.empty(), modifiers);
            }
            Selection inner = selection(level + 1);
            if (!take('}')) {
                throw expected("\"}\"");
            }
            return new Name(name, Optional.of(inner).filter(chosen -> !chosen.isDefault()), modifiers);
        }

        private Map<String, String> modifiers() {
            Map<String, String> modifiers = new LinkedHashMap<>();
            while (take('.')) {
                String modifier = word();
                if (!take('(')) {
                    throw expected("\"(\"");
                }
                int start = at;
                while (!ended() && peek() != ')') {
                    at++;
                }
                modifiers.put(modifier, text.substring(start, at).strip());
                if (!take(')')) {
                    throw expected("\")\"");
                }
            }
            return modifiers;
        }

        private String word() {
            int start = at;
            while (!ended() && isWord(peek())) {
                at++;
            }
            if (start == at) {
                throw expected("a name");
            }
            return text.substring(start, at);
        }

        boolean ended() {
            return at >= text.length();
        }

        RuntimeException expected(String what) {
            String found = ended() ? "end of string" : Character.toString(text.codePointAt(at));
            return GraphProblems.FIELDS_MALFORMED.refuse(what, found, at, shortened());
        }

        private String shortened() {
            return text.codePointCount(0, text.length()) <= SHOWN
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + "…";
        }

        private char peek() {
            return text.charAt(at);
        }

        private boolean take(char wanted) {
            if (ended() || peek() != wanted) {
                return false;
            }
            at++;
            return true;
        }

        private void skipBlanks() {
            while (!ended() && Character.isWhitespace(peek())) {
                at++;
            }
        }

        private static boolean isWord(char c) {
            return Character.isLetterOrDigit(c) || c == '_' || c == '-';
        }
    }
}
