package bobbin.search;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.AccountGraph;
import bobbin.app.ScopedIds;
import bobbin.base.Fidelity;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.base.Texts;
import bobbin.graph.Viewer;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.limit.Limit;
import bobbin.limit.LimitGraph;
import bobbin.limit.LimitSettings;
import bobbin.limit.Limits;
import bobbin.post.Authors;
import bobbin.post.Draft;
import bobbin.post.Mentioning;
import bobbin.post.PostEvents;
import bobbin.post.PostFields;
import bobbin.post.PostGraph;
import bobbin.post.PostRules;
import bobbin.post.PostVotes;
import bobbin.post.Posts;
import bobbin.post.PublishGraph;
import bobbin.post.Publishing;
import bobbin.post.Town;
import bobbin.post.Writer;
import bobbin.preview.PreviewSettings;
import bobbin.preview.Previews;
import bobbin.reply.Approvals;
import bobbin.reply.Conversations;
import bobbin.reply.Hiding;
import bobbin.reply.ReplyFields;
import bobbin.reply.ReplyGraph;
import bobbin.reply.ReplySettings;
import bobbin.reply.Replying;
import bobbin.sql.Tx;
import bobbin.work.Jobs;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A town whose people find each other's posts, for tests. */
final class Fair implements Engagement {
    private static final PublicUrls URLS = new PublicUrls(HttpSettings.from(Setting::standard));

    final Fixture fixture;
    final Town town;
    final Limits limits;
    final History history;
    final Standings standings;
    final Publishing publishing;
    final Map<Id, Counts> counts = new HashMap<>();
    Counts week = Counts.NONE;

    final Jobs jobs;
    final Indexing indexing;

    private final Posts posts;
    private final Findables findables;
    private final Mentioning mentioning;
    private final Conversations conversations;
    private final ReplyGraph replying;
    private final PostEvents events;
    private final Openness openness;
    private final Profiles.People people;
    private final SearchSettings settings;

    Fair(Fixture fixture) {
        this(fixture, new SearchSettings(List.of(), 0));
    }

    Fair(Fixture fixture, SearchSettings settings) {
        this.fixture = fixture;
        this.settings = settings;
        town = new Town(fixture);
        limits = new Limits(fixture.database, fixture.ids, LimitSettings.from(Setting::standard));
        history = new History(fixture.database, fixture.ids);
        standings = new Standings(fixture.database, this);
        posts = town.posts();
        jobs = new Jobs(fixture.ids);
        Previews previews = new Previews(fixture.database, jobs, PreviewSettings.from(Setting::standard));
        findables = new Findables(posts, previews);
        indexing = new Indexing(fixture.database, posts, findables, standings);
        mentioning = new Mentioning(town.accounts, town.relations);
        events = PostEvents.all(mentioning, previews, indexing);
        ReplySettings replies = ReplySettings.from(Setting::standard);
        PostRules rules = PostRules.all(
                new Authors(town.accounts),
                new Replying(posts, town.visibility(), town.replyStates(), town.relations, mentioning, replies));
        publishing = town.publishing(Town.SETTINGS, rules, events);
        conversations = new Conversations(fixture.database, posts, town.visibility(), town.replyStates(), replies);
        replying = new ReplyGraph(
                posts,
                conversations,
                new Hiding(fixture.database, posts, town.visibility()),
                new Approvals(fixture.database, posts, town.visibility(), conversations, events),
                fields());
        openness = new Openness(town.accounts, town.visibility(), town.replyStates());
        people = new Profiles.People(town.accounts, town.relations, town.policy);
    }

    /** Settings with these sensitive words. */
    static SearchSettings sensitive(String words) {
        return SearchSettings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.type()
                        .cast(setting.equals(SearchSettings.SENSITIVE) ? Texts.parse(words) : setting.standard());
            }
        });
    }

    /** Settings under {@code fidelity=meta}. */
    static SearchSettings likeTheOriginal() {
        return SearchSettings.from(new Setting.Values() {
            @Override
            public <T> T get(Setting<T> setting) {
                return setting.underMeta().orElse(setting.standard());
            }
        });
    }

    @Override
    public Map<Id, Counts> with(Tx tx, Collection<Id> asked) {
        return counts;
    }

    @Override
    public Counts received(Tx tx, Id account, Instant after, Instant until) {
        return Duration.between(after, until).equals(Duration.ofDays(7)) ? week : Counts.NONE;
    }

    /** Publishes a text, a second after whatever was before; the id of the post. */
    String post(Id author, String text) {
        fixture.time.pass(Duration.ofSeconds(1));
        return publishing
                .publishAtOnce(Writer.through(town.demo, author), Draft.text(text))
                .post()
                .toString();
    }

    /** Uses a quota up, so often. */
    void spend(Id account, Limit limit, int times) {
        fixture.database.change(tx -> {
            for (int i = 0; i < times; i++) {
                limits.spend(tx, town.demo, account, limit);
            }
        });
    }

    /** Publishes with these parameters. */
    String post(Id author, String... parameters) {
        fixture.time.pass(Duration.ofSeconds(1));
        String[] all = new String[parameters.length + 4];
        System.arraycopy(parameters, 0, all, 4, parameters.length);
        System.arraycopy(new String[] {"media_type", "TEXT", "auto_publish_text", "true"}, 0, all, 0, 4);
        return client(author).post("/me/threads", all).at("/id");
    }

    GraphClient client(Id account) {
        return client(account, town.demo, EnumSet.allOf(Scope.class));
    }

    private PostFields fields() {
        return new PostFields(
                posts,
                town.accounts,
                _ -> Map.of(),
                PostVotes.NONE,
                Town.SETTINGS,
                URLS,
                new ReplyFields(fixture.database, conversations, town.replyStates()));
    }

    GraphClient client(Id account, Id app, Set<Scope> scopes) {
        PostFields fields = fields();
        Searches searches = new Searches(
                fixture.database,
                new Finder(fixture.database.dialect(), posts, findables, openness),
                standings,
                history,
                new Searches.Rules(town.accounts, town.policy, limits, settings));
        Profiles profiles = new Profiles(fixture.database, people, posts, limits, this, settings);
        return new GraphClient(
                fixture.time,
                new Viewer(app, Optional.of(account), Optional.of(GraphClient.SCOPED_ID), scopes),
                Fidelity.META,
                new SearchGraph(searches, fields),
                new DiscoveryGraph(profiles, new ScopedIds(fixture.database, Town.APPS), fields, URLS),
                new MentionGraph(new Mentions(fixture.database, mentioning, posts, openness, people), fields),
                new AccountGraph(town.accounts, history, URLS),
                new LimitGraph(limits),
                new PostGraph(posts, fields),
                replying,
                new PublishGraph(
                        publishing,
                        town.reposts(new PostRules() {}, events),
                        town.deletions(new PostRules() {}, events),
                        Town.SETTINGS));
    }

    /** The ids of what is found, in order. */
    List<String> search(Id account, String q, String... more) {
        return ids(answer(client(account), q, more));
    }

    static GraphClient.Answer answer(GraphClient client, String q, String... more) {
        String[] all = new String[more.length + 2];
        all[0] = "q";
        all[1] = q;
        System.arraycopy(more, 0, all, 2, more.length);
        return client.get("/keyword_search", all);
    }

    static List<String> ids(GraphClient.Answer answer) {
        return IntStream.iterate(0, i -> answer.has("/data/" + i), i -> i + 1)
                .mapToObj(i -> answer.at("/data/" + i + "/id"))
                .toList();
    }
}
