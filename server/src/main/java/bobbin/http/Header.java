package bobbin.http;

/** One line of a head. Refuses a line break or another control character in its value, so that no value can begin a second line. */
public record Header(String name, String value) {
    public Header {
        if (name.isEmpty() || value.chars().anyMatch(c -> (c < ' ' && c != '\t') || c == 0x7f)) {
            throw new IllegalArgumentException("No header can be made of this name and value: " + name);
        }
    }

    public boolean is(String other) {
        return name.equalsIgnoreCase(other);
    }
}
