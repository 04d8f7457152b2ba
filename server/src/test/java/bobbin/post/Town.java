package bobbin.post;

import bobbin.Fixture;
import bobbin.account.AccountEvents;
import bobbin.account.AccountSettings;
import bobbin.account.Accounts;
import bobbin.account.Argon2;
import bobbin.account.HiddenWords;
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
import bobbin.base.Texts;
import bobbin.fetch.FetchSettings;
import bobbin.fetch.Fetcher;
import bobbin.image.Images;
import bobbin.media.Fetching;
import bobbin.media.MediaEvents;
import bobbin.media.MediaSettings;
import bobbin.media.Medias;
import bobbin.media.Studio;
import bobbin.reply.Keeping;
import bobbin.reply.ReplyStates;
import bobbin.sql.Database;
import bobbin.video.VideoRules;
import bobbin.work.Jobs;
import bobbin.work.WorkSettings;
import bobbin.work.Worker;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** People and an app, for tests of what they may do with posts. */
public final class Town {
    public static final AppSettings APPS =
            new AppSettings(App.Mode.LIVE, Access.ADVANCED, 25, 50, List.of(), "Menlo Park", true, false);

    public static final PostSettings SETTINGS = PostSettings.from(Setting::standard);

    private static final MediaSettings MEDIA = new MediaSettings(
            new MediaSettings.Place(
                    MediaSettings.Store.LOCAL,
                    Path.of(System.getProperty("java.io.tmpdir"), "bobbin-town-" + UUID.randomUUID()),
                    new MediaSettings.S3(URI.create(""), "", "", "", "", "", true)),
            Duration.ofSeconds(8),
            Duration.ofMinutes(1),
            Duration.ofMinutes(4),
            2,
            1L << 30);

    private final Worker worker;
    public final Database database;
    public final Ids ids;
    final Studio studio;
    public final Accounts accounts;
    public final Relations relations;
    public final Moderation moderation;
    public final Apps apps;
    public final Permissions permissions;
    public final AccessTierPolicy policy;
    public final Id ann;
    public final Id bob;
    public final Id demo;

    public Town(Fixture fixture) {
        database = fixture.database;
        ids = fixture.ids;
        Jobs jobs = new Jobs(ids);
        studio = new Studio(
                new Studio.Tools(database, ids, jobs, neighbours(), new Images(), fixture.time),
                MEDIA,
                new VideoRules(false),
                MediaEvents.NONE);
        worker = new Worker(
                database, jobs, Map.of(Fetching.KIND, studio.fetching()), WorkSettings.from(Setting::standard));
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

    public Id ann() {
        return ann;
    }

    public Id bob() {
        return bob;
    }

    /** Asks only this machine, whatever the name. */
    private static Fetcher neighbours() {
        return new Fetcher(
                new FetchSettings(true, Texts.NONE, Texts.NONE, "Tester/1", Duration.ofSeconds(2), false),
                _ -> List.of(InetAddress.ofLiteral("127.0.0.1")));
    }

    /** Publishing as the server does it, with these besides. */
    public Publishing publishing(PostSettings settings, PostRules rules, PostEvents events) {
        PostEvents kept = new Keeping(posts(), new HiddenWords(database));
        return new Publishing(database, ids, settings, visibility(), medias(), rules, PostEvents.all(kept, events));
    }

    /** Publishing as the server does it, and nobody is told. */
    Publishing publishing() {
        return publishing(SETTINGS, new Authors(accounts), new PostEvents() {});
    }

    PublishGraph publishGraph() {
        return new PublishGraph(publishing(), reposts(), deletions(), SETTINGS);
    }

    public Reposts reposts() {
        return reposts(new PostRules() {});
    }

    public Reposts reposts(PostRules rules) {
        return reposts(rules, new PostEvents() {});
    }

    public Reposts reposts(PostRules rules, PostEvents events) {
        return new Reposts(database, ids, visibility(), rules, events);
    }

    public Deletions deletions() {
        return deletions(new PostRules() {});
    }

    public Deletions deletions(PostRules rules) {
        return deletions(rules, new PostEvents() {});
    }

    public Deletions deletions(PostRules rules, PostEvents events) {
        return new Deletions(database, ids, medias(), rules, events);
    }

    public Posts posts() {
        return new Posts(database, visibility(), medias());
    }

    public Medias medias() {
        return studio.medias();
    }

    /** Does all that is due in the background. */
    void work() {
        worker.runDue();
    }

    public ReplyStates replyStates() {
        return new ReplyStates(relations);
    }

    public Visibility visibility() {
        return new Visibility(accounts, relations, policy, replyStates());
    }

    public Id person(String username) {
        return accounts.create(SignUp.of(username, "correct horse battery")).id();
    }
}
