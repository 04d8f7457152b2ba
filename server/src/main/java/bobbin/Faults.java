package bobbin;

import java.util.List;

/** What is wrong with a command line or with settings: all of it, one sentence each. */
final class Faults extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> sentences;

    Faults(List<String> sentences) {
        super(String.join(" ", sentences), null, false, false);
        this.sentences = List.copyOf(sentences);
    }

    List<String> sentences() {
        return sentences;
    }
}
