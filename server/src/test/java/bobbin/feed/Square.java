package bobbin.feed;

import bobbin.Fixture;
import bobbin.account.AccountEvents;
import bobbin.account.AccountSettings;
import bobbin.account.Departures;
import bobbin.account.Relations;
import bobbin.app.Roles;
import bobbin.base.Id;
import bobbin.base.Setting;
import bobbin.base.Window;
import bobbin.post.Authors;
import bobbin.post.Deletions;
import bobbin.post.Draft;
import bobbin.post.Mentioning;
import bobbin.post.PostActs;
import bobbin.post.PostEvents;
import bobbin.post.PostRules;
import bobbin.post.Posts;
import bobbin.post.Publishing;
import bobbin.post.Reposts;
import bobbin.post.Town;
import bobbin.post.Visibility;
import bobbin.post.Writer;
import bobbin.script.Acts;
import bobbin.sql.Tx;
import bobbin.work.Handler;
import bobbin.work.Job;
import bobbin.work.Jobs;
import bobbin.work.WorkSettings;
import bobbin.work.Worker;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** A town in which people like, vote and are told of things; for tests. */
final class Square {
    final Town town;
    final Relations relations;
    final AppNotices appNotices;
    final Roles roles;
    final Likes likes;
    final Votes votes;
    final Notifications notifications;
    final Departures departures;
    final Acts acts;
    final Id ann;
    final Id bob;

    private final Fixture fixture;
    private final Publishing publishing;
    private final Worker worker;

    Square(Fixture fixture) {
        this.fixture = fixture;
        town = new Town(fixture);
        ann = town.ann;
        bob = town.bob;
        relations = new Relations(fixture.database, fixture.ids, new Acquaintances(fixture.ids));
        appNotices = new AppNotices(fixture.ids, relations);
        roles = new Roles(fixture.database, town.accounts, Town.APPS, appNotices);
        Jobs jobs = new Jobs(fixture.ids);
        Posts posts = town.posts();
        Visibility visibility = town.visibility();
        Notices notices = new Notices(fixture.ids, relations);
        Mentioning mentions = new Mentioning(town.accounts, relations);
        likes = new Likes(fixture.database, posts, visibility, notices, FeedEvents.NONE);
        votes = new Votes(fixture.database, Town.SETTINGS, posts, visibility);
        notifications = new Notifications(
                fixture.database,
                new Notifications.Sources(town.accounts, relations, town.apps, roles, posts, visibility));
        PostEvents told = PostEvents.all(mentions, new PostNotices(notices, posts, mentions, jobs, Town.SETTINGS));
        publishing = town.publishing(Town.SETTINGS, new Authors(town.accounts), told);
        Reposts reposts = new Reposts(fixture.database, fixture.ids, visibility, new PostRules() {}, told);
        Deletions deletions = town.deletions(new PostRules() {}, told);
        departures = new Departures(
                fixture.database,
                jobs,
                AccountSettings.from(Setting::standard),
                AccountEvents.all(new Farewell(), new bobbin.post.Farewell(deletions)));
        worker = new Worker(
                fixture.database,
                jobs,
                Map.of(
                        PollClosing.KIND,
                        Handler.of(new PollClosing(fixture.database, posts, notices)::run),
                        Departures.REMOVAL,
                        Handler.of((Job job) -> departures.remove(job))),
                WorkSettings.from(Setting::standard));
        acts = new Acts(
                name -> town.accounts.byUsername(name).map(bobbin.account.Account::id),
                List.of(
                        new PostActs(publishing, reposts, deletions).all(),
                        new FeedActs(town.accounts, likes, votes, notifications).all()));
    }

    Id post(Id author, String text) {
        return publishing
                .publishAtOnce(Writer.onTheWeb(author), Draft.text(text))
                .post();
    }

    /** Does as somebody what a script can do; names and values follow each other. */
    Map<String, Object> act(String as, String act, String... said) {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (int i = 0; i < said.length; i += 2) {
            arguments.put(said[i], said[i + 1]);
        }
        return acts.run(Optional.of(as), act, arguments);
    }

    /** Writes as somebody. */
    Id write(String as, String act, String... said) {
        return (Id) Objects.requireNonNull(act(as, act, said).get("id"));
    }

    void work() {
        worker.runDue();
    }

    <T> T read(Function<Tx, T> question) {
        return fixture.database.read(question::apply);
    }

    /** What somebody is told of, newest first, as "LIKE bob". */
    List<String> toldTo(Id account) {
        return notifications.of(account, Window.newest(50)).items().stream()
                .map(each -> each.kind() + " " + town.accounts.get(each.actor()).username())
                .toList();
    }
}
