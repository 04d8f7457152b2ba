package bobbin.post;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.READ_REPLIES;
import static bobbin.graph.Edges.needs;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.account.Pictures;
import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import bobbin.graph.Ref;
import bobbin.http.PublicUrls;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Posts, as the API shows them (07 §7.3, §7.4, §7.7). */
public final class PostGraph implements GraphPart {
    private final Posts posts;
    private final Accounts accounts;
    private final PostSettings settings;
    private final PublicUrls urls;

    public PostGraph(Posts posts, Accounts accounts, PostSettings settings, PublicUrls urls) {
        this.posts = posts;
        this.accounts = accounts;
        this.settings = settings;
        this.urls = urls;
    }

    @Override
    public void declare(Edges edges) {
        Fields<Shown> post = fields();
        Fields<Shown> own = post.without("is_reply_owned_by_me", "hide_status", "reply_approval_status");
        edges.on(Id.Kind.ACCOUNT)
                .list("threads", needs(BASIC), own, call -> page(posts.by(call.self(), call.window())))
                .list("ghost_posts", needs(BASIC), own, call -> page(posts.ghosts(call.self(), call.window())));
        edges.on(Id.Kind.POST).get(needs(BASIC), post, this::post);
    }

    private Page<Shown> page(Page<Post> page) {
        Bylines bylines = new Bylines(accounts, page.items());
        return page.map(post -> new Shown(post, bylines), Shown::id);
    }

    private Shown post(Call call) {
        Post post =
                posts.readable(call.viewer().app(), onlooker(call), call.node()).orElseThrow(call::missing);
        return new Shown(post, new Bylines(accounts, List.of(post)));
    }

    private Onlooker onlooker(Call call) {
        Optional<String> country = Optional.of(settings.countryHeader())
                .filter(name -> !name.isEmpty())
                .flatMap(call.request()::header);
        return new Onlooker(Optional.of(call.self()), country);
    }

    /** The fields of 07 §7.3; those at the end have no value on a text. */
    private Fields<Shown> fields() {
        return Fields.of(Shown::id)
                .and("media_product_type", _ -> "THREADS")
                .and("media_type", shown -> shown.content().type().shown())
                .and("permalink", this::permalink)
                .and("owner", (call, shown) -> shown.owner(call))
                .and("username", shown -> shown.author().map(Account::username))
                .and("text", shown -> shown.content().text())
                .and("timestamp", shown -> shown.post().publishedAt())
                .and("shortcode", shown -> shown.post().shortcode())
                .and("is_quote_post", shown -> shown.references().quoted().isPresent())
                .forPage("quoted_post", (call, page) -> referred(call, page, References::quoted))
                .forPage("reposted_post", (call, page) -> referred(call, page, References::reposted))
                .and("link_attachment_url", shown -> shown.content().link())
                .and("topic_tag", shown -> shown.content().topic())
                .and("is_spoiler_media", _ -> false)
                .and("text_entities", shown -> entities(shown.content().spoilers()))
                .and("is_verified", shown -> shown.author().map(Account::isVerified))
                .and("profile_picture_url", this::picture)
                .and("has_replies", READ_REPLIES, (_, _) -> false)
                .and("is_reply", READ_REPLIES, (_, _) -> false)
                .and("reply_audience", READ_REPLIES, (call, shown) -> shown.audience(call))
                .and("allowlisted_country_codes", (call, shown) -> shown.countries(call))
                .and("gif_url", shown -> shown.attachment(Gif.class).map(settings.gifs()::url))
                .and("poll_attachment", shown -> shown.attachment(Poll.class).map(poll -> poll(shown, poll)))
                .and(
                        "text_attachment",
                        shown -> shown.attachment(LongText.class).map(PostGraph::longText))
                .and("ghost_post_status", (call, shown) -> shown.ghostStatus(call))
                .and("ghost_post_expiration_timestamp", shown -> shown.post().archivedAt())
                .known("media_url", "thumbnail_url", "children", "alt_text", "location_id", "location")
                .known("root_post", "replied_to", "is_reply_owned_by_me", "hide_status", "reply_approval_status");
    }

    /** What a post points to, if the caller may see it (07 §7.3). */
    private Map<Shown, Ref> referred(Call call, List<Shown> page, Function<References, Optional<Id>> which) {
        Map<Shown, Id> ids = new LinkedHashMap<>();
        page.forEach(shown -> which.apply(shown.references()).ifPresent(id -> ids.put(shown, id)));
        Set<Id> readable = posts.readable(call.viewer().app(), onlooker(call), ids.values());
        Map<Shown, Ref> referred = new HashMap<>();
        ids.forEach((shown, id) -> {
            if (readable.contains(id)) {
                referred.put(shown, Ref.to(id));
            }
        });
        return referred;
    }

    /** With the shares of the votes, of which there are none yet (07 §7.6.1). */
    private Map<String, Object> poll(Shown shown, Poll poll) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (int i = 0; i < poll.options().size(); i++) {
            members.put(Poll.LETTERS.get(i), poll.options().get(i));
        }
        for (int i = 0; i < poll.options().size(); i++) {
            members.put(Poll.LETTERS.get(i) + "_votes_percentage", 0);
        }
        members.put("total_votes", 0);
        members.put("expiration_timestamp", shown.post().publishedAt().plus(settings.polls()));
        return members;
    }

    private static Map<String, Object> longText(LongText text) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("plaintext", text.plaintext());
        text.link().ifPresent(link -> members.put("link_attachment_url", link));
        if (!text.styles().isEmpty()) {
            members.put(
                    "text_with_styling_info",
                    text.styles().stream().map(PostGraph::styled).toList());
        }
        return members;
    }

    private static Map<String, Object> styled(Styled range) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("offset", range.offset());
        members.put("length", range.length());
        members.put(
                "styling_info", range.styles().stream().map(Styled.Style::word).toList());
        return members;
    }

    private Optional<String> permalink(Call call, Shown shown) {
        return shown.author()
                .map(author -> urls.web(call.request()) + "/@" + author.username() + "/post/"
                        + shown.post().shortcode());
    }

    private Optional<String> picture(Call call, Shown shown) {
        return shown.author().map(author -> urls.media(call.request()) + Pictures.path(author));
    }

    private static Optional<Map<String, Object>> entities(List<Spoiler> spoilers) {
        return spoilers.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Map.of("data", spoilers.stream().map(PostGraph::entity).toList()));
    }

    private static Map<String, Object> entity(Spoiler spoiler) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("entity_type", "SPOILER");
        shown.put("offset", spoiler.offset());
        shown.put("length", spoiler.length());
        return shown;
    }

    /** A post with what is known of its author. */
    private record Shown(Post post, Bylines bylines) {
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

        Optional<String> ghostStatus(Call call) {
            return post.archivedAt().map(_ -> post.isArchivedAt(call.now()) ? "ARCHIVED" : "ACTIVE");
        }

        Optional<Account> author() {
            return bylines.of(post);
        }

        Optional<List<String>> countries(Call call) {
            List<String> countries = content().audience().countries();
            return isOf(call) && !countries.isEmpty() ? Optional.of(countries) : Optional.empty();
        }

        Optional<String> audience(Call call) {
            return isOf(call) && !post.isRepost()
                    ? Optional.of(content().audience().replies().name())
                    : Optional.empty();
        }

        Optional<Ref> owner(Call call) {
            return isOf(call) ? Ref.toSelf(call.viewer()) : Optional.empty();
        }

        private boolean isOf(Call call) {
            return post.author().equals(call.self());
        }
    }
}
