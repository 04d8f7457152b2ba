package bobbin.base;

/**
 * How closely answers follow the original where the original is odd (00 decision 1). It only sets the defaults of named
 * switches; each of them can still be set on its own.
 */
public enum Fidelity {
    /** Exactly as observed live, oddities included. What {@code bobbin dev} starts with. */
    META,
    /** The same shapes and codes with sane statuses. What {@code bobbin serve} starts with. */
    FRIENDLY;

    public static final Setting<Fidelity> SETTING = Setting.of(
            "fidelity",
            Fidelity.class,
            FRIENDLY,
            "How closely odd answers of the original are followed: meta (exactly) or friendly (same codes, sane statuses).");
}
