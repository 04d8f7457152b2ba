package bobbin.feed;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.account.Relations;
import bobbin.app.Apps;
import bobbin.app.Roles;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Window;
import bobbin.post.Onlooker;
import bobbin.post.Posts;
import bobbin.post.Visibility;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What people are told of, newest first (15 §15.16). Nothing is shown of what is gone or out of sight by now, nor of people who are away,
 * blocked, muted or restricted. Kept for {@link #MEMORY}.
 */
public final class Notifications {
    /** How long a notification is kept. */
    public static final Duration MEMORY = Duration.ofDays(90);

    /** As many are looked at to tell how many are new. */
    public static final int MOST_NEW = 100;

    private final Database database;
    private final Sources sources;
    private final NotificationStore store = new NotificationStore();

    /** Whom it asks whether something still is so. */
    public record Sources(
            Accounts accounts, Relations relations, Apps apps, Roles roles, Posts posts, Visibility visibility) {}

    public Notifications(Database database, Sources sources) {
        this.database = database;
        this.sources = sources;
    }

    public Page<Notification> of(Id account, Window window) {
        return database.read(tx -> of(tx, account, window));
    }

    /** How many of the newest are new, {@link #MOST_NEW} at most. */
    public long countNew(Id account) {
        return of(account, Window.newest(MOST_NEW)).items().stream()
                .filter(each -> !each.isRead())
                .count();
    }

    /** Marks everything up to this one as read. */
    public void markRead(Id account, Id last) {
        database.change(tx -> store.markRead(tx, account, last));
    }

    /** Deletes what is too old. To be done once a day. */
    public void forget() {
        database.change(tx -> store.deleteBelow(tx, Id.floor(tx.now().minus(MEMORY))));
    }

    private Page<Notification> of(Tx tx, Id account, Window window) {
        Page<Notification> page = Page.of(window, store.of(tx, account, window), Notification::id);
        Set<Id> actors = page.items().stream().map(Notification::actor).collect(Collectors.toSet());
        Predicate<Notification> isTold = told(tx, account, actors);
        return page.only(each -> isTold.test(each) && isStillSo(tx, account, each));
    }

    /** Whether its actor is somebody of whom the account is told. */
    private Predicate<Notification> told(Tx tx, Id account, Set<Id> actors) {
        Set<Id> untold = new HashSet<>(actors);
        Relations relations = sources.relations();
        sources.accounts().all(tx, actors).values().stream()
                .filter(Account::isActive)
                .map(Account::id)
                .forEach(untold::remove);
        untold.addAll(relations.apart(tx, account, actors));
        untold.addAll(relations.mutedAmong(tx, account, actors));
        untold.addAll(relations.restrictedAmong(tx, account, actors).keySet());
        untold.remove(account);
        return each -> !untold.contains(each.actor());
    }

    private boolean isStillSo(Tx tx, Id account, Notification each) {
        return switch (each.kind()) {
            case FOLLOW -> sources.relations().follows(tx, each.actor(), account);
            case FOLLOW_REQUEST -> sources.relations().asks(tx, each.actor(), account);
            case APP_INVITATION -> sources.roles().isInvited(tx, account, each.subject());
            case APP_AUTHORIZED -> sources.apps().find(tx, each.subject()).isPresent();
            case LIKE, REPLY, MENTION, REPOST, QUOTE, APPROVAL_WANTED, POLL_ENDED ->
                sources.posts()
                        .find(tx, each.subject())
                        .filter(post -> sources.visibility().canSee(tx, Onlooker.of(account), post))
                        .isPresent();
        };
    }
}
