package bobbin.reply;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.HiddenWords;
import bobbin.account.Relations;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.base.Window;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.limit.LimitSettings;
import bobbin.limit.Limits;
import bobbin.post.Authors;
import bobbin.post.Deletions;
import bobbin.post.Mentioning;
import bobbin.post.Post;
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
import bobbin.post.Visibility;
import bobbin.sql.Tx;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People who answer each other, as the server lets them. */
final class Salon {
    final Fixture fixture;
    final Town town;
    final Relations relations;
    final HiddenWords words;
    final Posts posts;
    final Visibility visibility;
    final Publishing publishing;
    final Deletions deletions;
    final Conversations conversations;
    final Hiding hiding;
    final Approvals approvals;
    final Limits limits;
    /** What others could find, in order. */
    final List<Id> shown = new ArrayList<>();

    private final PublishGraph writing;
    private final PostGraph reading;
    private final ReplyGraph replying;

    Salon(Fixture fixture) {
        this(fixture, ReplySettings.from(Setting::standard));
    }

    Salon(Fixture fixture, ReplySettings settings) {
        this(fixture, settings, new Town(fixture));
    }

    /** The same people under other settings. */
    Salon(Fixture fixture, ReplySettings settings, Town town) {
        this.fixture = fixture;
        this.town = town;
        relations = town.relations;
        words = new HiddenWords(town.database);
        ReplyStates states = new ReplyStates(relations);
        visibility = new Visibility(town.accounts, relations, town.policy, states);
        posts = new Posts(town.database, visibility, town.medias());
        Mentioning mentioning = new Mentioning(town.accounts, relations);
        limits = new Limits(town.database, town.ids, LimitSettings.from(Setting::standard));
        PostRules rules = PostRules.all(
                new Authors(town.accounts),
                new Replying(posts, visibility, states, relations, mentioning, settings),
                limits);
        PostEvents told = PostEvents.all(mentioning, new Keeping(posts, words), new PostEvents() {
            @Override
            public void shown(Tx tx, Post post) {
                shown.add(post.id());
            }
        });
        publishing = new Publishing(town.database, town.ids, Town.SETTINGS, visibility, town.medias(), rules, told);
        deletions = new Deletions(town.database, town.ids, town.medias(), rules, told);
        conversations = new Conversations(town.database, posts, visibility, states, settings);
        hiding = new Hiding(town.database, posts, visibility);
        approvals = new Approvals(town.database, posts, visibility, conversations, told);
        PostFields fields = new PostFields(
                posts,
                town.accounts,
                _ -> Map.of(),
                PostVotes.NONE,
                Town.SETTINGS,
                new PublicUrls(HttpSettings.from(Setting::standard)),
                new ReplyFields(town.database, conversations, states));
        Reposts reposts = new Reposts(town.database, town.ids, visibility, rules, told);
        writing = new PublishGraph(publishing, reposts, deletions, Town.SETTINGS);
        reading = new PostGraph(posts, fields);
        replying = new ReplyGraph(posts, conversations, hiding, approvals, fields);
    }

    Id person(String name) {
        return town.person(name);
    }

    /** Calls on behalf of somebody who allows everything. */
    GraphClient as(Id account) {
        return as(account, EnumSet.allOf(Scope.class));
    }

    GraphClient as(Id account, Set<Scope> scopes) {
        return new GraphClient(
                fixture.time,
                new Viewer(town.demo, Optional.of(account), Optional.of(GraphClient.SCOPED_ID), scopes),
                Fidelity.FRIENDLY,
                writing,
                reading,
                replying);
    }

    /** Publishes a text a second later. */
    String post(Id author, String text, String... parameters) {
        return attempt(author, text, parameters).at("/id");
    }

    String reply(Id author, String target, String text, String... parameters) {
        return attempt(author, text, joined(parameters, "reply_to_id", target)).at("/id");
    }

    GraphClient.Answer attempt(Id author, String text, String... parameters) {
        fixture.time.pass(Duration.ofSeconds(1));
        return as(author)
                .post(
                        "/me/threads",
                        joined(parameters, "media_type", "TEXT", "text", text, "auto_publish_text", "true"));
    }

    List<String> list(Id viewer, String path, String... parameters) {
        return ids(as(viewer).get(path, parameters));
    }

    static List<String> ids(GraphClient.Answer answer) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; answer.has("/data/" + i + "/id"); i++) {
            ids.add(answer.at("/data/" + i + "/id"));
        }
        return ids;
    }

    String field(Id viewer, String id, String name) {
        GraphClient.Answer answer = as(viewer).get("/" + id, "fields", name);
        return answer.has("/" + name) ? answer.at("/" + name) : "";
    }

    static Window all() {
        return Window.newest(100);
    }

    private static String[] joined(String[] first, String... second) {
        List<String> both = new ArrayList<>(List.of(second));
        both.addAll(List.of(first));
        return both.toArray(String[]::new);
    }
}
