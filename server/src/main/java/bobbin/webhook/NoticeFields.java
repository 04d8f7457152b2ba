package bobbin.webhook;

import bobbin.account.Account;
import bobbin.account.Accounts;
import bobbin.app.Actor;
import bobbin.app.ScopedId;
import bobbin.app.ScopedIds;
import bobbin.base.Id;
import bobbin.graph.Fields;
import bobbin.graph.Viewer;
import bobbin.graph.WireTime;
import bobbin.http.Request;
import bobbin.json.Json;
import bobbin.oauth.Grant;
import bobbin.post.Post;
import bobbin.post.PostFields;
import bobbin.post.Posts;
import bobbin.sql.Database;
import bobbin.webhook.Manner.DeleteTarget;
import bobbin.webhook.Manner.ValuesFormat;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Notices in words: the envelope and the values, with their keys in order (12 §12.4, §12.5). What is shown of a post is what the API shows. */
public final class NoticeFields {
    private static final List<String> PUBLISHED = List.of("id", "media_type", "permalink", "timestamp", "username");
    private static final List<String> DELETED = List.of("id", "timestamp", "username");
    private static final List<String> REPLY = List.of(
            "id",
            "username",
            "text",
            "media_type",
            "permalink",
            "shortcode",
            "timestamp",
            "is_verified",
            "profile_picture_url");
    private static final List<String> MENTION = List.of(
            "id",
            "has_replies",
            "is_quote_post",
            "is_reply",
            "is_verified",
            "media_product_type",
            "media_type",
            "permalink",
            "profile_picture_url",
            "shortcode",
            "text",
            "timestamp",
            "alt_text",
            "gif_url",
            "media_url",
            "poll_attachment",
            "quoted_post",
            "replied_to",
            "reposted_post",
            "root_post",
            "thumbnail_url",
            "username");
    private static final String TEXT = "text";

    private final Database database;
    private final PostFields posted;
    private final Fields<PostFields.Shown> fields;
    private final Posts posts;
    private final Accounts accounts;
    private final ScopedIds scopedIds;
    private final InstantSource time;
    private final Supplier<String> here;

    /** @param here the address of our pages, under which a notice links to them if no other is configured: {@code http://127.0.0.1:8080} */
    public NoticeFields(
            Database database,
            PostFields posted,
            Posts posts,
            Accounts accounts,
            ScopedIds scopedIds,
            InstantSource time,
            Supplier<String> here) {
        this.database = database;
        this.posted = posted;
        this.fields = posted.all();
        this.posts = posts;
        this.accounts = accounts;
        this.scopedIds = scopedIds;
        this.time = time;
        this.here = here;
    }

    /** The body that is sent: one line of ASCII. */
    String body(Notice notice, Manner manner) {
        Grant grant = notice.grant();
        return body(
                grant.app(),
                notice.field(),
                target(notice, manner),
                subscription(grant.app(), grant.account()),
                manner,
                values(notice));
    }

    /** Sends a sample to where an app wants the topic of a field. */
    public void test(Deliveries deliveries, Actor actor, Id app, Field field, Manner manner) {
        deliveries.test(actor, app, field, sample(app, field, manner));
    }

    /** A sample with invented ids, for the button that tests a receiver (12 §12.9). */
    String sample(Id app, Field field, Manner manner) {
        return body(
                app,
                field,
                Samples.target(field, manner),
                subscription(app, Id.LOWEST),
                manner,
                Samples.of(field, WireTime.of(time.instant())));
    }

