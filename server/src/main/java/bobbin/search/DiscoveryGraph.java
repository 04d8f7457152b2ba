package bobbin.search;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.PROFILE_DISCOVERY;
import static bobbin.graph.Edges.needs;

import bobbin.account.Account;
import bobbin.account.Pictures;
import bobbin.app.ScopedIds;
import bobbin.base.Page;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import bobbin.http.PublicUrls;
import bobbin.limit.Limit;
import bobbin.post.PostFields;
import java.util.Optional;
import java.util.function.Function;

/** {@code GET /profile_lookup} and {@code GET /profile_posts}: people, by their names (08 §8.3, §8.4). */
public final class DiscoveryGraph implements GraphPart {
    private static final String[] STANDARD = {
        "username",
        "name",
        "profile_picture_url",
        "biography",
        "is_verified",
        "follower_count",
        "likes_count",
        "quotes_count",
        "replies_count",
        "reposts_count",
        "views_count"
    };

    private final Profiles profiles;
    private final ScopedIds ids;
    private final PostFields posts;
    private final PublicUrls urls;

    public DiscoveryGraph(Profiles profiles, ScopedIds ids, PostFields posts, PublicUrls urls) {
        this.profiles = profiles;
        this.ids = ids;
        this.posts = posts;
        this.urls = urls;
    }

    @Override
    public void declare(Edges edges) {
        edges.atRoot()
                .get("profile_lookup", needs(BASIC, PROFILE_DISCOVERY), fields(), this::profile)
                .list(
                        "profile_posts",
                        needs(BASIC, PROFILE_DISCOVERY),
                        posts.all()
                                .without(
                                        "owner",
                                        "allowlisted_country_codes",
                                        "ghost_post_status",
                                        "ghost_post_expiration_timestamp",
                                        "reply_audience",
                                        "is_reply_owned_by_me",
                                        "hide_status",
                                        "reply_approval_status"),
                        this::posts);
    }

    /** Other names than those of one's own profile; the id only for those who ask for it (08 §8.3). */
    private Fields<PublicProfile> fields() {
        return Fields.<PublicProfile>withoutId()
                .and("username", profile -> profile.account().username())
                .and("name", profile -> profile.account().shownName())
                .and("profile_picture_url", this::picture)
                .and(
                        "biography",
                        profile -> Optional.of(profile.account().profile().biography())
                                .filter(text -> !text.isEmpty()))
                .and("is_verified", profile -> profile.account().isVerified())
                .and("follower_count", PublicProfile::followers)
                .and("likes_count", profile -> profile.week().likes())
                .and("quotes_count", profile -> profile.week().quotes())
                .and("replies_count", profile -> profile.week().replies())
                .and("reposts_count", profile -> profile.week().reposts())
                .and("views_count", profile -> profile.week().views())
                .and(
                        "id",
                        (call, profile) -> ids.of(
                                        call.viewer().app(), profile.account().id())
                                .toString())
                .byDefault(STANDARD);
    }

    private PublicProfile profile(Call call) {
        return reached(call, Limit.PROFILE_LOOKUP, username -> profiles.find(call.self(), username));
    }

    private Page<PostFields.Shown> posts(Call call) {
        return posts.page(reached(
                call, Limit.PROFILE_POSTS, username -> profiles.posts(posts.onlooker(call), username, call.window())));
    }

    /** What somebody has to show; whatever stands in the way, unknown names look the same. */
    private <T> T reached(Call call, Limit limit, Function<String, Optional<T>> find) {
        String username = call.params().required("username");
        profiles.spend(call.viewer().app(), call.self(), limit);
        if (!profiles.reaches(call.viewer().app(), username)) {
            throw GraphProblems.PERMISSION_MISSING.refuse();
        }
        return find.apply(username).orElseThrow(() -> GraphProblems.OBJECT_MISSING.refuse(call.method(), username));
    }

    private Optional<String> picture(Call call, PublicProfile profile) {
        Account account = profile.account();
        return account.picture().map(_ -> urls.media(call.request()) + Pictures.path(account));
    }
}
