package bobbin.limit;

import bobbin.base.Id;
import java.util.Optional;

/**
 * For whom calls are counted.
 *
 * @param owner an account, or an app
 * @param app the app that calls on behalf of the account; empty if what is counted is the account over all apps, or the app as such
 */
record Caller(Id owner, Optional<Id> app) {

    /** An app on behalf of a person; the app as such, if there is none. */
    static Caller pair(Id app, Optional<Id> account) {
        return account.map(person -> new Caller(person, Optional.of(app))).orElse(alone(app));
    }

    /** An app on behalf of anybody, or a person through any app. */
    static Caller alone(Id appOrAccount) {
        return new Caller(appOrAccount, Optional.empty());
    }
}
