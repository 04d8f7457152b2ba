package bobbin.post;

import static bobbin.base.Scope.READ_REPLIES;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.account.Pictures;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.graph.Call;
import bobbin.graph.Fields;
import bobbin.graph.Ref;
import bobbin.http.PublicUrls;
import bobbin.media.Media;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The fields of a post, wherever the API shows one (07 §7.3). */
public final class PostFields {
    private final Posts posts;
    private final Accounts accounts;
    private final PostPlaces places;
    private final PostVotes votes;
    private final PostSettings settings;
    private final PublicUrls urls;
    private final List<MoreFields> more;

    public PostFields(
            Posts posts,
            Accounts accounts,
            PostPlaces places,
            PostVotes votes,
            PostSettings settings,
            PublicUrls urls,
            MoreFields... more) {
        this.posts = posts;
        this.accounts = accounts;
        this.places = places;
        this.votes = votes;
        this.settings = settings;
        this.urls = urls;
        this.more = List.of(more);
    }

    /** A page of posts, ready to be shown. It goes on by whatever the page goes on by. */
    public Page<Shown> page(Page<Post> page) {
        Bylines bylines = new Bylines(accounts, page.items());
        return page.map(post -> new Shown(post, bylines));
    }

    /** A single post, ready to be shown. */
    public Shown one(Post post) {
        return new Shown(post, new Bylines(accounts, List.of(post)));
    }

    /** Who looks, and from where. */
    public Onlooker onlooker(Call call) {
        return new Onlooker(Optional.of(call.self()), settings.country(call.request()::header));
    }

    /** All of 07 §7.3; lists take those away that they do not show. */
    public Fields<Shown> all() {
        Fields<Shown> all = own();
        for (MoreFields others : more) {
            all = others.addTo(this, all);
        }
        return all;
    }

    private Fields<Shown> own() {
        return whatItCarries(whatItAnswers(whatItSays()));
    }

    private Fields<Shown> whatItSays() {
        return Fields.of(Shown::id)
                .and("media_product_type", _ -> "THREADS")
                .and("media_type", shown -> shown.content().type().shown())
                .and("permalink", this::permalink)
                .and("owner", (call, shown) -> shown.owner(call))
                .and("username", (call, shown) -> shown.named(call).map(Account::username))
                .and("text", shown -> shown.content().text())
                .and("timestamp", shown -> shown.post().publishedAt())
                .and("shortcode", shown -> shown.post().shortcode())
                .and("is_quote_post", shown -> shown.references().quoted().isPresent())
                .forPage("quoted_post", (call, page) -> referred(call, page, References::quoted))
                .forPage("reposted_post", (call, page) -> referred(call, page, References::reposted))
                .and("link_attachment_url", shown -> shown.content().link())
                .and("topic_tag", shown -> shown.content().topic())
                .and("location_id", shown -> shown.references().place())
                .forPage("location", (_, page) -> located(page))
                .and("is_spoiler_media", shown -> shown.content().visuals().spoiler())
                .and(
                        "text_entities",
                        shown -> AttachmentGraph.entities(shown.content().spoilers()))
                .and("is_verified", shown -> shown.author().map(Account::isVerified))
                .and("profile_picture_url", this::picture);
    }

    private Fields<Shown> whatItAnswers(Fields<Shown> said) {
        return said.and("has_replies", READ_REPLIES, (_, shown) -> shown.unlessChild(false))
                .and(
                        "is_reply",
                        READ_REPLIES,
                        (_, shown) -> shown.unlessChild(shown.post().isReply()))
                .and("is_reply_owned_by_me", READ_REPLIES, (call, shown) -> shown.isOwnReply(call))
                .forPage("root_post", READ_REPLIES, (call, page) -> referred(call, page, References::root))
                .forPage("replied_to", READ_REPLIES, (call, page) -> referred(call, page, References::repliedTo))
                .and("reply_audience", READ_REPLIES, (call, shown) -> shown.audience(call));
    }

    private Fields<Shown> whatItCarries(Fields<Shown> said) {
        return said.and("allowlisted_country_codes", (call, shown) -> shown.countries(call))
                .and("gif_url", this::gif)
                .forPage("poll_attachment", (_, page) -> polls(page))
                .and(
                        "text_attachment",
                        shown -> shown.attachment(LongText.class).map(AttachmentGraph::longText))
                .and("ghost_post_status", (call, shown) -> shown.ghostStatus(call))
                .and("ghost_post_expiration_timestamp", shown -> shown.post().archivedAt())
                .forPage("media_url", (call, page) -> files(call, page, _ -> true, Media::path))
                .forPage(
                        "thumbnail_url",
                        (call, page) -> files(call, page, MediaType.VIDEO::equals, Media::thumbnailPath))
                .and("children", Shown::children)
                .and("alt_text", shown -> shown.content().visuals().altText())
                .known("hide_status", "reply_approval_status");
    }

    /** Where the files of the posts of a page are, looked up for all of them at once. */
    private Map<Shown, String> files(
            Call call, List<Shown> page, Predicate<MediaType> fits, Function<Media, Optional<String>> path) {
        Map<Shown, Id> ids = new LinkedHashMap<>();
        page.stream()
                .filter(shown -> fits.test(shown.content().type()))
                .forEach(shown -> shown.content().visuals().media().ifPresent(id -> ids.put(shown, id)));
        Map<Id, Media> media = posts.media(ids.values());
        Map<Shown, String> files = new HashMap<>();
        ids.forEach((shown, id) -> Optional.ofNullable(media.get(id))
                .flatMap(path)
                .ifPresent(at -> files.put(shown, urls.media(call.request()) + at)));
        return files;
    }

