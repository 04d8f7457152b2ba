package bobbin.http;

/**
 * One line of a head. Refuses a name that is no token of the protocol, and a line break or another control character in its value, so that
 * no value can begin a second line.
 */
public record Header(String name, String value) {
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    public Header {
        if (!isToken(name) || value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new IllegalArgumentException("No header can be made of this name and value: " + name);
        }
    }

    private static boolean isToken(String name) {
        return !name.isEmpty()
                && name.chars()
                        .allMatch(c -> (c >= 'a' && c <= 'z')
                                || (c >= 'A' && c <= 'Z')
                                || (c >= '0' && c <= '9')
                                || TOKEN_SIGNS.indexOf(c) >= 0);
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
