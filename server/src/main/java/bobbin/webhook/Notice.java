package bobbin.webhook;

import bobbin.oauth.Grant;
import bobbin.post.Post;
import java.util.List;

/**
 * What one app is to be told about one person: not yet in words.
 *
 * @param grant of the person to the app
 * @param post the new reply, the post with the mention, the one that was published or deleted
 * @param about the post of the person that was answered, the nearest if there are several; else the post itself
 */
record Notice(Grant grant, Field field, Post post, Post about) {

    /** One for each of some grants. */
    static List<Notice> all(List<Grant> grants, Field field, Post post, Post about) {
        return grants.stream()
                .map(grant -> new Notice(grant, field, post, about))
                .toList();
    }
}
