package bobbin.app;

/** How far a permission of an app reaches (02 §7). */
public enum Access {
    /** To people with a role on the app, with the limits that {@link AccessTierPolicy} lists. */
    STANDARD,
    /** To everybody. */
    ADVANCED
}
