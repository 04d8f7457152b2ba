package bobbin;

import bobbin.account.AccountGraph;
import bobbin.embed.EmbedGraph;
import bobbin.graph.Envelope;
import bobbin.graph.Graph;
import bobbin.http.PublicUrls;
import bobbin.insight.InsightGraph;
import bobbin.limit.BudgetGraph;
import bobbin.limit.LimitGraph;
import bobbin.location.LocationGraph;
import bobbin.media.MediaGraph;
import bobbin.oauth.DebugGraph;
import bobbin.oauth.TokenEndpoint;
import bobbin.oauth.TokenErrorEndpoint;
import bobbin.oauth.TokenGraph;
import bobbin.post.PostFields;
import bobbin.post.PostGraph;
import bobbin.post.PublishGraph;
import bobbin.reply.ReplyFields;
import bobbin.reply.ReplyGraph;
import bobbin.search.DiscoveryGraph;
import bobbin.search.MentionGraph;
import bobbin.search.SearchGraph;
import bobbin.webhook.SubscriptionGraph;
import java.util.List;

/** What the API shows of the {@link Parts}. */
final class Api {
    private Api() {}

    /** What the API can do. */
    static Graph graph(Parts parts, Settings settings, PublicUrls urls) {
        LocationGraph places = new LocationGraph(parts.reading.places);
        PostFields fields = fields(parts, settings, urls);
        TokenErrorEndpoint errors = new TokenErrorEndpoint(new Envelope(settings.graph()), settings.oauth());
        TokenGraph tokens = new TokenGraph(parts.platform.admission);
        return new Graph(
                tokens,
                new BudgetGraph(parts.attention.budget),
                settings.graph(),
                urls,
                parts.tools.time,
                List.of(
                        new TokenEndpoint(parts.platform.tokens, parts.platform.clients, settings.oauth(), errors),
                        new DebugGraph(parts.platform.inspections),
                        new AccountGraph(parts.people.accounts, parts.discovery.history, urls),
                        new PublishGraph(
                                parts.writing.publishing,
                                parts.writing.reposts,
                                parts.writing.deletions,
                                settings.posts()),
                        new PostGraph(parts.reading.posts, fields),
                        new ReplyGraph(
                                parts.reading.posts,
                                parts.reading.conversations,
                                parts.writing.hiding,
                                parts.writing.approvals,
                                fields),
                        new MediaGraph(parts.reading.studio.uploads(), urls),
                        new LimitGraph(parts.reading.limits),
                        new SearchGraph(parts.discovery.searches, fields),
                        new InsightGraph(
                                parts.attention.insights,
                                parts.reading.posts,
                                fields,
                                settings.graph().zone()),
                        new DiscoveryGraph(parts.discovery.profiles, parts.platform.scopedIds, fields, urls),
                        new MentionGraph(parts.discovery.mentions, fields),
                        new EmbedGraph(
                                parts.showing.embeds, parts.showing.embedLimits, tokens, settings.embeds(), urls),
                        new SubscriptionGraph(parts.telling.subscriptions),
                        places));
    }

    static PostFields fields(Parts parts, Settings settings, PublicUrls urls) {
        return new PostFields(
                parts.reading.posts,
                parts.people.accounts,
                new LocationGraph(parts.reading.places),
                parts.attention.votes,
                settings.posts(),
                urls,
                new ReplyFields(parts.tools.database, parts.reading.conversations, parts.reading.replyStates));
    }
}
