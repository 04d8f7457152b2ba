package bobbin.oauth;

import bobbin.base.Scope;

/**
 * One permission on the consent page, or on the page of one's apps.
 *
 * @param words what it means
 * @param fixed whether it cannot be unticked
 * @param fresh whether it is asked for on top of what was granted before
 */
public record ConsentRow(String name, String words, boolean fixed, boolean fresh) {

    static ConsentRow of(Scope scope, boolean fresh) {
        return new ConsentRow(scope.wire(), ScopeWords.of(scope), scope == Scope.BASIC, fresh);
    }
}
