package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Who writes, and through which app.
 *
 * @param app empty for somebody who writes on our own pages
 * @param scopes what the person lets the app do
 */
public record Writer(Id account, Optional<Id> app, Set<Scope> scopes) {

    public Writer {
        scopes = Set.copyOf(scopes);
    }

    public static Writer through(Id app, Id account, Set<Scope> scopes) {
        return new Writer(account, Optional.of(app), scopes);
    }

    /** Through an app that may do everything. */
    public static Writer through(Id app, Id account) {
        return through(app, account, EnumSet.allOf(Scope.class));
    }

    public static Writer onTheWeb(Id account) {
        return new Writer(account, Optional.empty(), Set.of());
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope);
    }
}
