package bobbin.oauth;

import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import java.util.Map;
import java.util.Set;

/** {@code GET /debug_token} (03 §6). */
public final class DebugGraph implements GraphPart {
    private static final String ERROR = "error";

    private final Inspections inspections;

    public DebugGraph(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    public void declare(Edges edges) {
        edges.atRoot().open("get", "debug_token", this::debug);
    }

    private Object debug(Call call) {
        String input = call.params().required("input_token").strip();
        String shown = call.token().orElseThrow(GraphProblems.TOKEN_MISSING::refuse);
        Map<String, Object> members =
                inspections.of(input, shown, TokenGraph.proof(call.params())).members();
        Set<String> fields = call.params().set("fields");
        if (!fields.isEmpty()) {
            members.keySet().removeIf(name -> !fields.contains(name) && !name.equals(ERROR));
        }
        return Map.of("data", members);
    }
}
