package bobbin;

import bobbin.app.AccessTierPolicy;
import bobbin.app.Apps;
import bobbin.app.Permissions;
import bobbin.app.Roles;
import bobbin.app.ScopedIds;
import bobbin.feed.AppNotices;
import bobbin.oauth.Admission;
import bobbin.oauth.Callbacks;
import bobbin.oauth.Clients;
import bobbin.oauth.Grants;
import bobbin.oauth.Inspections;
import bobbin.oauth.Tokens;
import bobbin.sql.Database;
import java.util.Optional;

/** Apps, and what people let them do. */
final class Platform {
    final Apps apps;
    final Roles roles;
    final Permissions permissions;
    final ScopedIds scopedIds;
    final AccessTierPolicy policy;
    final Callbacks callbacks;
    final Clients clients;
    final Admission admission;
    final Grants grants;
    final Tokens tokens;
    final Inspections inspections;

    Platform(Tools tools, Settings settings, People people, AppNotices notices) {
        Database database = tools.database;
        apps = new Apps(database, tools.ids, settings.operation().key().orElseThrow(), settings.apps());
        roles = new Roles(database, people.accounts, settings.apps(), notices);
        permissions = new Permissions(apps, settings.apps());
        scopedIds = new ScopedIds(database, settings.apps());
        policy = new AccessTierPolicy(apps, settings.apps());
        callbacks = new Callbacks(database, tools.jobs, apps, settings.apps(), tools.fetcher, tools.time);
        clients = new Clients(apps, tools.time);
        admission = new Admission(database, apps, policy, settings.oauth(), signInHost(settings), tools.aside);
        grants = new Grants(database, tools.ids, scopedIds, callbacks, settings.oauth(), notices);
        tokens = new Tokens(database, clients, people.accounts, grants, admission, settings.oauth());
        inspections = new Inspections(database, apps, policy, admission);
    }

    /** Whether a token is good for a call now. */
    boolean isAlive(String token) {
        return Boolean.TRUE.equals(inspections.of(token).get("is_valid"));
    }

    /** The name under which people sign in, for texts about it. */
    private static String signInHost(Settings settings) {
        return Optional.ofNullable(settings.http().web().getHost()).orElse("localhost");
    }
}
