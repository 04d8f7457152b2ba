package bobbin.account;

/**
 * What a person shows of themselves; public even for a private profile (15 §15.2).
 *
 * @param name at most 30 characters, one line; empty if none was given
 * @param biography at most 150 characters, lines end with {@code \n}
 */
public record Profile(String name, String biography) {
    public static final int LONGEST_NAME = 30;
    public static final int LONGEST_BIOGRAPHY = 150;
    public static final Profile EMPTY = new Profile("", "");

    /** Tidies blanks and line ends, and refuses what is too long. */
    public Profile {
        name = name.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        biography = biography
                .replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", "")
                .strip();
        if (length(name) > LONGEST_NAME) {
            throw AccountProblems.NAME_TOO_LONG.refuse(LONGEST_NAME);
        }
        if (length(biography) > LONGEST_BIOGRAPHY) {
            throw AccountProblems.BIOGRAPHY_TOO_LONG.refuse(LONGEST_BIOGRAPHY);
        }
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
