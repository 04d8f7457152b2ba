package bobbin.graph;

import bobbin.base.Id;
import bobbin.base.Refusal;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds what a path means: an edge, and the node it hangs on (06 §6). */
final class Router {
    static final String ME = "me";
    /** Numbers up to 2^53−1 are people, all others name what they are (00 decision 2). */
    private static final Id LARGEST_PERSON = new Id((1L << 53) - 1);

    private final Edges edges;

    Router(Edges edges) {
        this.edges = edges;
    }

    /**
     * What a call is about.
     *
     * @param node null at the root
     */
    record Place(Edge edge, @Nullable Id node) {}

    /** An edge that everybody may call, with or without a token; with another method it is one that refuses. */
    Optional<Edge.Open> open(Target target) {
        Optional<Edge.Open> known = edges.open(target.whole());
        return known.isEmpty()
                ? known
                : Optional.of(edges.find(target.method(), Optional.empty(), target.whole())
                        .map(Router::found)
                        .orElseGet(() -> new Edge.Open(known.get().forServers(), Router::refuseMethod)));
    }

    /** Whether it is a place for servers that know the secret of an app, where browsers have no business (01 §13). */
    boolean isForServers(Target target) {
        return edges.open(target.whole()).filter(Edge.Open::forServers).isPresent();
    }

    Place place(Target target, Viewer viewer) {
        Optional<Edge> atRoot = edges.find(target.method(), Optional.empty(), target.whole());
        if (atRoot.isPresent()) {
            return new Place(atRoot.get(), null);
        }
        if (target.node().isEmpty() || edges.knows(Optional.empty(), target.whole())) {
            throw GraphProblems.METHOD_UNSUPPORTED.refuse(target.method());
        }
        String name = target.node().get();
        return isSelf(name, viewer) || isPerson(name) ? ofPerson(target, name, viewer) : ofNode(target, name);
    }

    private static Edge.Open found(Edge edge) {
        Trail.found(edge);
        return (Edge.Open) edge.deed();
    }

    private static Object refuseMethod(Call call) {
        throw GraphProblems.METHOD_UNSUPPORTED.refuse(call.method());
    }

    private Place ofPerson(Target target, String name, Viewer viewer) {
        if (!edges.knows(Optional.of(Id.Kind.ACCOUNT), target.edge())) {
            throw isSelf(name, viewer) ? GraphProblems.EDGE_UNKNOWN.refuse(target.edge()) : stranger(target, name);
        }
        Id self = self(target, name, viewer);
        return new Place(edge(target, Id.Kind.ACCOUNT), self);
    }

    private Place ofNode(Target target, String name) {
        Id id = Id.parse(name).orElseThrow(() -> missing(target, name));
        Id.Kind kind = id.kind()
                .filter(each -> edges.knows(Optional.of(each), target.edge()))
                .orElseThrow(() -> stranger(target, name));
        boolean bare = target.edge().isEmpty();
        if (bare && edges.find(target.method(), Optional.of(kind), "").isEmpty()) {
            throw missing(target, name); // whether or not it exists: nobody learns that from a method (06 §6)
        }
        return new Place(edge(target, kind), id);
    }

    private Edge edge(Target target, Id.Kind kind) {
        if (!edges.knows(Optional.of(kind), target.edge())) {
            throw GraphProblems.EDGE_UNKNOWN.refuse(target.edge());
        }
        return edges.find(target.method(), Optional.of(kind), target.edge())
                .orElseThrow(() -> GraphProblems.METHOD_UNSUPPORTED.refuse(target.method()));
    }

    /** The caller. */
    private Id self(Target target, String name, Viewer viewer) {
        if (viewer.account().isEmpty()) {
            throw GraphProblems.PERMISSION_MISSING.refuse();
        }
        if (!isSelf(name, viewer)) {
            throw stranger(target, name);
        }
        return viewer.account().get();
    }

    /**
     * What is said of a number that is not the caller's and no object that has this edge: the same whatever it is the number of, if of anything
     * (06 §3, 09 §9.3). Writing to somebody else is "Media Not Found" (01 §6).
     */
    private Refusal stranger(Target target, String name) {
        if (Stream.of(Id.Kind.values()).noneMatch(kind -> edges.knows(Optional.of(kind), target.edge()))) {
            return GraphProblems.EDGE_UNKNOWN.refuse(target.edge());
        }
        boolean writes = target.method().equals("post")
                && !target.edge().isEmpty()
                && edges.knows(Optional.of(Id.Kind.ACCOUNT), target.edge());
        return writes ? GraphProblems.MEDIA_MISSING.refuse(name) : missing(target, name);
    }

    private static boolean isSelf(String name, Viewer viewer) {
        return name.equals(ME) || viewer.scopedId().filter(name::equals).isPresent();
    }

    /** By the number on the wire, or by the one that only we know: both mean somebody, who is not the caller. */
    private static boolean isPerson(String name) {
        return Id.parse(name)
                .filter(id -> id.compareTo(LARGEST_PERSON) <= 0 || id.is(Id.Kind.ACCOUNT))
                .isPresent();
    }

    private static Refusal missing(Target target, String name) {
        return GraphProblems.OBJECT_MISSING.refuse(target.method(), name);
    }
}
