package bobbin.app;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.app.Role.Right;
import bobbin.base.Id;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Who is what to an app: inviting, accepting, declining, leaving (02 §6). */
public final class Roles {
    private final Database database;
    private final Accounts accounts;
    private final AppSettings settings;
    private final RoleEvents events;
    private final AppStore apps = new AppStore();
    private final RoleStore store = new RoleStore();
    private final Door door = new Door(apps, store);

    public Roles(Database database, Accounts accounts, AppSettings settings) {
        this(database, accounts, settings, RoleEvents.NONE);
    }

    public Roles(Database database, Accounts accounts, AppSettings settings, RoleEvents events) {
        this.database = database;
        this.accounts = accounts;
        this.settings = settings;
        this.events = events;
    }

    /** Offers a role to the person of this user name; until it is accepted it allows nothing. */
    public void invite(Actor actor, Id app, String username, Role role) {
        String name = AppSettings.plainName(username);
        database.change(tx -> {
            App held = door.hold(tx, actor, app, role.neededToGive());
            Account invited = accounts.byUsername(tx, name)
                    .filter(Account::isActive)
                    .orElseThrow(() -> AppProblems.ACCOUNT_MISSING.refuse(name));
            role.makeRoom(store.taken(tx, app), held, settings);
            if (!store.invite(tx, app, invited.id(), role)) {
                throw AppProblems.ROLE_KNOWN.refuse(name);
            }
            events.invited(tx, actor, invited.id(), app);
        });
    }

    /** Takes a role away, or an invitation back. An app keeps its last administrator. */
    public void remove(Actor actor, Id app, Id account, Role role) {
        database.change(tx -> {
            door.hold(tx, actor, app, role.neededToGive());
            take(tx, app, account, role);
        });
    }

    /** Everybody who has or was offered a role, oldest first. */
    public List<Member> members(Actor actor, Id app) {
        return database.read(tx -> {
            door.open(tx, actor, app, Right.SEE);
            List<HeldRole> held = store.ofApp(tx, app);
            Map<Id, Account> people =
                    accounts.all(tx, held.stream().map(HeldRole::account).collect(Collectors.toSet()));
            return held.stream()
                    .flatMap(role -> Optional.ofNullable(people.get(role.account())).stream()
                            .map(account -> new Member(account.username(), role)))
                    .toList();
        });
    }

    /** What a person was offered and has not answered, oldest first. */
    public List<Invitation> invitations(Id account) {
        return database.read(tx -> store.ofAccount(tx, account).stream()
                .filter(held -> !held.isAccepted())
                .flatMap(held -> apps.app(tx, held.app()).stream()
                        .map(app -> new Invitation(app, held.role(), held.invitedAt())))
                .toList());
    }

    /** Whether a person was offered a role on this app and has not answered. */
    public boolean isInvited(Tx tx, Id account, Id app) {
        return store.ofAccount(tx, account).stream().anyMatch(held -> held.app().equals(app) && !held.isAccepted());
    }

    /** The roles that a person has accepted, oldest first. */
    public List<HeldRole> of(Id account) {
        return database.read(tx -> store.ofAccount(tx, account).stream()
                .filter(HeldRole::isAccepted)
                .toList());
    }

    /** The invited person says yes. */
    public void accept(Id account, Id app, Role role) {
        database.change(tx -> {
            if (!apps.hold(tx, app) || !store.accept(tx, app, account, role)) {
                throw AppProblems.INVITATION_MISSING.refuse();
            }
        });
    }

    /** The invited person says no. Nothing is kept of it; another invitation may follow. */
    public void decline(Id account, Id app, Role role) {
        database.change(tx -> {
            if (!apps.hold(tx, app) || !store.decline(tx, app, account, role)) {
                throw AppProblems.INVITATION_MISSING.refuse();
            }
        });
    }

    /** A person gives a role up. */
    public void leave(Id account, Id app, Role role) {
        database.change(tx -> {
            if (!apps.hold(tx, app)) {
                throw AppProblems.ROLE_MISSING.refuse();
            }
            take(tx, app, account, role);
        });
    }

    private void take(Tx tx, Id app, Id account, Role role) {
        List<HeldRole> admins =
                store.ofApp(tx, app).stream().filter(HeldRole::governs).toList();
        boolean isLastAdmin = role == Role.ADMIN
                && admins.size() == 1
                && admins.getFirst().account().equals(account);
        if (isLastAdmin) {
            throw AppProblems.LAST_ADMIN.refuse();
        }
        if (!store.remove(tx, app, account, role)) {
            throw AppProblems.ROLE_MISSING.refuse();
        }
    }
}
