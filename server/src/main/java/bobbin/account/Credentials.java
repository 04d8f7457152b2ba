package bobbin.account;

import bobbin.base.Id;
import bobbin.base.Refusal;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How people prove who they are: checking, changing and resetting passwords, and the e-mail address that stands for a username. */
public final class Credentials {
    private static final Logger LOG = LoggerFactory.getLogger(Credentials.class);

    private final Database database;
    private final Argon2 argon2;
    private final AccountSettings settings;
    private final AccountEvents events;
    private final SecureRandom random = new SecureRandom();
    private final AccountStore accounts = new AccountStore();
    private final NameStore names = new NameStore();
    private final PasswordStore passwords = new PasswordStore();
    private final SessionStore sessions = new SessionStore();
    private final Throttle tries;
    private final Throttle addressTries;

    /** An account and what is kept of its password. */
    private record Lock(Account account, String hash) {}

    public Credentials(Database database, Argon2 argon2, AccountSettings settings, AccountEvents events) {
        this.database = database;
        this.argon2 = argon2;
        this.settings = settings;
        this.events = events;
        this.tries = new Throttle("sign-in", settings.tries(), settings.window());
        this.addressTries = new Throttle("sign-in address", settings.addressTries(), settings.window());
    }

    /**
     * Lets somebody in who knows their password. Says neither by words nor by time whether it was the name or the password that is
     * wrong. Every try counts before it is made; a right one is given back.
     *
     * @param login a username or an e-mail address
     * @param address from which, for the throttle
     * @param then what happens in the transaction that sees the password still unchanged
     */
    <T> T check(String login, Password password, String address, BiFunction<Tx, Account, T> then) {
        String network = Throttle.network(address);
        Optional<Lock> lock = database.write(tx -> {
            Optional<Lock> found = find(tx, login.strip());
            addressTries.spend(tx, network);
            tries.spend(tx, whom(found, login));
            return found;
        });
        boolean right = lock.map(found -> argon2.matches(password, found.hash()))
                .orElseGet(() -> argon2.matchesNobody(password));
        if (!right || lock.isEmpty()) {
            LOG.info(
                    "event=sign_in_refused account={}",
                    lock.map(found -> found.account().id().toString()).orElse("none"));
            throw AccountProblems.SIGN_IN_WRONG.refuse();
        }
        Lock open = lock.get();
        Optional<String> stronger = argon2.isDated(open.hash()) ? Optional.of(argon2.hash(password)) : Optional.empty();
        return database.write(tx -> {
            if (!passwords.hash(tx, open.account().id()).equals(Optional.of(open.hash()))) {
                throw AccountProblems.SIGN_IN_WRONG.refuse();
            }
            tries.forget(tx, whom(lock, login));
            addressTries.giveBack(tx, network);
            stronger.ifPresent(hash -> passwords.put(tx, open.account().id(), hash));
            return then.apply(tx, open.account());
        });
    }

    /** Refuses if this is not the password of the account; tries are counted like sign-ins. */
    public void confirm(Id account, Password password, String address) {
        String username = database.read(tx -> account(tx, account)).username();
        try {
            check(username, password, address, (_, found) -> found);
        } catch (Refusal refusal) {
            throw refusal.problem().equals(AccountProblems.SIGN_IN_WRONG)
                    ? AccountProblems.PASSWORD_WRONG.refuse()
                    : refusal;
        }
    }

    /** Sets another password. All sessions end but the one in which it was done, and so do the tokens of apps (03 §7). */
    public void change(Id account, Id session, Password wish) {
        set(account, session, wish);
    }

    /**
     * A secret with which the password of this account can be set once, for a while; earlier ones end. It is the caller's business into
     * whose hands it comes.
     */
    public String resetSecret(Id account) {
        return database.write(tx -> {
            Secret secret = Secret.of(account(tx, account).id(), random);
            passwords.removeResets(tx, account);
            passwords.insertReset(tx, account, secret.digest(), tx.now().plus(settings.resetLife()));
            return secret.text();
        });
    }

