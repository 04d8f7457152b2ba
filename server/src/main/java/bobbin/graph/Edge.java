package bobbin.graph;

import bobbin.base.Id;
import bobbin.base.Page;
import bobbin.base.Scope;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * One thing that the API can do, as data.
 *
 * @param method lower-case
 * @param kind of the node it hangs on; empty at the root
 * @param name empty for the node itself
 * @param needs the permissions without which it refuses
 */
public record Edge(String method, Optional<Id.Kind> kind, String name, Set<Scope> needs, Deed deed) {

    /** What an edge does when it is called. */
    public sealed interface Deed {}

    /** Shows one object. */
    record Show<T>(Fields<T> fields, Function<Call, T> read) implements Deed {}

    /** Shows a page of a list; {@code turns} if callers may ask for the oldest first. */
    record List<T>(String name, boolean turns, Fields<T> fields, Function<Call, Page<T>> read) implements Deed {}

    /** Shows a list that has no pages, and where its neighbours in time are if it has any. */
    record Whole<T>(
            Fields<T> fields,
            Function<Call, java.util.List<T>> read,
            Function<Call, Map<String, Map<String, String>>> neighbours)
            implements Deed {}

    /** Shows one object wrapped in a list, without paging. */
    record Wrapped<T>(Show<T> inner) implements Deed {}

    /** Does something and answers with members of its own making: an {@link Id}, a map, or a whole response. */
    record Act(Function<Call, Object> act) implements Deed {}

    /** The same with a body that it reads piece by piece, of at most that many bytes. */
    record Take(long bytes, Function<Call, Object> act) implements Deed {}

    /** The same without a token; {@code forServers} if the caller proves itself by the app's secret, so that browsers stay out. */
    record Open(boolean forServers, Function<Call, Object> act) implements Deed {}

    /** The same for an app that calls for itself, about itself: with its own token, on behalf of nobody (03 §5). */
    record OfApp(Function<Call, Object> act) implements Deed {}

    /** As it stands in the list of all edges: {@code GET /{account}/threads}. */
    public String signature() {
        String node = kind.map(each -> "/{" + each.name().toLowerCase(Locale.ROOT) + "}")
                .orElse("");
        return method.toUpperCase(Locale.ROOT) + " " + node + (name.isEmpty() ? "" : "/" + name);
    }

    /** Whether it can be called without a token. */
    public boolean isOpen() {
        return deed instanceof Open;
    }

    /** The names of the fields it can show. */
    public Set<String> fields() {
        return switch (deed) {
            case Show<?> show -> show.fields().names();
            case List<?> list -> list.fields().names();
            case Whole<?> whole -> whole.fields().names();
            case Wrapped<?> wrapped -> wrapped.inner().fields().names();
            case Act _, Take _, Open _, OfApp _ -> Set.of();
        };
    }
}
