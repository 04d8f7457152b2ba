package bobbin.post;

import bobbin.media.Media;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A container with what is known of its images and videos. */
public record Kept(Container container, List<Media> media) {
    public Kept {
        media = List.copyOf(media);
    }

    Container.Status status(Instant now) {
        return container.status(now, media);
    }

    /** Why it cannot be published, in the words of 04 §8.3; of several items the first that failed. */
    Optional<String> error(Instant now) {
        return status(now) == Container.Status.ERROR
                ? media.stream().flatMap(each -> each.error().stream()).findFirst()
                : Optional.empty();
    }
}
