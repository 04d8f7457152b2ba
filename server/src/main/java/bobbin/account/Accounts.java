package bobbin.account;

import bobbin.account.AccountStore.Fact;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.sql.Database;
import bobbin.sql.Memory;
import bobbin.sql.Tx;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who there is: people join, are found, and say what they want to show of themselves. */
public final class Accounts {
    private static final Logger LOG = LoggerFactory.getLogger(Accounts.class);
    private static final int MOST_REMEMBERED = 10_000;

    private final Database database;
    private final Ids ids;
    private final Argon2 argon2;
    private final AccountSettings settings;
    private final AccountStore store = new AccountStore();
    private final NameStore names = new NameStore();
    private final PasswordStore passwords = new PasswordStore();
    private final RelationStore relations = new RelationStore();
    private final Throttle signUps;
    private final Memory<Id, Account> memory;

    public Accounts(Database database, Ids ids, Argon2 argon2, AccountSettings settings) {
        this.database = database;
        this.ids = ids;
        this.argon2 = argon2;
        this.settings = settings;
        this.signUps = new Throttle("sign-up", settings.addressSignUps(), settings.window());
        this.memory = Memory.of(database, MOST_REMEMBERED, "account");
    }

    /** Whether people may join by themselves. */
    public boolean isOpen() {
        return settings.signUps() == AccountSettings.SignUps.OPEN;
    }

    /** How many days a username that was given up stays reserved for its owner. */
    public long daysOfHold() {
        return settings.hold().toDays();
    }

    /**
     * Somebody joins by themselves.
     *
     * @param address from which, for the throttle
     */
    public Account signUp(SignUp wish, String address) {
        if (!isOpen()) {
            throw (settings.signUps() == AccountSettings.SignUps.CLOSED
                            ? AccountProblems.SIGN_UP_CLOSED
                            : AccountProblems.SIGN_UP_BY_OPERATOR)
                    .refuse();
        }
        if (wish.email().isEmpty()) {
            throw AccountProblems.EMAIL_FORM.refuse();
        }
        wish.password().checkedFor(wish.username());
        if (wish.username().isReserved()) {
            throw AccountProblems.USERNAME_TAKEN.refuse(wish.username());
        }
        database.change(tx -> signUps.spend(tx, Throttle.network(address)));
        return make(wish);
    }

    /** The operator makes an account; reserved words of ours are refused, any other name will do. */
    public Account create(SignUp wish) {
        if (settings.signUps() == AccountSettings.SignUps.CLOSED) {
            throw AccountProblems.SIGN_UP_CLOSED.refuse();
        }
        wish.password().checkedFor(wish.username());
        if (wish.username().isReserved()) {
            throw AccountProblems.USERNAME_TAKEN.refuse(wish.username());
        }
        return make(wish);
    }

    /** Somebody who cannot sign in until a password is set for them. */
    public Account enrol(Username username, Profile profile, Details details) {
        return database.write(tx -> {
            Account made = SignUp.account(
                    ids.newOwner(Id.Kind.ACCOUNT),
                    username,
                    Optional.empty(),
                    profile,
                    details,
                    tx.now(),
                    settings.geoEligible());
            insert(tx, made);
            return made;
        });
    }

    /** The account of this id, whatever its state. */
    public Optional<Account> find(Id id) {
        return database.read(tx -> find(tx, id));
    }

    public Optional<Account> find(Tx tx, Id id) {
        return memory.recall(tx, id.slot(), id, () -> store.find(tx, id));
    }

    /** What the account of this id may do, whatever its state; refuses if there is none. */
    public Standing standing(Tx tx, Id id) {
        return store.standing(tx, id).orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
    }

    /** The account of this id, whatever its state; refuses if there is none. */
    public Account get(Id id) {
        return find(id).orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
    }

    public Account get(Tx tx, Id id) {
        return find(tx, id).orElseThrow(AccountProblems.ACCOUNT_MISSING::refuse);
    }

    /** Who bears this username now, whatever the state of the account; capital letters do not matter, and neither does any other text. */
    public Optional<Account> byUsername(String username) {
        return database.read(tx -> byUsername(tx, username));
    }

    public Optional<Account> byUsername(Tx tx, String username) {
        return Username.parse(username)
                .flatMap(name -> names.byUsername(tx, name))
                .flatMap(id -> store.find(tx, id));
    }

    /** The accounts of these ids, by id; what does not exist is not in the map. */
    public Map<Id, Account> all(Tx tx, Collection<Id> ids) {
        return memory.recallAll(
                tx,
                ids,
                Id::slot,
                missing -> store.all(tx, missing).stream().collect(Collectors.toMap(Account::id, Function.identity())));
    }

    public Map<Id, Account> all(Collection<Id> ids) {
        return database.read(tx -> all(tx, ids));
    }

    /** All accounts of the server, for its operator. */
    public Page<Account> list(Window window) {
        return Page.of(window, database.readLong(tx -> store.page(tx, window)), Account::id);
    }

    public void editProfile(Id account, Profile profile) {
        database.change(tx -> store.setProfile(tx, account, profile));
    }

    /** Refuses a birth date that is impossible, or of somebody younger than 13. */
    public void editDetails(Id account, Details details) {
        database.change(tx -> {
            details.checkedOn(LocalDate.ofInstant(tx.now(), details.timeZone()));
            store.setDetails(tx, account, details);
        });
    }

    public void setMentions(Id account, MentionPolicy policy) {
        database.change(tx -> store.setMentions(tx, account, policy));
    }

    /** Hides everything from now on from all but accepted followers; those who follow already stay (15 §15.4). */
    public void makePrivate(Id account) {
        database.change(tx -> store.date(tx, account, Fact.PRIVATE, Optional.of(tx.now())));
    }

    /** Opens everything, and accepts every request that waits (15 §15.4). */
    public void makePublic(Id account) {
        database.change(tx -> {
            if (store.date(tx, account, Fact.PRIVATE, Optional.empty())) {
                relations.waiting(tx, account).forEach(other -> relations.accept(tx, account, other));
            }
        });
    }

    /** Takes another username. The old one stays reserved for its owner for a while (09 §9.2). */
    public void rename(Id account, Username wish) {
        if (wish.isReserved()) {
            throw AccountProblems.USERNAME_TAKEN.refuse(wish);
        }
        database.change(tx -> {
            Username before = new Username(get(tx, account).username());
            if (before.equals(wish)) {
                return;
            }
            claim(tx, wish, account);
            names.release(tx, before, account);
            store.rename(tx, account, wish);
        });
    }

    private Account make(SignUp wish) {
        String hash = argon2.hash(wish.password());
        return database.write(tx -> {
            Account made = wish.account(ids.newOwner(Id.Kind.ACCOUNT), tx.now(), settings.geoEligible());
            insert(tx, made);
            if (!wish.email().map(email -> names.claim(tx, email, made.id())).orElse(true)) {
                throw AccountProblems.EMAIL_TAKEN.refuse();
            }
            passwords.put(tx, made.id(), hash);
            return made;
        });
    }

    private void insert(Tx tx, Account made) {
        made.details().checkedOn(LocalDate.ofInstant(tx.now(), made.details().timeZone()));
        claim(tx, new Username(made.username()), made.id());
        store.insert(tx, made);
        tx.afterCommit(() -> LOG.info("event=account_made account={}", made.id()));
    }

    private void claim(Tx tx, Username username, Id account) {
        Instant heldSince = tx.now().minus(settings.hold());
        if (!names.claim(tx, username, account, heldSince)) {
            throw AccountProblems.USERNAME_TAKEN.refuse(username);
        }
    }
}
