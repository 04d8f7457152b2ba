package bobbin.post;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.sql.Row;
import bobbin.sql.Tx;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** The tables {@code container} and {@code post}. */
final class PostStore {
    private static final String CONTENT = """
            media_type, body, topic, link, reply_control, reply_approval, countries, spoilers, lifetime, quoted_id, reposted_id,
            place_id, parent_id, reply_to_id, root_id, media_id, alt_text, children, media_cover, option_a, option_b, option_c, option_d, long_text, long_link, long_styles, gif
            """;
    private static final String CONTENT_VALUES = """
            :type, :text, :topic, :link, :replyControl, :replyApproval, :countries, :spoilers, :lifetime, :quoted, :reposted,
            :place, :parent, :repliedTo, :root, :media, :altText, :children, :cover, :optionA, :optionB, :optionC, :optionD, :longText, :longLink, :longStyles, :gif
            """;

    private static final String INSERT_CONTAINER = """
            insert into container (slot, author_id, id, app_id, role, share, post_id, %s)
            values (:slot, :author, :id, :app, :role, :share, :post, %s)
            """.formatted(CONTENT, CONTENT_VALUES);
    private static final String SELECT_CONTAINER_OF = """
            select id, author_id, app_id, %s, role, share, post_id from container
            where slot = :slot and author_id = :author and \
            """.formatted(CONTENT);
    private static final String SELECT_CONTAINER = SELECT_CONTAINER_OF + "id = :id";
    private static final String SELECT_CONTAINERS = SELECT_CONTAINER_OF + "id in (<ids>)";
    private static final String INSERT_POST = """
            insert into post (slot, author_id, id, app_id, %s)
            values (:slot, :author, :id, :app, %s)
            """.formatted(CONTENT, CONTENT_VALUES);
    static final String SELECT_POST = """
            select id, author_id, app_id, %s, deleted_at from post
            """.formatted(CONTENT);
    private static final String SELECT_POSTS_BY_ID =
            SELECT_POST + "join (values <asked>) as asked on slot = asked.column1 and id = asked.column2";
    private static final String SELECT_POST_BY_ID = SELECT_POST + "where slot = :slot and id = :id";
    private static final RowMapper<Container> CONTAINER = Row.inOrder(row -> new Container(
            row.id(),
            row.id(),
            row.optionalId(),
            content(row),
            row.one(Role.class),
            row.one(CrossShare.class),
            row.optionalId()));
    static final RowMapper<Post> POST =
            Row.inOrder(row -> new Post(row.id(), row.id(), row.optionalId(), content(row), row.optionalInstant()));

    void insert(Tx tx, Container made) {
        Update insert = tx.at(made.author())
                .update(INSERT_CONTAINER)
                .bind("author", made.author())
                .bind("id", made.id())
                .bind("app", made.app())
                .bind("role", made.role())
                .bind("share", made.share())
                .bind("post", made.post());
        bind(insert, made.content()).execute();
    }

    Optional<Container> container(Tx tx, Id author, Id id) {
        return tx.at(author)
                .query(SELECT_CONTAINER)
                .bind("author", author)
                .bind("id", id)
                .map(CONTAINER)
                .findOne();
    }

    /** Those of some containers of an author that there are, in no order. */
    List<Container> containers(Tx tx, Id author, List<Id> ids) {
        return tx.at(author)
                .query(SELECT_CONTAINERS)
                .bind("author", author)
                .bindList("ids", ids)
                .map(CONTAINER)
                .list();
    }

    /** Uses a container up; false if another call was faster. */
    boolean use(Tx tx, Container published) {
        return tx.at(published.author())
                        .update("""
                        update container set post_id = :post
                        where slot = :slot and author_id = :author and id = :id and post_id is null
                        """)
                        .bind("author", published.author())
                        .bind("id", published.id())
                        .bind("post", published.post())
                        .execute()
                == 1;
    }

    /** The slots with containers from before that id was made. Looks at all containers. */
    List<Integer> slotsWithContainersBefore(Tx tx, Id id) {
        return tx.query("select distinct slot from container where id < :id")
                .bind("id", id)
                .mapTo(Integer.class)
                .list();
    }

    void deleteContainersBefore(Tx tx, int slot, Id id) {
        tx.at(slot)
                .update("delete from container where slot = :slot and id < :id")
                .bind("id", id)
                .execute();
    }

