package bobbin.oauth;

import static java.util.stream.Collectors.joining;

import bobbin.base.Scope;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Permissions as one text: their names, joined by commas, in the order of their list. */
final class ScopeList {
    private static final Pattern COMMA = Pattern.compile(",");

    private ScopeList() {}

    static String write(Collection<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::wire).collect(joining(","));
    }

    /** Reads what {@link #write} wrote; a name that no longer exists gives no permission. */
    static Set<Scope> read(String text) {
        EnumSet<Scope> scopes = EnumSet.noneOf(Scope.class);
        for (String name : COMMA.split(text, -1)) {
            Scope.parse(name).ifPresent(scopes::add);
        }
        return scopes;
    }
}
