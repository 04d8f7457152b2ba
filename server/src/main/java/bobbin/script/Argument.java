package bobbin.script;

/**
 * What an act is told besides who acts.
 *
 * @param isRequired whether the act is refused without it
 * @param meaning a few words, for whoever writes a script
 */
public record Argument(String name, Kind kind, boolean isRequired, String meaning) {

    /** How an argument is written. */
    public enum Kind {
        /** A username, with or without {@code @}. */
        PERSON,
        /** The id of a post, its shortcode or its address. */
        POST,
        TEXT,
        /** A whole number. */
        NUMBER,
        /** {@code true} or {@code false}. */
        FLAG,
        /** Texts, as a JSON array or joined by commas. */
        LIST
    }

    public static Argument person() {
        return required("user", Kind.PERSON, "whom it is about");
    }

    public static Argument post() {
        return required("post", Kind.POST, "what it is about");
    }

    public static Argument required(String name, Kind kind, String meaning) {
        return new Argument(name, kind, true, meaning);
    }

    public static Argument optional(String name, Kind kind, String meaning) {
        return new Argument(name, kind, false, meaning);
    }
}
