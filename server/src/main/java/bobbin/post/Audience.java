package bobbin.post;

import java.util.List;

/**
 * To whom a post is open.
 *
 * @param replies who may reply (04 §12)
 * @param approval whether replies of others wait for the author
 * @param countries where it may be seen, empty for the whole world (04 §14)
 */
public record Audience(ReplyControl replies, ReplyApproval approval, List<String> countries) {
    static final Audience EVERYBODY = new Audience(ReplyControl.EVERYONE, ReplyApproval.NOT_NEEDED, List.of());

    public Audience {
        countries = List.copyOf(countries);
    }
}
