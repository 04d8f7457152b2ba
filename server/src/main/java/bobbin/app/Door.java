package bobbin.app;

import bobbin.app.Role.Right;
import bobbin.base.Id;
import bobbin.sql.Tx;

/** Where everybody passes who wants to see or change an app. Apps of others do not exist. */
final class Door {
    private final AppStore apps;
    private final RoleStore roles;

    Door(AppStore apps, RoleStore roles) {
        this.apps = apps;
        this.roles = roles;
    }

    /** The app, if the actor has this right. */
    App open(Tx tx, Actor actor, Id app, Right right) {
        App found = apps.app(tx, app).orElseThrow(() -> AppProblems.APP_MISSING.refuse(app));
        if (!allows(tx, actor, app, Right.SEE)) {
            throw AppProblems.APP_MISSING.refuse(app);
        }
        if (!allows(tx, actor, app, right)) {
            throw AppProblems.RIGHT_MISSING.refuse();
        }
        return found;
    }

    /** The same, and nobody else changes the app until the transaction ends. */
    App hold(Tx tx, Actor actor, Id app, Right right) {
        if (!apps.hold(tx, app)) {
            throw AppProblems.APP_MISSING.refuse(app);
        }
        return open(tx, actor, app, right);
    }

    boolean allows(Tx tx, Actor actor, Id app, Right right) {
        return switch (actor) {
            case Actor.Operator _ -> true;
            case Actor.Person(Id account) ->
                roles.accepted(tx, app, account).stream().anyMatch(role -> role.allows(right));
        };
    }
}
