package bobbin.post;

import static bobbin.sql.Rows.id;

import bobbin.base.Id;
import bobbin.base.Window;
import bobbin.sql.Row;
import bobbin.sql.Tx;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Update;

/** The tables {@code container} and {@code post}. */
final class PostStore {
    private static final String CONTENT =
            "media_type, body, topic, link, reply_control, reply_approval, countries, spoilers";
    private static final String CONTENT_VALUES =
            ":type, :text, :topic, :link, :replyControl, :replyApproval, :countries, :spoilers";

    private static final String INSERT_CONTAINER = """
            insert into container (slot, author_id, id, app_id, share, post_id, %s)
            values (:slot, :author, :id, :app, :share, :post, %s)
            """.formatted(CONTENT, CONTENT_VALUES);
    private static final String SELECT_CONTAINER = """
            select id, author_id, app_id, %s, share, post_id from container
            where slot = :slot and author_id = :author and id = :id
            """.formatted(CONTENT);
    private static final String INSERT_POST = """
            insert into post (slot, author_id, id, app_id, %s)
            values (:slot, :author, :id, :app, %s)
            """.formatted(CONTENT, CONTENT_VALUES);
    private static final String SELECT_POST = """
            select id, author_id, app_id, %s, deleted_at from post
            """.formatted(CONTENT);
    private static final String SELECT_POST_BY_ID = SELECT_POST + "where slot = :slot and id = :id";
    private static final String SELECT_POSTS_BY_AUTHOR = SELECT_POST + """
            where slot = :slot and author_id = :author and deleted_at is null and id > :above and id < :below
            order by id %s
            limit :fetch
            """;
    private static final String OLDEST_FIRST = SELECT_POSTS_BY_AUTHOR.formatted("asc");
    private static final String NEWEST_FIRST = SELECT_POSTS_BY_AUTHOR.formatted("desc");

    private static final RowMapper<Container> CONTAINER = Row.inOrder(row -> new Container(
            row.id(), row.id(), row.optionalId(), content(row), row.one(CrossShare.class), row.optionalId()));
    private static final RowMapper<Post> POST =
            Row.inOrder(row -> new Post(row.id(), row.id(), row.optionalId(), content(row), row.optionalInstant()));

    void insert(Tx tx, Container made) {
        Update insert = tx.at(made.author())
                .update(INSERT_CONTAINER)
                .bind("author", made.author())
                .bind("id", made.id())
                .bind("app", made.app())
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

    /** What an author has published and not deleted. */
    List<Post> byAuthor(Tx tx, Id author, Window window) {
        return tx.at(author)
                .query(window.fromTheOldest() ? OLDEST_FIRST : NEWEST_FIRST)
                .bind("author", author)
                .bind("above", window.above())
                .bind("below", window.below())
                .bind("fetch", window.fetch())
                .map(POST)
                .list();
    }

    List<Id> idsBy(Tx tx, Id author) {
        return tx.at(author)
                .query("select id from post where slot = :slot and author_id = :author")
                .bind("author", author)
                .map((row, _) -> id(row, "id"))
                .list();
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
        return update.bind("type", content.type())
                .bind("text", content.text())
                .bind("topic", content.topic())
                .bind("link", content.link())
                .bind("replyControl", content.replyControl())
                .bind("replyApproval", content.replyApproval())
                .bind("countries", listed(content.countries().isEmpty(), String.join(",", content.countries())))
                .bind("spoilers", listed(content.spoilers().isEmpty(), Spoiler.write(content.spoilers())));
    }

    private static Content content(Row row) throws SQLException {
        return new Content(
                row.one(MediaType.class),
                row.optionalText(),
                row.optionalText(),
                row.optionalText(),
                row.one(ReplyControl.class),
                row.one(ReplyApproval.class),
                row.optionalText().map(codes -> List.of(codes.split(","))).orElse(List.of()),
                row.optionalText().map(Spoiler::read).orElse(List.of()));
    }

    /** An empty list is an empty column. */
    private static Optional<String> listed(boolean empty, String column) {
        return empty ? Optional.empty() : Optional.of(column);
    }
}