    private String body(
            Id app, Field field, String target, Id subscription, Manner manner, Map<String, Object> values) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("value", values);
        value.put("field", field.wire());
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("app_id", app);
        envelope.put("topic", field.topic().wire());
        envelope.put("target_id", target);
        envelope.put("time", time.instant().getEpochSecond());
        envelope.put("subscription_id", subscription);
        envelope.put("has_uid_field", false);
        envelope.put("values", manner.format() == ValuesFormat.ARRAY ? List.of(value) : value);
        return Json.ascii(envelope);
    }

    /** The same for an app and a person at all times (12 §12.4). */
    private static Id subscription(Id app, Id account) {
        return Id.derived(Id.Kind.EVENT, "webhook " + app + " " + account);
    }

    private static String target(Notice notice, Manner manner) {
        return switch (notice.field()) {
            case REPLIES -> notice.about().id().toString();
            case MENTIONS, PUBLISH -> Long.toString(notice.grant().scopedId());
            case DELETE ->
                manner.deletion() == DeleteTarget.MEDIA
                        ? notice.post().id().toString()
                        : Long.toString(notice.grant().scopedId());
        };
    }

    private Map<String, Object> values(Notice notice) {
        return switch (notice.field()) {
            case PUBLISH -> shown(notice, PUBLISHED);
            case DELETE -> deletion(notice);
            case REPLIES -> reply(notice);
            case MENTIONS -> mention(notice);
        };
    }

    private Map<String, Object> deletion(Notice notice) {
        Map<String, Object> shown = shown(notice, DELETED);
        Map<String, Object> values = new LinkedHashMap<>();
        copy(shown, values, "id");
        values.put("owner", Map.of("owner_id", Long.toString(notice.grant().scopedId())));
        values.put("deleted_at", WireTime.of(notice.post().deletedAt().orElseGet(time::instant)));
        copy(shown, values, "timestamp");
        copy(shown, values, "username");
        return values;
    }

    private Map<String, Object> reply(Notice notice) {
        Map<String, Object> shown = shown(notice, REPLY);
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : List.of("id", "username", TEXT, "media_type", "permalink")) {
            copy(shown, values, name);
        }
        notice.post()
                .content()
                .references()
                .repliedTo()
                .ifPresent(parent -> values.put("replied_to", Map.of("id", parent)));
        root(notice).ifPresent(root -> values.put("root_post", root));
        for (String name : List.of("shortcode", "timestamp", "is_verified", "profile_picture_url")) {
            copy(shown, values, name);
        }
        return values;
    }

    private Map<String, Object> mention(Notice notice) {
        Map<String, Object> shown = shown(notice, MENTION);
        Map<String, Object> values = new LinkedHashMap<>();
        MENTION.forEach(name -> copy(shown, values, name));
        return values;
    }

    private Optional<Map<String, Object>> root(Notice notice) {
        Optional<Post> root = database.read(tx -> posts.find(tx, notice.post().root()));
        Optional<Account> owner = root.flatMap(post -> accounts.find(post.author()));
        return owner.map(account -> {
            ScopedId id = scopedIds.of(notice.grant().app(), account.id());
            Map<String, Object> members = new LinkedHashMap<>();
            members.put("id", notice.post().root());
            members.put("owner_id", id.toString());
            members.put("username", account.username());
            return members;
        });
    }

    private Map<String, Object> shown(Notice notice, List<String> names) {
        Grant grant = notice.grant();
        Instant now = time.instant();
        Viewer viewer = new Viewer(
                grant.app(),
                Optional.of(grant.account()),
                Optional.of(Long.toString(grant.scopedId())),
                grant.scopes());
        return new LinkedHashMap<>(fields.unasked(viewer, address(), now, posted.one(notice.post()), names));
    }

    private Request address() {
        String base = here.get();
        int host = base.indexOf("://") + 3;
        return Request.of("GET", "/")
                .from(new Request.Sender("127.0.0.1", base.substring(host), base.startsWith("https")));
    }

    /** A text is always there, because receivers count on it. */
    private static void copy(Map<String, Object> from, Map<String, Object> to, String name) {
        Object value = name.equals(TEXT) ? from.getOrDefault(TEXT, "") : from.get(name);
        if (value != null) {
            to.put(name, value);
        }
    }
}
