package bobbin.insight;

import bobbin.base.Id;
import bobbin.post.Post;
import bobbin.post.References;
import java.util.ArrayList;
import java.util.List;

/**
 * What somebody made of a post (15 §15.8, 10 §10.1).
 *
 * @param post what was made; its id tells when
 * @param account who made it
 * @param original of what it was made, whose slot is that of its author
 */
record Echo(Kind kind, Id post, Id account, Id original) {

    /** The names are kept in the database. */
    enum Kind {
        REPOST,
        QUOTE,
        /** To a post that is no reply itself. */
        REPLY,
        /** To a reply. */
        ANSWER,
        /** An answer, as the post at the top of the conversation has it. */
        BELOW
    }

    /** Everything that a post is to others. */
    static List<Echo> of(Post post) {
        References references = post.content().references();
        List<Echo> echoes = new ArrayList<>();
        references.reposted().ifPresent(id -> echoes.add(of(Kind.REPOST, post, id)));
        references.quoted().ifPresent(id -> echoes.add(of(Kind.QUOTE, post, id)));
        references.repliedTo().ifPresent(parent -> {
            if (parent.equals(post.root())) {
                echoes.add(of(Kind.REPLY, post, parent));
            } else {
                echoes.add(of(Kind.ANSWER, post, parent));
                echoes.add(of(Kind.BELOW, post, post.root()));
            }
        });
        return echoes;
    }

    private static Echo of(Kind kind, Post post, Id original) {
        return new Echo(kind, post.id(), post.author(), original);
    }
}
