package bobbin.app;

import bobbin.app.Role.Right;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.Optional;
import java.util.function.BiFunction;

/** Which permissions an app asks people for, and how far each of them reaches (02 §1, §6, §7). */
public final class Permissions {
    private final Apps apps;
    private final AppSettings settings;
    private final AppStore store = new AppStore();

    public Permissions(Apps apps, AppSettings settings) {
        this.apps = apps;
        this.settings = settings;
    }

    /** The app will ask people for this as well. */
    public void add(Actor actor, Id app, Scope scope) {
        apps.change(actor, app, Right.EDIT, (tx, held) -> {
            if (held.asksFor(scope)) {
                throw AppProblems.PERMISSION_KNOWN.refuse(scope.wire());
            }
            store.putReview(tx, app, scope, Review.startingWith(settings.defaultAccess()));
        });
    }

    /** The app will not ask for this any more. */
    public void remove(Actor actor, Id app, Scope scope) {
        if (scope == Scope.BASIC) {
            throw AppProblems.BASIC_NEEDED.refuse();
        }
        apps.change(actor, app, Right.EDIT, (tx, held) -> {
            current(held, scope);
            store.removePermission(tx, app, scope);
        });
    }

    /** Asks for advanced access. Where new apps have it from the start, it is given at once; else the operator decides. */
    public void request(Actor actor, Id app, Scope scope) {
        boolean atOnce = settings.defaultAccess() == Access.ADVANCED;
        review(actor, app, scope, Right.EDIT, atOnce ? Review::approve : Review::request);
    }

    /** The operator gives advanced access, asked or not. */
    public void approve(Actor actor, Id app, Scope scope) {
        review(actor, app, scope, Right.OPERATE, Review::approve);
    }

    /** The operator does not give what was asked for. */
    public void reject(Actor actor, Id app, Scope scope) {
        review(actor, app, scope, Right.OPERATE, Review::reject);
    }

    /** Takes a request back, or gives advanced access up. */
    public void withdraw(Actor actor, Id app, Scope scope) {
        review(actor, app, scope, Right.EDIT, (_, _) -> Review.NONE);
    }

    private void review(Actor actor, Id app, Scope scope, Right right, BiFunction<Review, Scope, Review> step) {
        apps.change(
                actor,
                app,
                right,
                (tx, held) -> store.putReview(tx, app, scope, step.apply(current(held, scope), scope)));
    }

    private static Review current(App app, Scope scope) {
        return Optional.ofNullable(app.permissions().get(scope))
                .orElseThrow(() -> AppProblems.PERMISSION_MISSING.refuse(scope.wire()));
    }
}
