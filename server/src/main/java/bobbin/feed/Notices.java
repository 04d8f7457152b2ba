package bobbin.feed;

import bobbin.account.Relations;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.feed.Notification.Kind;
import bobbin.sql.Tx;
import java.util.List;
import java.util.Optional;

/** Writes down what people are told of: not what they did themselves, and nothing of whom they block, mute or restrict (15 §15.16). */
public final class Notices {
    private final Ids ids;
    private final Relations relations;
    private final NotificationStore store = new NotificationStore();

    public Notices(Ids ids, Relations relations) {
        this.ids = ids;
        this.relations = relations;
    }

    void tell(Tx tx, Id account, Kind kind, Id actor, Id subject) {
        if (!account.equals(actor) && wantsToKnow(tx, account, actor)) {
            store.put(tx, account, made(ids, account, kind, actor, subject));
        }
    }

    /** Tells somebody of something that nobody else did. */
    void tellOneself(Tx tx, Id account, Kind kind, Id subject) {
        store.put(tx, account, made(ids, account, kind, account, subject));
    }

    void takeBack(Tx tx, Id account, Kind kind, Id actor, Id subject) {
        store.delete(tx, account, kind, actor, subject);
    }

    static Notification made(Ids ids, Id account, Kind kind, Id actor, Id subject) {
        return new Notification(ids.next(Id.Kind.EVENT, account), kind, actor, subject, Optional.empty());
    }

    /** Whether somebody is told what this person does. */
    boolean wantsToKnow(Tx tx, Id account, Id actor) {
        List<Id> whom = List.of(actor);
        return relations.apart(tx, account, whom).isEmpty()
                && relations.mutedAmong(tx, account, whom).isEmpty()
                && relations.restrictedAmong(tx, account, whom).isEmpty();
    }
}
