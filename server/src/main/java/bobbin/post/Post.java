package bobbin.post;

import bobbin.base.Id;
import java.time.Instant;
import java.util.Optional;

/**
 * A published post. Never changes; what happens to it later is a fact with a date beside it.
 *
 * @param app through which it was published; empty if its author wrote it on the web
 * @param deletedAt when it was deleted, if it was
 */
public record Post(Id id, Id author, Optional<Id> app, Content content, Optional<Instant> deletedAt) {

    /** The same with another content. */
    Post with(Content other) {
        return new Post(id, author, app, other, deletedAt);
    }

    /** Whether it is an item of a carousel, and nothing by itself. */
    public boolean isChild() {
        return content.references().parent().isPresent();
    }

    /** When it was published: the time in its id, so that lists sorted by id are sorted by time. */
    public Instant publishedAt() {
        return id.time();
    }

    /** When it is archived, if it is a ghost post. */
    public Optional<Instant> archivedAt() {
        return content.lifetime().end(publishedAt());
    }

    public boolean isArchivedAt(Instant now) {
        return archivedAt().filter(end -> !now.isBefore(end)).isPresent();
    }

    /** Whether it answers another post (10 §10.1). */
    public boolean isReply() {
        return content.references().root().isPresent();
    }

    /** The post at the top of its conversation, which may be itself. */
    public Id root() {
        return content.references().root().orElse(id);
    }

    /** What it asks its readers, if it has a poll. */
    public Optional<Poll> poll() {
        return content.attachment().filter(Poll.class::isInstance).map(Poll.class::cast);
    }

    boolean isRepost() {
        return content.type() == MediaType.REPOST;
    }

    public String shortcode() {
        return id.shortcode();
    }
}
