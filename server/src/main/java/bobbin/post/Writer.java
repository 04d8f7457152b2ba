package bobbin.post;

import bobbin.base.Id;
import java.util.Optional;

/**
 * Who writes, and through which app.
 *
 * @param app empty for somebody who writes on our own pages
 */
public record Writer(Id account, Optional<Id> app) {

    public static Writer through(Id app, Id account) {
        return new Writer(account, Optional.of(app));
    }

    public static Writer onTheWeb(Id account) {
        return new Writer(account, Optional.empty());
    }
}
