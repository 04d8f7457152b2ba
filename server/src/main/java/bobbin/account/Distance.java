package bobbin.account;

/** How one account keeps another at a distance; the other is never told (15 §15.5). */
enum Distance {
    /** Neither sees the other. */
    BLOCK,
    /** What the other answers from now on is seen by the two of them only. */
    RESTRICTION,
    /** The other's posts and deeds are not shown where one did not look for them. */
    MUTE
}
