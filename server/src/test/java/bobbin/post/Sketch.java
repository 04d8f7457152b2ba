package bobbin.post;

import java.util.List;
import java.util.Optional;

/** A draft in the making, for tests that are about one part of it. */
final class Sketch {
    private Optional<String> text = Optional.of("hello");
    private Optional<String> topic = Optional.empty();
    private Optional<String> link = Optional.empty();
    private Optional<String> control = Optional.empty();
    private ReplyApproval approval = ReplyApproval.NOT_NEEDED;
    private List<String> countries = List.of();
    private List<Spoiler.Entity> spoilers = List.of();
    private boolean spoilerMedia;

    Draft draft() {
        return new Draft(
                MediaType.TEXT,
                text,
                topic,
                link,
                control,
                approval,
                countries,
                spoilers,
                spoilerMedia,
                CrossShare.NONE);
    }

    Sketch text(String value) {
        text = Optional.of(value);
        return this;
    }

    Sketch topic(String value) {
        topic = Optional.of(value);
        return this;
    }

    Sketch link(String value) {
        link = Optional.of(value);
        return this;
    }

    Sketch control(String value) {
        control = Optional.of(value);
        return this;
    }

    Sketch approvingReplies() {
        approval = ReplyApproval.NEEDED;
        return this;
    }

    Sketch countries(String... values) {
        countries = List.of(values);
        return this;
    }

    Sketch spoilers(Spoiler.Entity... values) {
        spoilers = List.of(values);
        return this;
    }

    Sketch coveringMedia() {
        spoilerMedia = true;
        return this;
    }
}