    /** What a post points to, if the caller may see it (07 §7.3). */
    private Map<Shown, Ref> referred(Call call, List<Shown> page, Function<References, Optional<Id>> which) {
        Map<Shown, Id> ids = ids(page, which);
        Set<Id> readable = posts.readable(call.viewer().app(), onlooker(call), ids.values());
        Map<Shown, Ref> referred = new HashMap<>();
        ids.forEach((shown, id) -> {
            if (readable.contains(id)) {
                referred.put(shown, Ref.to(id));
            }
        });
        return referred;
    }

    /** Polls with their votes, which are asked for all posts of a page at once. */
    private Map<Shown, Map<String, Object>> polls(List<Shown> page) {
        Map<Shown, Poll> asked = new LinkedHashMap<>();
        page.forEach(shown -> shown.post().poll().ifPresent(poll -> asked.put(shown, poll)));
        Map<Id, List<Long>> tallies =
                votes.votes(asked.keySet().stream().map(Shown::id).toList());
        Map<Shown, Map<String, Object>> polls = new HashMap<>();
        asked.forEach((shown, poll) -> polls.put(
                shown,
                AttachmentGraph.poll(poll, tallies.getOrDefault(shown.id(), List.of()), shown.pollEnd(settings))));
        return polls;
    }

    private Map<Shown, Map<String, Object>> located(List<Shown> page) {
        Map<Shown, Id> ids = ids(page, References::place);
        Map<Id, Map<String, Object>> known = places.shown(ids.values());
        Map<Shown, Map<String, Object>> located = new HashMap<>();
        ids.forEach((shown, id) -> Optional.ofNullable(known.get(id)).ifPresent(place -> located.put(shown, place)));
        return located;
    }

    private static Map<Shown, Id> ids(List<Shown> page, Function<References, Optional<Id>> which) {
        Map<Shown, Id> ids = new LinkedHashMap<>();
        page.forEach(shown -> which.apply(shown.references()).ifPresent(id -> ids.put(shown, id)));
        return ids;
    }

    private Optional<String> permalink(Call call, Shown shown) {
        return shown.post().isChild()
                ? Optional.empty()
                : shown.named(call)
                        .map(author -> urls.web(call.request()) + "/@" + author.username() + "/post/"
                                + shown.post().shortcode());
    }

    private Optional<String> gif(Call call, Shown shown) {
        return shown.attachment(Gif.class)
                .map(settings.gifs()::url)
                .map(url -> url.startsWith("/") ? urls.media(call.request()) + url : url);
    }

    private Optional<String> picture(Call call, Shown shown) {
        return shown.author().map(author -> urls.media(call.request()) + Pictures.path(author));
    }

    /** A post with what is known of its author. */
    public static final class Shown {
        private final Post post;
        private final Bylines bylines;

        private Shown(Post post, Bylines bylines) {
            this.post = post;
            this.bylines = bylines;
        }

        public Post post() {
            return post;
        }

        Id id() {
            return post.id();
        }

        Content content() {
            return post.content();
        }

        References references() {
            return content().references();
        }

        <A extends Attachment> Optional<A> attachment(Class<A> kind) {
            return content().attachment().filter(kind::isInstance).map(kind::cast);
        }

        Optional<List<Ref>> children() {
            List<Id> children = content().visuals().children();
            return children.isEmpty()
                    ? Optional.empty()
                    : Optional.of(children.stream().map(Ref::to).toList());
        }

        <V> Optional<V> unlessChild(V value) {
            return post.isChild() ? Optional.empty() : Optional.of(value);
        }

        Instant pollEnd(PostSettings settings) {
            return post.publishedAt().plus(settings.polls());
        }

        Optional<String> ghostStatus(Call call) {
            return post.archivedAt().map(_ -> post.isArchivedAt(call.now()) ? "ARCHIVED" : "ACTIVE");
        }

        Optional<Account> author() {
            return bylines.of(post);
        }

        /** The author by name: of replies of others only if the profile is public (07 §7.3). */
        Optional<Account> named(Call call) {
            return author().filter(account -> !post.isReply() || isOf(call) || !account.isPrivate());
        }

        Optional<Boolean> isOwnReply(Call call) {
            return post.isReply() ? Optional.of(isOf(call)) : Optional.empty();
        }

        Optional<List<String>> countries(Call call) {
            List<String> countries = content().audience().countries();
            return isOf(call) && !countries.isEmpty() ? Optional.of(countries) : Optional.empty();
        }

        Optional<String> audience(Call call) {
            return isOf(call) && !post.isRepost() && !post.isChild()
                    ? Optional.of(content().audience().replies().name())
                    : Optional.empty();
        }

        Optional<Ref> owner(Call call) {
            return isOf(call) && !post.isReply() ? Ref.toSelf(call.viewer()) : Optional.empty();
        }

        private boolean isOf(Call call) {
            return post.author().equals(call.self());
        }
    }
}
