package bobbin.graph;

/** What a feature adds to the API: its nodes, edges and fields, declared once at the start. */
public interface GraphPart {
    void declare(Edges edges);
}
