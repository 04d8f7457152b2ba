package bobbin.insight;

import bobbin.base.Id;
import java.time.Instant;

/** Something that is counted (15 §15.11). */
sealed interface Happening {

    Instant at();

    /** A post, or a repost of it, was looked at. */
    record Viewed(Id post, Watcher watcher, Surface surface, Instant at) implements Happening {}

    /** A profile was opened. */
    record Visited(Id profile, Watcher watcher, Instant at) implements Happening {}

    /** A link of a post was followed. */
    record Clicked(Id post, String url, Instant at) implements Happening {}

    /** A post was handed on out of here. */
    record Shared(Id post, Instant at) implements Happening {}
}
