package bobbin.oauth;

import bobbin.app.AccessTierPolicy;
import bobbin.app.App;
import bobbin.app.Apps;
import bobbin.app.SecretProof;
import bobbin.base.Refusal;
import bobbin.oauth.Inspection.Ended;
import bobbin.oauth.Inspection.OfApp;
import bobbin.oauth.Inspection.OfUser;
import bobbin.oauth.Inspection.Unreadable;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.Map;
import java.util.Optional;

/** Looks into tokens (03 §6). */
public final class Inspections {
    private final Database database;
    private final Apps apps;
    private final AccessTierPolicy policy;
    private final Admission admission;

    public Inspections(Database database, Apps apps, AccessTierPolicy policy, Admission admission) {
        this.database = database;
        this.apps = apps;
        this.policy = policy;
        this.admission = admission;
    }

    /**
     * What there is to know about a token, for who shows another token of the same app: its own, one of a person with a role on it, or
     * the very same.
     */
    Inspection of(String input, String shown, SecretProof proof) {
        Admitted viewer = admission.admit(shown, proof);
        return database.read(tx -> {
            requireRole(tx, viewer, input.equals(shown));
            Inspection found = look(tx, input);
            requireSameApp(viewer, found);
            return found;
        });
    }

    /** What there is to know about a token, for the operator: the members that {@code debug_token} shows. */
    public Map<String, Object> of(String input) {
        return database.read(tx -> look(tx, input)).members();
    }

    private Inspection look(Tx tx, String input) {
        return AppToken.isOne(input) ? lookAtApp(tx, input) : lookAtUser(tx, input);
    }

    private Inspection lookAtApp(Tx tx, String input) {
        return admission
                .proven(tx, input)
                .<Inspection>map(proven -> new OfApp(proven.app(), proven.issuedAt()))
                .orElseGet(() -> new Unreadable(OauthProblems.SIGNATURE_INVALID));
    }

    private Inspection lookAtUser(Tx tx, String input) {
        Optional<Standing> standing = admission.standing(tx, input);
        Optional<App> app =
                standing.flatMap(found -> apps.find(tx, found.token().app()));
        if (standing.isEmpty() || app.isEmpty()) {
            return new Unreadable(OauthProblems.UNREADABLE);
        }
        return lookAtUser(tx, app.get(), standing.get());
    }

    private Inspection lookAtUser(Tx tx, App app, Standing standing) {
        try {
            admission.requireLife(tx, standing.token());
            return new OfUser(app, standing, standing.scopes(tx.now()));
        } catch (Refusal refusal) {
            return new Ended(app, standing, refusal.problem());
        }
    }

    private void requireRole(Tx tx, Admitted viewer, boolean isOwn) {
        boolean entitled = isOwn
                || viewer.standing().isEmpty()
                || policy.isTester(tx, viewer.app().id(), viewer.user().token().account());
        if (!entitled) {
            throw OauthProblems.DEBUG_NO_ROLE.refuse();
        }
    }

    private static void requireSameApp(Admitted viewer, Inspection found) {
        if (found.of().filter(app -> !app.id().equals(viewer.app().id())).isPresent()) {
            throw OauthProblems.DEBUG_OTHER_APP.refuse();
        }
    }
}
