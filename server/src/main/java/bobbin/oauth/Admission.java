package bobbin.oauth;

import bobbin.app.AccessTierPolicy;
import bobbin.app.App;
import bobbin.app.Apps;
import bobbin.app.SecretProof;
import bobbin.base.Scope;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/** Lets in who shows a good token: the check that every call of the API begins with (03 §5, §7; 02 §6). */
public final class Admission {
    private static final int MOST_REMEMBERED = 10_000;

    private final Database database;
    private final Apps apps;
    private final AccessTierPolicy policy;
    private final Words words;
    private final LastUse lastUse;
    private final Memory<String, Standing> memory;
    private final TokenStore tokens = new TokenStore();

    /**
     * @param host where people sign in, as it is named in texts
     * @param aside runs small writes that no call shall wait for
     */
    public Admission(
            Database database,
            Apps apps,
            AccessTierPolicy policy,
            OauthSettings settings,
            String host,
            Executor aside) {
        this.database = database;
        this.apps = apps;
        this.policy = policy;
        this.words = new Words(settings.zone(), host);
        this.memory = Memory.of(database, MOST_REMEMBERED, "access_token", "app_grant");
        this.lastUse = new LastUse(database, aside);
    }

    private record Seen(Admitted admitted, Instant now) {}

    /** Who shows this token; refuses whatever is not, or no longer, good for a call. */
    Admitted admit(String text, SecretProof proof) {
        Seen seen = database.read(tx -> new Seen(AppToken.isOne(text) ? app(tx, text) : user(tx, text), tx.now()));
        App app = seen.admitted().app();
        if (app.requiresSecretProof() || proof.proof().isPresent()) {
            proof.check(app, apps.secret(app), text, seen.now());
        }
        seen.admitted().standing().ifPresent(standing -> lastUse.note(standing.token(), seen.now()));
        return seen.admitted();
    }

    /** The standing of a user token, good or not; empty if it is none of ours. */
    Optional<Standing> standing(Tx tx, String text) {
        return Opaque.parse(Opaque.Form.TOKEN, text).flatMap(shown -> tokens.find(tx, shown));
    }

    /** The standing of a user token that is alive; refuses any other. */
    Standing alive(Tx tx, String text) {
        Standing standing = standing(tx, text).orElseThrow(OauthProblems.UNREADABLE::refuse);
        requireLife(tx, standing.token());
        return standing;
    }

    /** Refuses a user token that is not alive. */
    void requireLife(Tx tx, Token token) {
        token.admit(tx.now(), words);
    }

    /** What an app's own token proves; empty if it was not made with the present secret of an app that may work. */
    Optional<Proven> proven(Tx tx, String text) {
        return AppToken.parse(text)
                .flatMap(token -> apps.find(tx, token.app())
                        .filter(app -> !app.isDisabled())
                        .flatMap(app ->
                                token.issuedAt(app, apps.secret(app)).map(issuedAt -> new Proven(app, issuedAt))));
    }

    /** An app, and when the token was issued that it shows. */
    record Proven(App app, Instant issuedAt) {}

    private Admitted app(Tx tx, String text) {
        Proven proven = proven(tx, text).orElseThrow(OauthProblems.SIGNATURE_INVALID::refuse);
        return new Admitted(proven.app(), Optional.empty(), Set.of());
    }

    private Admitted user(Tx tx, String text) {
        Standing standing = Opaque.parse(Opaque.Form.TOKEN, text)
                .flatMap(shown -> memory.recall(tx, shown.slot(), shown.hash(), () -> tokens.find(tx, shown)))
                .orElseThrow(OauthProblems.UNREADABLE::refuse);
        Token token = standing.token();
        requireLife(tx, token);
        App app = apps.find(tx, token.app())
                .filter(found -> !found.isDisabled())
                .orElseThrow(OauthProblems.APP_UNKNOWN::refuse);
        Set<Scope> scopes = standing.scopes(tx.now());
        if (!scopes.contains(Scope.BASIC) || !policy.mayGrant(tx, app, token.account())) {
            throw OauthProblems.BASIC_MISSING.refuse();
        }
        return new Admitted(app, Optional.of(standing), scopes);
    }
}