    void insert(Tx tx, Post made) {
        Update insert = tx.at(made.author())
                .update(INSERT_POST)
                .bind("author", made.author())
                .bind("id", made.id())
                .bind("app", made.app());
        bind(insert, made.content()).execute();
    }

    /** A post, also a deleted one. */
    Optional<Post> post(Tx tx, Id id) {
        return tx.at(id).query(SELECT_POST_BY_ID).bind("id", id).map(POST).findOne();
    }

    /** Those of some posts that there are, also deleted ones, in no order; one statement, wherever they live. */
    List<Post> posts(Tx tx, Collection<Id> ids) {
        return ids.isEmpty()
                ? List.of()
                : tx.query(SELECT_POSTS_BY_ID)
                        .bindMethodsList("asked", Set.copyOf(ids), List.of("slot", "value"))
                        .map(POST)
                        .list();
    }

    /** Dates the end of a post; false if it was deleted before. */
    boolean delete(Tx tx, Id author, Id id) {
        return tx.at(author)
                        .update("""
                        update post set deleted_at = :now
                        where slot = :slot and author_id = :author and id = :id and deleted_at is null
                        """)
                        .bind("author", author)
                        .bind("id", id)
                        .bind("now", tx.now())
                        .execute()
                == 1;
    }

    /** Removes all posts and containers of an author. */
    void deleteBy(Tx tx, Id author) {
        tx.at(author)
                .update("delete from post where slot = :slot and author_id = :author")
                .bind("author", author)
                .execute();
        tx.at(author)
                .update("delete from container where slot = :slot and author_id = :author")
                .bind("author", author)
                .execute();
    }

    private static Update bind(Update update, Content content) {
        Audience audience = content.audience();
        References references = content.references();
        update.bind("type", content.type())
                .bind("text", content.text())
                .bind("topic", content.topic())
                .bind("link", content.link())
                .bind("replyControl", audience.replies())
                .bind("replyApproval", audience.approval())
                .bind("countries", listed(audience.countries(), codes -> String.join(",", codes)))
                .bind("spoilers", listed(content.spoilers(), Spoiler::write))
                .bind("lifetime", content.lifetime())
                .bind("quoted", references.quoted())
                .bind("reposted", references.reposted())
                .bind("place", references.place())
                .bind("parent", references.parent())
                .bind("repliedTo", references.repliedTo())
                .bind("root", references.root());
        bind(update, content.visuals());
        return AttachmentStore.bind(update, content.attachment());
    }

    private static void bind(Update update, Visuals visuals) {
        update.bind("media", visuals.media())
                .bind("altText", visuals.altText())
                .bind(
                        "children",
                        listed(
                                visuals.children(),
                                ids -> ids.stream().map(Id::toString).collect(Collectors.joining(" "))))
                .bind("cover", visuals.spoiler() ? Cover.SPOILER : Cover.NONE);
    }

    private static Content content(Row row) throws SQLException {
        return new Content(
                row.one(MediaType.class),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                new Audience(
                        row.one(ReplyControl.class),
                        row.one(ReplyApproval.class),
                        row.optionalText()
                                .map(codes -> List.of(codes.split(",")))
                                .orElse(List.of())),
                row.optionalText().map(Spoiler::read).orElse(List.of()),
                row.one(Lifetime.class),
                new References(
                        row.optionalId(),
                        row.optionalId(),
                        row.optionalId(),
                        row.optionalId(),
                        row.optionalId(),
                        row.optionalId()),
                visuals(row),
                AttachmentStore.read(row));
    }

    private static Visuals visuals(Row row) throws SQLException {
        return new Visuals(
                row.optionalId(),
                row.optionalText(),
                row.optionalText().map(PostStore::ids).orElse(List.of()),
                row.one(Cover.class) == Cover.SPOILER);
    }

    private static List<Id> ids(String column) {
        return Stream.of(column.split(" "))
                .map(id -> new Id(Long.parseLong(id)))
                .toList();
    }

    /** How images and videos are shown. */
    private enum Cover {
        NONE,
        SPOILER
    }

    /** An empty list is an empty column. */
    static <T> Optional<String> listed(List<T> list, Function<List<T>, String> written) {
        return list.isEmpty() ? Optional.empty() : Optional.of(written.apply(list));
    }
}
