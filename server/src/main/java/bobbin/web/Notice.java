package bobbin.web;

/** A sentence at the top of a page: that something was done, or why it was not. */
public record Notice(Kind kind, String text) {

    public enum Kind {
        DONE,
        PROBLEM
    }

    /** The class in the stylesheet. */
    public String style() {
        return switch (kind) {
            case DONE -> "notice done";
            case PROBLEM -> "notice problem";
        };
    }

    /** How a screen reader takes it: a problem at once, the rest when there is time. */
    public String role() {
        return switch (kind) {
            case DONE -> "status";
            case PROBLEM -> "alert";
        };
    }
}
