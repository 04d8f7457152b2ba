package bobbin.oauth;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toUnmodifiableMap;

import bobbin.base.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Permissions as one text: their names, joined by commas, in the order of their list. */
final class ScopeList {
    private static final Map<String, Scope> BY_NAME =
            Stream.of(Scope.values()).collect(toUnmodifiableMap(Scope::wire, scope -> scope));

    private ScopeList() {}

    static String write(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::wire).collect(joining(","));
    }

    /** Reads what {@link #write} wrote; a name that no longer exists gives no permission. */
    static Set<Scope> read(String text) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        int start = 0;
        while (start < text.length()) {
            int comma = text.indexOf(',', start);
            int end = comma < 0 ? text.length() : comma;
            Scope scope = BY_NAME.get(text.substring(start, end));
            if (scope != null) {
                scopes.add(scope);
            }
            start = end + 1;
        }
        return scopes;
    }
}
