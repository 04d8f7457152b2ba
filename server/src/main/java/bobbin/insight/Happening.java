package bobbin.insight;

import bobbin.base.Id;
import java.time.Instant;

/** Something that is counted (15 §15.11). */
sealed interface Happening {

    Instant at();

    /** What the same watcher does with the same post counts once within a while. */
    sealed interface Noted extends Happening {

        Id post();

        Watcher watcher();

        /** What is noted of them: that they looked, and where, or that they shared. Kept in the database. */
        String kind();
    }

    /** A post, or a repost of it, was looked at. */
    record Viewed(Id post, Watcher watcher, Surface surface, Instant at) implements Noted {
        @Override
        public String kind() {
            return surface.name();
        }
    }

    /** A profile was opened. */
    record Visited(Id profile, Watcher watcher, Instant at) implements Happening {}

    /** A link of a post was followed. */
    record Clicked(Id post, String url, Instant at) implements Happening {}

    /** A post was handed on out of here. */
    record Shared(Id post, Watcher watcher, Instant at) implements Noted {
        @Override
        public String kind() {
            return "SHARE";
        }
    }
}
