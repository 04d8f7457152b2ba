package bobbin.graph;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Refusal;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.json.Json;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Does what an edge says and shows the outcome: fields, paging, JSON. */
final class Display {
    private final Edges edges;
    private final GraphSettings settings;
    private final Links links;
    private final Set<String> fieldNames = new HashSet<>();

    Display(Edges edges, GraphSettings settings, PublicUrls urls) {
        this.edges = edges;
        this.settings = settings;
        this.links = new Links(urls);
        edges.all().forEach(edge -> fieldNames.addAll(edge.fields()));
    }

    Response answer(Edge.Deed deed, Call call) {
        return switch (deed) {
            case Edge.Show<?> show -> json(object(show, call));
            case Edge.Wrapped<?> wrapped -> json(Map.of("data", List.of(object(wrapped.inner(), call))));
            case Edge.Whole<?> whole -> json(whole(whole, call));
            case Edge.List<?> list -> json(list(list, call));
            case Edge.Act act -> json(act.act().apply(call));
            case Edge.OfApp ofApp -> json(ofApp.act().apply(call));
            case Edge.Take take -> json(take.act().apply(call));
            case Edge.Open open -> json(open.act().apply(call));
        };
    }

    /** Refuses names that something does not have. On a list, what it has is not asked: anything may be in it (16 §10). */
    private interface Check {
        void refuseUnknown(Selection selection, Fields<?> fields);
    }

    private <T> Map<String, Object> object(Edge.Show<T> show, Call call) {
        Selection selection = selection(call);
        refuseForeign(selection, show.fields());
        return shown(show.fields(), call, show.read().apply(call), selection, Display::refuseForeign);
    }

    private <T> Map<String, Object> shown(Fields<T> fields, Call call, T item, Selection selection, Check check) {
        return fields.show(call, List.of(item), selection, expander(check)).getFirst();
    }

    private <T> Map<String, Object> list(Edge.List<T> list, Call call) {
        Selection selection = listed(call);
        Paging paging = new Paging(list.name(), list.turns(), call, settings.zone());
        Page<T> page = list.read().apply(call.within(paging));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data", items(list.fields(), call, page.items(), selection));
        paging.show(page, settings.links() ? Optional.of(links.page(call)) : Optional.empty())
                .ifPresent(shown -> answer.put("paging", shown));
        return answer;
    }

    private <T> Map<String, Object> whole(Edge.Whole<T> whole, Call call) {
        Selection selection = listed(call);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("data", items(whole.fields(), call, whole.read().apply(call), selection));
        Map<String, String> paging = new LinkedHashMap<>();
        whole.neighbours().apply(call).forEach((name, times) -> paging.put(name, links.span(call, times)));
        if (!paging.isEmpty()) {
            answer.put("paging", paging);
        }
        return answer;
    }

    /** What to show of each item of a list. */
    private Selection listed(Call call) {
        Selection selection = selection(call);
        refuseInvented(selection);
        return selection;
    }

    private <T> List<Map<String, Object>> items(Fields<T> fields, Call call, List<T> items, Selection selection) {
        return fields.show(call, items, selection, expander((inner, _) -> refuseInvented(inner)));
    }

    private static Selection selection(Call call) {
        return call.params().joined("fields").map(Selection::parse).orElse(Selection.DEFAULT);
    }

    /** On a single object, a name that it does not have is an error (16 §10). */
    private static void refuseForeign(Selection selection, Fields<?> fields) {
        for (Selection.Name name : selection.names()) {
            if (!fields.names().contains(name.name())) {
                throw GraphProblems.FIELD_UNKNOWN.refuse(name.name());
            }
        }
    }

    /** A list leaves out what exists elsewhere (16 §10). */
    private void refuseInvented(Selection selection) {
        for (Selection.Name name : selection.names()) {
            if (!fieldNames.contains(name.name())) {
                throw GraphProblems.LIST_FIELD_UNKNOWN.refuse(name.name());
            }
        }
    }

    /** Another node inside this one. What the caller may not see stays an id. */
    private Fields.Expander expander(Check check) {
        return (call, ref, selection) -> {
            Optional<Edge> edge = ref.id().kind().flatMap(kind -> edges.find("get", Optional.of(kind), ""));
            if (selection.isEmpty() || edge.isEmpty() || !(edge.get().deed() instanceof Edge.Show<?> show)) {
                return Map.of("id", ref.wire());
            }
            check.refuseUnknown(selection.get(), show.fields());
            return expanded(show, call.at(ref.id()), selection.get(), check).orElseGet(() -> Map.of("id", ref.wire()));
        };
    }

    private <T> Optional<Map<String, Object>> expanded(Edge.Show<T> show, Call call, Selection selection, Check check) {
        T item;
        try {
            item = show.read().apply(call);
        } catch (Refusal _) {
            return Optional.empty();
        }
        return Optional.of(shown(show.fields(), call, item, selection, check));
    }

    private static Response json(Object answer) {
        return switch (answer) {
            case Response response -> response;
            case Id id -> Response.json(200, Json.bytes(Map.of("id", id.toString())));
            default -> Response.json(200, Json.bytes(answer));
        };
    }
}
