package bobbin.oauth;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.app.App;
import bobbin.app.SecretProof;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.oauth.Clients.Client;
import bobbin.oauth.Code.Exchange;
import bobbin.oauth.OauthSettings.TooEarly;
import bobbin.oauth.Token.Life;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import bobbin.work.Job;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What one can do with codes and tokens: exchange, refresh, issue, revoke (03 §2 to §5). */
public final class Tokens {
    /** The kind of the job that forgets what is long over. */
    public static final String PURGE = "token-purge";

    private static final Duration PURGE_PAUSE = Duration.ofDays(1);
    private static final Duration REMEMBERED = Duration.ofDays(90);

    private final Database database;
    private final Clients clients;
    private final Accounts accounts;
    private final Grants grants;
    private final Admission admission;
    private final OauthSettings settings;
    private final SecureRandom random = new SecureRandom();
    private final CodeStore codes = new CodeStore();
    private final TokenStore tokens = new TokenStore();
    private final GrantStore grantStore = new GrantStore();

    public Tokens(
            Database database,
            Clients clients,
            Accounts accounts,
            Grants grants,
            Admission admission,
            OauthSettings settings) {
        this.database = database;
        this.clients = clients;
        this.accounts = accounts;
        this.grants = grants;
        this.admission = admission;
        this.settings = settings;
    }

    /** Code for short-lived token; each code once, whoever comes first (03 §2). */
    Issued redeem(Client client, String code, String redirectUri, Optional<String> verifier) {
        App app = clients.prove(client);
        Opaque shown = Opaque.parse(Opaque.Form.CODE, code).orElseThrow(OauthProblems.CODE_UNKNOWN::refuse);
        return database.write(tx -> {
            Code found = codes.find(tx, shown).orElseThrow(OauthProblems.CODE_UNKNOWN::refuse);
            found.admit(new Exchange(app.id(), redirectUri, verifier), tx.now());
            if (!codes.use(tx, found)) {
                throw OauthProblems.CODE_UNKNOWN.refuse();
            }
            Grant grant = grants.find(tx, found.account(), app.id()).orElseThrow(OauthProblems.CODE_UNKNOWN::refuse);
            return issue(tx, grant, Life.SHORT, found.scopes());
        });
    }

    /** Short-lived token for long-lived one; a long-lived one is answered as it is (03 §3). */
    Issued prolong(String text, SecretProof proof, String secret, Optional<String> clientId) {
        Admitted admitted = admission.admit(text, proof);
        App app = admitted.app();
        Token token = admitted.user().token();
        if (clientId.isPresent() && !clientId.get().equals(app.id().toString())) {
            throw OauthProblems.TOKEN_OF_ANOTHER_APP.refuse(clientId.get());
        }
        clients.requireSecret(app, secret);
        return database.write(tx -> {
            Standing standing = admission.alive(tx, text);
            return token.life() == Life.LONG
                    ? Issued.again(text, standing, tx.now())
                    : issue(tx, standing.held(), Life.LONG, token.scopes());
        });
    }

    /** A new long-lived token for one that is old enough; the old one stays valid until its own end (03 §4). */
    Issued refresh(String text, SecretProof proof) {
        Token token = admission.admit(text, proof).user().token();
        if (token.life() != Life.LONG) {
            throw OauthProblems.NOT_LONG_LIVED.refuse();
        }
        return database.write(tx -> {
            Standing standing = admission.alive(tx, text);
            boolean early = token.isYoungerThan(settings.refreshMinAge(), tx.now());
            if (early && settings.refreshTooEarly() == TooEarly.ERROR) {
                throw OauthProblems.TOO_YOUNG.refuse(settings.refreshMinAge().toHours());
            }
            if (early && settings.refreshTooEarly() == TooEarly.NOOP) {
                return Issued.again(text, standing, tx.now());
            }
            requireExtensible(tx, token.account());
            grantStore.extend(tx, token.account(), token.app(), tx.now().plus(settings.grantTtl()));
            return issue(tx, standing.held(), Life.LONG, token.scopes());
        });
    }

    /** A long-lived token without the window, for set-ups without a person (03 §1.2); grants what it needs. */
    public Issued issue(Id account, Id app, Set<Scope> scopes) {
        EnumSet<Scope> all = EnumSet.of(Scope.BASIC);
        all.addAll(scopes);
        return database.write(tx -> {
            Grant grant = grants.grant(tx, account, app, all);
            return issue(tx, grant, Life.LONG, all);
        });
    }

    /** The operator ends one token (467); false if it was not alive. */
    public boolean revoke(String text) {
        return database.write(tx -> admission.standing(tx, text).map(Standing::token).stream()
                .anyMatch(token -> tokens.end(tx, token, Ending.OPERATOR)));
    }

    /** Ends all tokens of an account, for the reason that their bearers will read. Answers how many were alive. */
    public int endAll(Id account, Ending why) {
        return database.write(tx -> tokens.end(tx, account, why));
    }

    /** Does the job of the kind {@link #PURGE}, which the server keeps: once a day. */
    public Optional<Instant> purge(Job job) {
        purge();
        return Optional.of(database.read(Tx::now).plus(PURGE_PAUSE));
    }

    /**
     * Forgets codes that expired, and tokens 90 days after their time: until then they answer why they ended (03 §8). One slot after
     * the other, so that nobody waits for long.
     */
    void purge() {
        for (int each = 0; each < Id.SLOTS; each++) {
            int slot = each;
            database.change(tx -> {
                codes.purge(tx, slot, tx.now());
                tokens.purge(tx, slot, tx.now().minus(REMEMBERED));
            });
        }
    }

    private Issued issue(Tx tx, Grant grant, Life life, Set<Scope> scopes) {
        Opaque fresh = Opaque.fresh(Opaque.Form.TOKEN, grant.account().slot(), random);
        Duration ttl = life == Life.LONG ? settings.longTtl() : settings.shortTtl();
        Token token = new Token(
                fresh.hash(),
                grant.account(),
                grant.app(),
                life,
                scopes,
                tx.now(),
                tx.now().plus(ttl),
                Optional.empty(),
                Optional.empty());
        tokens.insert(tx, token);
        return new Issued(fresh.text(), grant.scopedId(), ttl.toSeconds());
    }

    /** Whether private profiles can be refreshed is the operator's choice (02 §8.3). */
    private void requireExtensible(Tx tx, Id account) {
        boolean hidden = accounts.find(tx, account).filter(Account::isPrivate).isPresent();
        if (hidden && !settings.privateProfileRefresh()) {
            throw OauthProblems.PROFILE_PRIVATE.refuse();
        }
    }
}
