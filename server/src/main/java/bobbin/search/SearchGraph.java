package bobbin.search;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.KEYWORD_SEARCH;
import static bobbin.graph.Edges.needs;

import bobbin.base.Characters;
import bobbin.base.Page;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import bobbin.graph.Params;
import bobbin.post.PostFields;
import bobbin.search.Search.Mode;
import bobbin.search.Search.Order;
import java.util.function.Predicate;

/** {@code GET /keyword_search} (08 §8.1). */
public final class SearchGraph implements GraphPart {
    private final Searches searches;
    private final PostFields fields;

    public SearchGraph(Searches searches, PostFields fields) {
        this.searches = searches;
        this.fields = fields;
    }

    @Override
    public void declare(Edges edges) {
        edges.atRoot()
                .list(
                        "keyword_search",
                        needs(BASIC, KEYWORD_SEARCH),
                        fields.all()
                                .without(
                                        "owner",
                                        "allowlisted_country_codes",
                                        "ghost_post_status",
                                        "ghost_post_expiration_timestamp",
                                        "is_reply_owned_by_me",
                                        "hide_status",
                                        "reply_approval_status"),
                        this::search);
    }

    private Page<PostFields.Shown> search(Call call) {
        return fields.page(searches.search(call.viewer().app(), fields.onlooker(call), asked(call)));
    }

    private static Search asked(Call call) {
        Params params = call.params();
        return new Search(
                params.text("q")
                        .map(Characters::whole)
                        .filter(Predicate.not(String::isBlank))
                        .orElseThrow(() -> GraphProblems.PARAM_REQUIRED.refuse("q")),
                params.one(Mode.class, "search_mode").orElse(Mode.KEYWORD),
                params.one(Order.class, "search_type").orElse(Order.TOP),
                params.one(Kind.class, "media_type"),
                params.text("author_username").filter(Predicate.not(String::isBlank)),
                call.times(),
                call.place());
    }
}
