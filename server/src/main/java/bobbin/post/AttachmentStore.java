package bobbin.post;

import bobbin.sql.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.Update;

/** How an attachment lies in the columns of a container or post: at most one kind of them is filled. */
final class AttachmentStore {
    private static final List<String> OPTIONS = List.of("optionA", "optionB", "optionC", "optionD");

    private AttachmentStore() {}

    static Update bind(Update update, Optional<Attachment> attachment) {
        Optional<Poll> poll = attachment.filter(Poll.class::isInstance).map(Poll.class::cast);
        Optional<LongText> longText =
                attachment.filter(LongText.class::isInstance).map(LongText.class::cast);
        Optional<Gif> gif = attachment.filter(Gif.class::isInstance).map(Gif.class::cast);
        for (int i = 0; i < OPTIONS.size(); i++) {
            int option = i;
            update.bind(
                    OPTIONS.get(i),
                    poll.map(Poll::options)
                            .filter(options -> option < options.size())
                            .map(options -> options.get(option)));
        }
        return update.bind("longText", longText.map(LongText::plaintext))
                .bind("longLink", longText.flatMap(LongText::link))
                .bind("longStyles", longText.flatMap(text -> PostStore.listed(text.styles(), Styled::write)))
                .bind("gif", gif.map(Gif::write));
    }

    static Optional<Attachment> read(Row row) throws SQLException {
        List<String> options = new ArrayList<>();
        for (int i = 0; i < OPTIONS.size(); i++) {
            row.optionalText().ifPresent(options::add);
        }
        Optional<String> longText = row.optionalText();
        Optional<String> longLink = row.optionalText();
        List<Styled> styles = row.optionalText().map(Styled::read).orElse(List.of());
        Optional<Attachment> gif = row.optionalText().map(Gif::read);
        if (!options.isEmpty()) {
            return Optional.of(new Poll(options));
        }
        return longText.<Attachment>map(text -> new LongText(text, longLink, styles))
                .or(() -> gif);
    }
}
