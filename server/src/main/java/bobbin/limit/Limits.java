package bobbin.limit;

import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.limit.LimitSettings.Profile;
import bobbin.limit.LimitSettings.Quota;
import bobbin.post.MediaType;
import bobbin.post.Post;
import bobbin.post.PostRules;
import bobbin.post.Writer;
import bobbin.sql.Database;
import bobbin.sql.Tx;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The quotas of people (05 §2): an exact log of what they did, counted over a moving window. What is spent is checked and written down in
 * the transaction of the act itself, one such transaction after the other, so that two acts cannot both be the last one.
 */
public final class Limits implements PostRules {
    private final Database database;
    private final Ids ids;
    private final LimitSettings settings;
    private final QuotaStore store = new QuotaStore();

    public Limits(Database database, Ids ids, LimitSettings settings) {
        this.database = database;
        this.ids = ids;
        this.settings = settings;
    }

    /** Replies have a quota of their own. What people write on our own pages does not count, and reposts only if the operator says so. */
    @Override
    public void publishing(Tx tx, Writer writer, Post post) {
        post.app()
                .filter(_ -> post.content().type() != MediaType.REPOST || settings.repostsCount())
                .ifPresent(app -> spend(tx, app, post.author(), post.isReply() ? Limit.REPLIES : Limit.POSTS));
    }

    @Override
    public void deleting(Tx tx, Writer writer, Post post) {
        writer.app().ifPresent(app -> spend(tx, app, post.author(), Limit.DELETES));
    }

    /** Writes down that a person has done something through an app; refuses if there is nothing left. */
    public void spend(Tx tx, Id app, Id account, Limit limit) {
        if (settings.profile() != Profile.OFF) {
            Optional<Integer> own = store.take(tx, account, limit.name());
            refuseBeyond(tx, account, limit, quota(tx, app, own, limit));
        }
        store.insert(tx, account, limit.name(), ids.next(Id.Kind.EVENT, account));
    }

    /** How often a person has done something within the window that ends now. */
    public int used(Id account, Limit limit) {
        return database.read(tx -> store.countSince(
                tx, account, limit.name(), tx.now().minus(settings.quota(limit).span())));
    }

    /** How often a person may do something through an app: as often as the account was given, else the app, else everybody. */
    public Quota quota(Id app, Id account, Limit limit) {
        return database.read(tx -> quota(tx, app, store.total(tx, account, limit.name()), limit));
    }

    /** Gives an account, or everybody who uses an app, another total than others have; or takes that away again. */
    public void give(Id accountOrApp, Limit limit, Optional<Integer> total) {
        database.change(tx -> store.setTotal(tx, accountOrApp, limit.name(), total));
    }

    /** Who was given what, calls included, by id. */
    public List<OwnTotal> own() {
        return database.readLong(store::own);
    }

    /** Deletes what counts nowhere any more. To be done once a day. */
    public void forget() {
        Duration longest = settings.longest();
        List<Integer> slots =
                database.readLong(tx -> store.slotsBefore(tx, tx.now().minus(longest)));
        slots.forEach(slot ->
                database.change(tx -> store.deleteBefore(tx, slot, tx.now().minus(longest))));
    }

    private Quota quota(Tx tx, Id app, Optional<Integer> own, Limit limit) {
        Quota standard = settings.quota(limit);
        return own.or(() -> store.total(tx, app, limit.name()))
                .map(total -> new Quota(total, standard.span()))
                .orElse(standard);
    }

    /** The total-th newest event is the one that must leave the window before there is room again. */
    private void refuseBeyond(Tx tx, Id account, Limit limit, Quota quota) {
        if (quota.total() == 0) {
            throw LimitProblems.QUOTA_SPENT.refuse().until(quota.span());
        }
        Instant start = tx.now().minus(quota.span());
        store.newest(tx, account, limit.name(), start, quota.total()).ifPresent(inTheWay -> {
            throw LimitProblems.QUOTA_SPENT.refuse().until(Duration.between(start, inTheWay));
        });
    }
}
