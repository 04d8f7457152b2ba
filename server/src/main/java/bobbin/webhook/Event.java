package bobbin.webhook;

import bobbin.base.Id;

/** Something that happened to a post. */
record Event(Id id, Kind kind, Id post) {

    /** What happened. */
    enum Kind {
        /** Its author published it. */
        PUBLISHED,
        /** Others can see it. */
        SHOWN,
        /** Its author had it deleted. */
        WITHDRAWN
    }
}
