package bobbin.post;

import bobbin.Fixture;
import bobbin.account.AccountEvents;
import bobbin.account.AccountSettings;
import bobbin.account.Accounts;
import bobbin.account.Argon2;
import bobbin.account.Moderation;
import bobbin.account.PasswordSettings;
import bobbin.account.Relations;
import bobbin.account.SignUp;
import bobbin.app.Access;
import bobbin.app.AccessTierPolicy;
import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.AppSettings;
import bobbin.app.Apps;
import bobbin.app.Permissions;
import bobbin.base.Id;
import bobbin.base.Ids;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.sql.Database;
import java.util.List;

/** People and an app, for tests of what they may do with posts. */
public final class Town {
    private static final AppSettings APPS =
            new AppSettings(App.Mode.LIVE, Access.ADVANCED, 25, 50, List.of(), true, false);

    public static final PostSettings SETTINGS = PostSettings.from(Setting::standard);

    final Database database;
    final Ids ids;
    final Accounts accounts;
    final Relations relations;
    final Moderation moderation;
    final Apps apps;
    final Permissions permissions;
    final AccessTierPolicy policy;
    final Id ann;
    final Id bob;
    final Id demo;

    public Town(Fixture fixture) {
        database = fixture.database;
        ids = fixture.ids;
        accounts = new Accounts(
                fixture.database,
                fixture.ids,
                new Argon2(new PasswordSettings(8, 1, 1, 4, 100)),
                AccountSettings.from(Setting::standard));
        relations = new Relations(fixture.database, fixture.ids);
        moderation = new Moderation(fixture.database, new AccountEvents() {});
        apps = new Apps(fixture.database, fixture.ids, new OperatorKey("k".repeat(32)), APPS);
        permissions = new Permissions(apps, APPS);
        policy = new AccessTierPolicy(apps, APPS);
        ann = person("ann");
        bob = person("bob");
        demo = apps.create(Actor.OPERATOR, ann, "Demo").id();
    }

    /** Publishing as the server does it, with these besides. */
    public Publishing publishing(PostSettings settings, PostRules rules, PostEvents events) {
        return new Publishing(database, ids, settings, visibility(), rules, events);
    }

    /** Publishing as the server does it, and nobody is told. */
    Publishing publishing() {
        return publishing(SETTINGS, new Authors(accounts), new PostEvents() {});
    }

    PublishGraph publishGraph() {
        return new PublishGraph(publishing(), reposts(), deletions(), SETTINGS);
    }

    Reposts reposts() {
        return new Reposts(database, ids, visibility(), new PostRules() {}, new PostEvents() {});
    }

    Deletions deletions() {
        return new Deletions(database, new PostRules() {}, new PostEvents() {});
    }

    Posts posts() {
        return new Posts(database, visibility());
    }

    Visibility visibility() {
        return new Visibility(accounts, relations, policy);
    }

    Id person(String username) {
        return accounts.create(SignUp.of(username, "correct horse battery")).id();
    }
}