    /** Whether people get the link for a new password on the page itself, instead of from the operator. */
    public boolean showsResetLinks() {
        return settings.resets() == AccountSettings.Resets.SHOWN;
    }

    /** How long the link for a new password works. */
    public Duration resetLife() {
        return settings.resetLife();
    }

    /** The secret for a new password of whoever bears this name or address, if there is such an account. */
    public Optional<String> resetSecret(String login) {
        return database.read(tx -> find(tx, login.strip()))
                .map(lock -> resetSecret(lock.account().id()));
    }

    /** Whose password a reset secret opens; refuses one that was used, is too old, or never was. */
    public Account whoResets(String secret) {
        return database.read(tx -> account(tx, reset(tx, secret)));
    }

    /** Sets the password with a reset secret, which ends. All sessions end, and so do the tokens of apps. */
    public Account reset(String secret, Password wish) {
        Account account = whoResets(secret);
        String hash = argon2.hash(wish.checkedFor(new Username(account.username())));
        return database.write(tx -> {
            if (!passwords.useReset(tx, reset(tx, secret), Secret.digest(secret))) {
                throw AccountProblems.RESET_ENDED.refuse();
            }
            put(tx, account.id(), Id.LOWEST, hash);
            tries.forget(tx, account.id().toString());
            return account;
        });
    }

    /** The operator sets a password. All sessions end, and so do the tokens of apps. */
    public void set(Id account, Password wish) {
        set(account, Id.LOWEST, wish);
    }

    /** Sets or removes the e-mail address under which a person may sign in. */
    public void setEmail(Id account, Optional<Email> wish) {
        database.change(tx -> {
            Optional<Email> before = account(tx, account).email().map(Email::new);
            before.ifPresent(email -> names.release(tx, email));
            if (!wish.map(email -> names.claim(tx, email, account)).orElse(true)) {
                throw AccountProblems.EMAIL_TAKEN.refuse();
            }
            accounts.setEmail(tx, account, wish);
        });
    }

    private void set(Id account, Id spared, Password wish) {
        Username username =
                new Username(database.read(tx -> account(tx, account)).username());
        String hash = argon2.hash(wish.checkedFor(username));
        database.change(tx -> put(tx, account, spared, hash));
    }

    private void put(Tx tx, Id account, Id spared, String hash) {
        passwords.put(tx, account, hash);
        passwords.removeResets(tx, account);
        sessions.endAllBut(tx, account, spared);
        events.passwordChanged(tx, account);
        tx.afterCommit(() -> LOG.info("event=password_changed account={}", account));
    }

    private Account account(Tx tx, Id id) {
        return accounts.find(tx, id)
                .filter(account -> !account.isDeleted())
                .orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
    }

    private Id reset(Tx tx, String text) {
        return Secret.parse(text)
                .flatMap(secret -> passwords.reset(tx, secret.slot(), secret.digest()))
                .filter(reset -> tx.now().isBefore(reset.expiresAt()))
                .map(PasswordStore.Reset::account)
                .orElseThrow(AccountProblems.RESET_ENDED::refuse);
    }

    /** A deleted account is like none. */
    private Optional<Lock> find(Tx tx, String login) {
        Optional<Id> id = login.contains("@") && !login.startsWith("@")
                ? Email.parse(login).flatMap(email -> names.byEmail(tx, email))
                : Username.parse(login).flatMap(username -> names.byUsername(tx, username));
        return id.flatMap(found -> accounts.find(tx, found))
                .filter(account -> !account.isDeleted())
                .flatMap(account -> passwords.hash(tx, account.id()).map(hash -> new Lock(account, hash)));
    }

    /** What tries are counted under: the account, however it was called; else what was typed. */
    private static String whom(Optional<Lock> lock, String login) {
        return lock.map(found -> found.account().id().toString())
                .orElseGet(() -> login.strip().toLowerCase(Locale.ROOT));
    }
}
