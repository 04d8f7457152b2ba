package bobbin.reply;

/** How a reply is shown under the post at the top (10 §10.4); of several that apply the first counts. */
public enum HideStatus {
    /** The owner blocks its author. */
    BLOCKED,
    /** The owner restricts its author: only the two of them see it. */
    RESTRICTED,
    /** The owner has hidden it. */
    HIDDEN,
    /** A hidden word of the owner's is in it. */
    COVERED,
    /** It was hidden or covered, and the owner has shown it again. */
    UNHUSHED,
    NOT_HUSHED;

    HideStatus or(HideStatus other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** Whether it is left out of the lists of others than the owner. */
    boolean isCollapsed() {
        return this == HIDDEN || this == COVERED;
    }

    /** Whether nobody but its author and the owner sees it (15 §15.6). */
    boolean isShunned() {
        return this == BLOCKED || this == RESTRICTED;
    }
}
