package bobbin.search;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.MANAGE_MENTIONS;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.graph.Edges;
import bobbin.graph.GraphPart;
import bobbin.post.PostFields;

/** {@code GET /{user}/mentions}: where others mention the person on whose behalf an app calls (08 §8.5). */
public final class MentionGraph implements GraphPart {
    private final Mentions mentions;
    private final PostFields fields;

    public MentionGraph(Mentions mentions, PostFields fields) {
        this.mentions = mentions;
        this.fields = fields;
    }

    @Override
    public void declare(Edges edges) {
        edges.on(Id.Kind.ACCOUNT)
                .list(
                        "mentions",
                        needs(BASIC, MANAGE_MENTIONS),
                        fields.all()
                                .without(
                                        "owner",
                                        "reposted_post",
                                        "allowlisted_country_codes",
                                        "ghost_post_status",
                                        "ghost_post_expiration_timestamp",
                                        "hide_status",
                                        "reply_approval_status"),
                        call -> fields.page(mentions.of(call.viewer().app(), fields.onlooker(call), call.window())));
    }
}
