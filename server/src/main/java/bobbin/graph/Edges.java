package bobbin.graph;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All that the API can do. Each part declares its edges once; declaring the same one twice stops the start. */
public final class Edges {
    private final List<Edge> all = new ArrayList<>();
    private final Map<String, Edge> bySignature = new HashMap<>();
    private final Map<String, Edge.Open> openByPath = new HashMap<>();

    /** The permissions that an edge needs, all of them. */
    public static Set<Scope> needs(Scope first, Scope... others) {
        return EnumSet.of(first, others);
    }

    /** Edges of the nodes of one kind. */
    public Node on(Id.Kind kind) {
        return new Node(Optional.of(kind));
    }

    /** Edges that hang on no node. */
    public Node atRoot() {
        return new Node(Optional.empty());
    }

    /** Every edge, in the order of declaration. */
    public List<Edge> all() {
        return List.copyOf(all);
    }

    Optional<Edge> find(String method, Optional<Id.Kind> kind, String name) {
        return Optional.ofNullable(bySignature.get(key(method, kind, name)));
    }

    /** Whether any method is declared there. */
    boolean knows(Optional<Id.Kind> kind, String name) {
        return all.stream()
                .anyMatch(edge -> edge.kind().equals(kind) && edge.name().equals(name));
    }

    /** What everybody may call there without a token, whatever the method. */
    Optional<Edge.Open> open(String path) {
        return Optional.ofNullable(openByPath.get(path));
    }

    /** How many bytes of its body an edge of this name reads by itself; 0 if none does. */
    long streams(String name) {
        return all.stream()
                .filter(edge -> edge.name().equals(name))
                .map(Edge::deed)
                .mapToLong(deed -> deed instanceof Edge.Take take ? take.bytes() : 0)
                .max()
                .orElse(0);
    }

    private void add(Edge edge) {
        if (bySignature.put(key(edge.method(), edge.kind(), edge.name()), edge) != null) {
            throw new IllegalStateException("Declared twice: " + edge.signature());
        }
        all.add(edge);
        if (edge.deed() instanceof Edge.Open open) {
            openByPath.put(edge.name(), open);
        }
    }

    private static String key(String method, Optional<Id.Kind> kind, String name) {
        return method + " " + kind.map(Enum::name).orElse("") + "/" + name;
    }

    /** Where edges hang: the nodes of one kind, or the root. */
    public final class Node {
        private final Optional<Id.Kind> kind;

        private Node(Optional<Id.Kind> kind) {
            this.kind = kind;
        }

        /** {@code GET /{node}}: the node itself. */
        public <T> Node get(Set<Scope> needs, Fields<T> fields, Function<Call, T> read) {
            return edge("get", "", needs, new Edge.Show<>(fields, read));
        }

        /** {@code GET /{node}/{name}}: one object. */
        public <T> Node get(String name, Set<Scope> needs, Fields<T> fields, Function<Call, T> read) {
            return edge("get", name, needs, new Edge.Show<>(fields, read));
        }

        /** {@code GET /{node}/{name}}: a list, page by page. */
        public <T> Node list(String name, Set<Scope> needs, Fields<T> fields, Function<Call, Page<T>> read) {
            return edge("get", name, needs, new Edge.List<>(name, false, fields, read));
        }

        /** The same list, which {@code reverse=false} turns round (10 §10.2). */
        public <T> Node listBothWays(String name, Set<Scope> needs, Fields<T> fields, Function<Call, Page<T>> read) {
            return edge("get", name, needs, new Edge.List<>(name, true, fields, read));
        }

        /** {@code GET /{node}/{name}}: a list as a whole, without pages. */
        public <T> Node whole(String name, Set<Scope> needs, Fields<T> fields, Function<Call, List<T>> read) {
            return spanning(name, needs, fields, read, _ -> Map.of());
        }

        /**
         * {@code GET /{node}/{name}}: a list as a whole that is about a range of time.
         *
         * @param neighbours the ranges before and after it: the members of {@code paging}, each with the parameters that ask for it
         */
        public <T> Node spanning(
                String name,
                Set<Scope> needs,
                Fields<T> fields,
                Function<Call, List<T>> read,
                Function<Call, Map<String, Map<String, String>>> neighbours) {
            return edge("get", name, needs, new Edge.Whole<>(fields, read, neighbours));
        }

        /** {@code GET /{node}/{name}}: one object, wrapped in {@code data}. */
        public <T> Node wrapped(String name, Set<Scope> needs, Fields<T> fields, Function<Call, T> read) {
            return edge("get", name, needs, new Edge.Wrapped<>(new Edge.Show<>(fields, read)));
        }

        /** {@code POST /{node}/{name}}: does something and answers with an id, or a map of members. */
        public Node post(String name, Set<Scope> needs, Function<Call, Object> act) {
            return edge("post", name, needs, new Edge.Act(act));
        }

        /** {@code POST /{node}/{name}} with a file of at most that many bytes: takes it as it comes ({@code Request.open}). */
        public Node take(String name, Set<Scope> needs, long bytes, Function<Call, Object> act) {
            return edge("post", name, needs, new Edge.Take(bytes, act));
        }

        /** {@code DELETE /{node}}: answers with a map of members. */
        public Node delete(Set<Scope> needs, Function<Call, Object> act) {
            return edge("delete", "", needs, new Edge.Act(act));
        }

        /** {@code GET /{name}} or {@code POST /{name}} without a token. */
        public Node open(String method, String name, Function<Call, Object> act) {
            return edge(method, name, Set.of(), new Edge.Open(false, act));
        }

        /** {@code GET /{name}} and {@code POST /{name}} for servers that know the secret of an app: no token, no CORS (01 §13). */
        public Node forServers(String name, Function<Call, Object> act) {
            return edge("get", name, Set.of(), new Edge.Open(true, act))
                    .edge("post", name, Set.of(), new Edge.Open(true, act));
        }

        /** {@code GET}, {@code POST} or {@code DELETE /{node}/{name}} for the app itself: with its own token and with no other. */
        public Node forItself(String method, String name, Function<Call, Object> act) {
            return edge(method, name, Set.of(), new Edge.OfApp(act));
        }

        private Node edge(String method, String name, Set<Scope> needs, Edge.Deed deed) {
            add(new Edge(method, kind, name, Set.copyOf(needs), deed));
            return this;
        }
    }
}
