package bobbin.post;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The attachments of a draft, each checked for itself. Whether they go together is the business of {@link Combination}. */
record Attachments(Optional<Poll> poll, Optional<LongText> longText, Optional<Gif> gif) {

    /** What was sent: nothing is checked yet. */
    record Sent(Map<String, String> poll, Optional<LongText.Sent> longText, Optional<Gif.Sent> gif) {
        static final Sent NONE = new Sent(Map.of(), Optional.empty(), Optional.empty());

        Sent {
            poll = Map.copyOf(poll);
        }
    }

    static Attachments of(Sent sent, PostSettings settings) {
        return new Attachments(
                Poll.of(sent.poll()),
                sent.longText().map(each -> LongText.of(each, settings)),
                sent.gif().map(each -> Gif.of(each, settings)));
    }

    Optional<Attachment> only() {
        return Stream.<Optional<? extends Attachment>>of(poll, longText, gif)
                .<Attachment>flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> link() {
        return longText.flatMap(LongText::link);
    }
}
