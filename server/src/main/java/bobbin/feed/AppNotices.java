package bobbin.feed;

import bobbin.account.Relations;
import bobbin.app.Actor;
import bobbin.app.RoleEvents;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.feed.Notification.Kind;
import bobbin.oauth.GrantEvents;
import bobbin.sql.Tx;

/** Tells people of apps: that they are invited to one, and that one may act for them (15 §15.16). */
public final class AppNotices implements RoleEvents, GrantEvents {
    private final Notices notices;

    public AppNotices(Ids ids, Relations relations) {
        this.notices = new Notices(ids, relations);
    }

    /** It is the app that invites, whoever says so in its name. */
    @Override
    public void invited(Tx tx, Actor by, Id account, Id app) {
        boolean isWelcome = switch (by) {
            case Actor.Person(Id person) -> notices.wantsToKnow(tx, account, person);
            case Actor.Operator _ -> true;
        };
        if (isWelcome) {
            notices.tellOneself(tx, account, Kind.APP_INVITATION, app);
        }
    }

    @Override
    public void authorized(Tx tx, Id account, Id app) {
        notices.tellOneself(tx, account, Kind.APP_AUTHORIZED, app);
    }
}
