package bobbin.http;

/**
 * One line of a head. Refuses a name that is no token of the protocol, and a line break or another control character in its value, so that
 * no value can begin a second line.
 */
public record Header(String name, String value) {
    private static final String TOKEN_SIGNS = "!#$%&'*+-.^_`|~";

    public Header {
        if (!isToken(name) || breaksOut(value)) {
            throw new IllegalArgumentException("No header can be made of this name and value: " + name);
        }
    }

    private static boolean isToken(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && TOKEN_SIGNS.indexOf(c) < 0) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static boolean breaksOut(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c == 0x7f) {
                return true;
            }
        }
        return false;
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
