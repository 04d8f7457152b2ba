package bobbin.post;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.graph.Call;
import bobbin.graph.Params;
import bobbin.json.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what a call wants to publish (04 §2). Kind to what clients really send: numbers as strings, a text where an object is meant. */
final class DraftGraph {
    private static final String PLACE = "location_id";

    private DraftGraph() {}

    static Draft draft(Call call, CrossShare share) {
        Params params = call.params();
        Role role = params.flag("is_carousel_item") ? Role.ITEM : Role.POST;
        if (role == Role.POST) {
            requireTagging(call);
        }
        MediaType type = MediaType.of(params.text("media_type"), params::has);
        return new Draft(
                type,
                params.text("text"),
                params.text("topic_tag"),
                params.text("link_attachment"),
                params.text("reply_control"),
                params.flag("enable_reply_approvals") ? ReplyApproval.NEEDED : ReplyApproval.NOT_NEEDED,
                params.list("allowlisted_country_codes"),
                params.array("text_entities").orElse(List.of()).stream()
                        .filter(Node::isObject)
                        .map(DraftGraph::entity)
                        .toList(),
                visuals(params),
                role,
                attachments(params),
                role.isItem(type) ? References.NONE : references(call),
                params.flag("is_ghost_post") ? Lifetime.GHOST : Lifetime.LASTING,
                share);
    }

    /** Before anything else is looked at, unless it may be an item, which has no place. */
    private static void requireTagging(Call call) {
        if (call.params().reference(PLACE).isPresent()) {
            call.require(Scope.LOCATION_TAGGING);
        }
    }

    private static References references(Call call) {
        requireTagging(call);
        Params params = call.params();
        Optional<Id> place = params.reference(PLACE)
                .map(text -> Id.parse(text)
                        .filter(id -> id.is(Id.Kind.LOCATION))
                        .orElseThrow(PostProblems.NO_PLACE::refuse));
        return new References(
                post(params, "quote_post_id"),
                Optional.empty(),
                place,
                Optional.empty(),
                post(params, "reply_to_id"),
                Optional.empty());
    }

    private static Optional<Id> post(Params params, String name) {
        return params.reference(name)
                .map(text -> Id.parse(text)
                        .filter(id -> id.is(Id.Kind.POST))
                        .orElseThrow(() -> PostProblems.NO_MEDIA.refuse(name)));
    }

    private static Visuals.Sent visuals(Params params) {
        return new Visuals.Sent(
                params.text("image_url"),
                params.text("video_url"),
                params.text("alt_text"),
                params.list("children"),
                params.flag("is_spoiler_media"));
    }

    private static Attachments.Sent attachments(Params params) {
        return new Attachments.Sent(poll(params), longText(params), gif(params));
    }

    /** What is no object is no poll: so the original takes a list of options (04 §5.2). */
    private static Map<String, String> poll(Params params) {
        Map<String, String> options = new HashMap<>();
        params.object("poll_attachment")
                .ifPresent(poll ->
                        Poll.LETTERS.forEach(letter -> poll.text(letter).ifPresent(text -> options.put(letter, text))));
        return options;
    }

    /** A mere text is the long text (04 §5.3). */
    private static Optional<LongText.Sent> longText(Params params) {
        String name = "text_attachment";
        return params.object(name)
                .map(DraftGraph::longText)
                .or(() -> params.text(name)
                        .map(text -> new LongText.Sent(Optional.of(text), Optional.empty(), List.of())));
    }

    private static LongText.Sent longText(Node node) {
        List<Styled.Sent> styles = node.get("text_with_styling_info").map(Node::items).orElse(List.of()).stream()
                .filter(Node::isObject)
                .map(range -> new Styled.Sent(
                        number(range, "offset"), number(range, "length"), texts(range.get("styling_info"))))
                .toList();
        return new LongText.Sent(node.text("plaintext"), node.text("link_attachment_url"), styles);
    }

    private static Optional<Gif.Sent> gif(Params params) {
        return params.text("gif_attachment")
                .map(_ -> params.object("gif_attachment")
                        .map(gif -> new Gif.Sent(gif.text("gif_id"), gif.text("provider")))
                        .orElse(new Gif.Sent(Optional.empty(), Optional.empty())));
    }

    private static List<String> texts(Optional<Node> list) {
        return list.map(Node::items).orElse(List.of()).stream()
                .map(Node::text)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Spoiler.Entity entity(Node node) {
        return new Spoiler.Entity(node.text("entity_type").orElse(""), number(node, "offset"), number(node, "length"));
    }

    private static Optional<Long> number(Node node, String member) {
        return node.text(member).map(String::strip).flatMap(DraftGraph::whole);
    }

    private static Optional<Long> whole(String text) {
        return text.matches("-?\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }
}
