package bobbin.post;

import bobbin.base.Id;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A post on its way: made by the first step of publishing, used up by the second (04 §8). All rules about the two steps are here, and
 * none of them knows of a database or of a request.
 *
 * @param app to which it is bound, as it is to its author; empty on the web
 * @param post what it became, if it was published
 */
public record Container(Id id, Id author, Optional<Id> app, Content content, CrossShare share, Optional<Id> post) {
    /** How long it can be published (04 §8.1). */
    static final Duration LIFE = Duration.ofHours(24);

    /** How long its status can be read; then it is forgotten (04 §8.1). */
    static final Duration MEMORY = Duration.ofDays(7);

    /** What a caller may read of it, by the clock (04 §8.2). A text is ready at once. */
    public enum Status {
        FINISHED,
        PUBLISHED,
        EXPIRED
    }

    public Status status(Instant now) {
        if (post.isPresent()) {
            return Status.PUBLISHED;
        }
        return now.isBefore(id.time().plus(LIFE)) ? Status.FINISHED : Status.EXPIRED;
    }

    /** Whether it is so old that it counts as gone. */
    boolean isForgotten(Instant now) {
        return !now.isBefore(id.time().plus(MEMORY));
    }

    boolean isOf(Writer writer) {
        return author.equals(writer.account()) && app.equals(writer.app());
    }

    /** The post that it becomes; refuses one that has expired. */
    Post publish(Id postId, Instant now) {
        if (status(now) != Status.FINISHED) {
            throw PostProblems.MEDIA_MISSING.refuse(id);
        }
        return new Post(postId, author, app, content, Optional.empty());
    }

    Container publishedAs(Post made) {
        return new Container(id, author, app, content, share, Optional.of(made.id()));
    }
}
