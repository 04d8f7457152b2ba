package bobbin.insight;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.RelationEvents;
import bobbin.account.Relations;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.feed.FeedEvents;
import bobbin.feed.Likes;
import bobbin.feed.Notices;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.post.Authors;
import bobbin.post.Deletions;
import bobbin.post.Draft;
import bobbin.post.PostEvents;
import bobbin.post.PostFields;
import bobbin.post.PostGraph;
import bobbin.post.PostRules;
import bobbin.post.PostVotes;
import bobbin.post.Posts;
import bobbin.post.PublishGraph;
import bobbin.post.Publishing;
import bobbin.post.Reposts;
import bobbin.post.Town;
import bobbin.post.Writer;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A town in which everything is counted, for tests. */
final class Scale {
    static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final PublicUrls URLS = new PublicUrls(HttpSettings.from(Setting::standard));

    final Fixture fixture;
    private final ZoneId zone;
    final Town town;
    final Relations relations;
    final Posts posts;
    final Gathering gathering;
    final Insights insights;
    final Likes likes;
    final Publishing publishing;
    final Reposts reposts;
    final Deletions deletions;
    final Farewell farewell = new Farewell();
    final Views views;
    final Clicks clicks;
    final Shares shares;

    Scale(Fixture fixture) {
        this(fixture, new InsightSettings(false, 3));
    }

    Scale(Fixture fixture, InsightSettings settings) {
        this(fixture, new Town(fixture), settings, PACIFIC);
    }

    private Scale(Fixture fixture, Town town, InsightSettings settings, ZoneId zone) {
        this.fixture = fixture;
        this.zone = zone;
        this.town = town;
        relations = new Relations(fixture.database, fixture.ids, RelationEvents.NONE.and(farewell));
        posts = town.posts();
        likes = new Likes(
                fixture.database, posts, town.visibility(), new Notices(fixture.ids, relations), FeedEvents.NONE);
        gathering = new Gathering(fixture.database, posts, zone, settings, fixture.time, _ -> {});
        insights = new Insights(
                fixture.database,
                gathering,
                new Insights.Sources(town.accounts, relations, posts, likes),
                zone,
                settings);
        PostEvents events = PostEvents.all(new Echoes(posts));
        publishing = town.publishing(Town.SETTINGS, new Authors(town.accounts), events);
        reposts = town.reposts(new PostRules() {}, events);
        deletions = town.deletions(new PostRules() {}, events);
        views = new Views(gathering);
        clicks = new Clicks(gathering);
        shares = new Shares(gathering);
    }

    /** The same people, counted otherwise. */
    Scale with(InsightSettings settings, ZoneId other) {
        return new Scale(fixture, town, settings, other);
    }

    Id post(Id author) {
        return post(author, Draft.text("Hello"));
    }

    Id post(Id author, Draft draft) {
        return publishing
                .publishAtOnce(Writer.through(town.demo, author), draft)
                .post();
    }

    /** Publishes with these parameters. */
    Id publish(Id author, String... parameters) {
        String[] all = new String[parameters.length + 6];
        System.arraycopy(parameters, 0, all, 6, parameters.length);
        System.arraycopy(
                new String[] {"media_type", "TEXT", "auto_publish_text", "true", "text", "Hello"}, 0, all, 0, 6);
        return Id.parse(client(author).post("/me/threads", all).at("/id")).orElseThrow();
    }

    Id repost(Id account, Id post) {
        return reposts.repost(Writer.onTheWeb(account), post).orElseThrow();
    }

    void delete(Id author, Id post) {
        deletions.delete(Writer.onTheWeb(author), post);
    }

    /** What is counted of a post at this moment. */
    Numbers of(Id post) {
        gathering.flush();
        return fixture.database
                .<Map<Id, Numbers>>read(tx -> insights.of(tx, Set.of(post)))
                .getOrDefault(post, Numbers.NONE);
    }

    GraphClient client(Id account) {
        return client(account, EnumSet.allOf(Scope.class));
    }

    GraphClient client(Id account, Set<Scope> scopes) {
        PostFields fields = new PostFields(posts, town.accounts, _ -> Map.of(), PostVotes.NONE, Town.SETTINGS, URLS);
        return new GraphClient(
                fixture.time,
                new Viewer(town.demo, Optional.of(account), Optional.of(GraphClient.SCOPED_ID), scopes),
                Fidelity.META,
                new InsightGraph(insights, posts, fields, zone),
                new PostGraph(posts, fields),
                new PublishGraph(publishing, reposts, deletions, Town.SETTINGS));
    }
}
