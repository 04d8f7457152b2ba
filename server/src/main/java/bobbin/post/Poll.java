package bobbin.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question with two to four answers of 1 to 25 characters, in the order of their letters (04 §5.2). It ends 24 hours after publishing
 * or as long after it as {@code polls.duration} says.
 */
public record Poll(List<String> options) implements Attachment {
    static final List<String> LETTERS = List.of("option_a", "option_b", "option_c", "option_d");
    private static final int FEWEST = 2;
    private static final int LONGEST = 25;

    public Poll {
        options = List.copyOf(options);
    }

    /**
     * Checks what was sent; nothing, if none of the four options is named: clients send lists and other shapes, and see a post without a
     * poll.
     */
    static Optional<Poll> of(Map<String, String> sent) {
        if (LETTERS.stream().noneMatch(sent::containsKey)) {
            return Optional.empty();
        }
        List<String> options = new ArrayList<>();
        for (String letter : LETTERS) {
            String name = "poll_attachment[" + letter + "]";
            Optional<String> option = PlainText.of(Optional.ofNullable(sent.get(letter)));
            if (option.isEmpty() && LETTERS.indexOf(letter) < FEWEST) {
                throw PostProblems.REQUIRED.refuse(name);
            }
            if (option.filter(text -> TextLength.clusters(text) > LONGEST).isPresent()) {
                throw PostProblems.TOO_LONG.refuse(name, LONGEST);
            }
            option.ifPresent(options::add);
        }
        return Optional.of(new Poll(options));
    }
}
