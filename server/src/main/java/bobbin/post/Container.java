package bobbin.post;

import bobbin.base.Id;
import bobbin.media.Media;
import bobbin.media.Media.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A post on its way: made by the first step of publishing, used up by the second (04 §8). All rules about the two steps are here, and
 * none of them knows of a database or of a request.
 *
 * @param app to which it is bound, as it is to its author; empty on the web
 * @param post what it became, if it was published
 */
public record Container(
        Id id, Id author, Optional<Id> app, Content content, Role role, CrossShare share, Optional<Id> post) {
    /** How long it can be published (04 §8.1). */
    static final Duration LIFE = Duration.ofHours(24);

    /** How long its status can be read; then it is forgotten (04 §8.1). */
    static final Duration MEMORY = Duration.ofDays(7);

    /** What a caller may read of it, by the clock (04 §8.2). */
    public enum Status {
        IN_PROGRESS,
        FINISHED,
        PUBLISHED,
        ERROR,
        EXPIRED
    }

    /**
     * How far it is.
     *
     * @param media what it shows, or its items do
     */
    public Status status(Instant now, List<Media> media) {
        if (post.isPresent()) {
            return Status.PUBLISHED;
        }
        if (isExpired(now)) {
            return Status.EXPIRED;
        }
        if (media.stream().anyMatch(each -> each.state() == State.ERROR)) {
            return Status.ERROR;
        }
        return media.stream().anyMatch(each -> each.state() == State.IN_PROGRESS)
                ? Status.IN_PROGRESS
                : Status.FINISHED;
    }

    boolean isExpired(Instant now) {
        return !now.isBefore(id.time().plus(LIFE));
    }

    /** Whether it is so old that it counts as gone. */
    boolean isForgotten(Instant now) {
        return !now.isBefore(id.time().plus(MEMORY));
    }

    boolean isOf(Writer writer) {
        return author.equals(writer.account()) && app.equals(writer.app());
    }

    /** The post that it becomes; refuses one that has expired or failed, is not ready, or is an item. */
    Post publish(Id postId, Instant now, List<Media> media) {
        if (status(now, media) != Status.FINISHED || role == Role.ITEM) {
            throw PostProblems.MEDIA_MISSING.refuse(id);
        }
        return new Post(postId, author, app, content, Optional.empty());
    }

    Container publishedAs(Post made) {
        return new Container(id, author, app, content, role, share, Optional.of(made.id()));
    }

    /** The same with these images and videos. */
    Container showing(Visuals visuals) {
        return new Container(id, author, app, content.showing(visuals), role, share, post);
    }
}
