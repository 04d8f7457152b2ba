package bobbin;

import bobbin.account.PicturePages;
import bobbin.account.PrivacyPages;
import bobbin.account.ProfilePages;
import bobbin.account.SecurityPages;
import bobbin.account.SettingsPages;
import bobbin.account.SignInPages;
import bobbin.app.AppPages;
import bobbin.embed.ApprovalPages;
import bobbin.embed.EmbedPages;
import bobbin.embed.IntentPages;
import bobbin.embed.PermalinkPages;
import bobbin.feed.ActivityPages;
import bobbin.feed.VotePages;
import bobbin.http.PublicUrls;
import bobbin.insight.CountPages;
import bobbin.insight.Views;
import bobbin.lab.SamplePages;
import bobbin.media.MediaPages;
import bobbin.oauth.Asks;
import bobbin.oauth.AuthorizePages;
import bobbin.oauth.GrantPages;
import bobbin.preview.PreviewPages;
import bobbin.web.Site;
import bobbin.web.WebPart;
import bobbin.webhook.WebhookPages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What browsers see of the {@link Parts}. */
final class Pages {
    private Pages() {}

    /** The pages. */
    static Site site(Parts parts, Settings settings, PublicUrls urls, Supplier<String> here) {
        SignInPages signIn =
                new SignInPages(parts.people.accounts, parts.membership.sessions, parts.membership.credentials);
        CountPages counts = new CountPages(
                parts.attention.gathering, settings.operation().key().orElseThrow(), parts.tools.time);
        PermalinkPages permalinks = new PermalinkPages(
                parts.reading.posts,
                parts.reading.answers,
                parts.showing.cards,
                counts,
                settings.posts(),
                settings.embeds(),
                urls);
        Asks asks = new Asks(
                parts.tools.database, parts.platform.apps, parts.platform.policy, settings.apps(), settings.oauth());
        return new Site(
                signIn,
                urls,
                settings.operation().key().orElseThrow(),
                List.of(
                        signIn,
                        permalinks,
                        new IntentPages(
                                parts.people.accounts,
                                parts.reading.posts,
                                parts.writing.publishing,
                                parts.showing.cards,
                                settings.posts(),
                                urls),
                        new EmbedPages(parts.showing.embeds, parts.showing.cards, counts, settings.embeds(), urls),
                        new ProfilePages(
                                parts.people.accounts,
                                parts.people.relations,
                                permalinks,
                                new Views(parts.attention.gathering),
                                urls),
                        new SettingsPages(parts.people.accounts, parts.people.pictures, urls),
                        new PrivacyPages(parts.people.accounts, parts.people.relations, parts.people.hiddenWords, urls),
                        new ActivityPages(parts.people.accounts, parts.platform.apps, parts.attention.notifications),
                        new VotePages(parts.attention.votes),
                        new ApprovalPages(
                                parts.reading.posts,
                                parts.writing.approvals,
                                parts.writing.hiding,
                                parts.showing.cards,
                                urls),
                        new SecurityPages(
                                parts.people.accounts,
                                parts.membership.credentials,
                                parts.membership.sessions,
                                parts.membership.departures),
                        new AuthorizePages(asks, parts.platform.grants, settings.oauth()),
                        new GrantPages(
                                parts.platform.grants, parts.platform.apps, parts.platform.roles, parts.tools.time),
                        new AppPages(
                                parts.platform.apps,
                                parts.platform.permissions,
                                parts.platform.roles,
                                parts.membership.credentials),
                        new WebhookPages(
                                parts.platform.apps,
                                parts.telling.subscriptions,
                                parts.telling.deliveries,
                                Bobbin.words(parts, settings, urls, here)),
                        counts));
    }

    /** What has the media host: files, for anybody. */
    static Site files(Parts parts, Settings settings, PublicUrls urls) {
        List<WebPart> pages = new ArrayList<>(List.of(
                new PicturePages(parts.people.pictures),
                new MediaPages(parts.reading.studio.files()),
                new PreviewPages(parts.reading.previews)));
        if (settings.lab().samples()) {
            pages.add(new SamplePages());
        }
        return new Site(_ -> Optional.empty(), urls, settings.operation().key().orElseThrow(), pages);
    }
}
