package bobbin.graph;

import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.http.Parameters;
import bobbin.http.Request;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one kind of object, and how each is read. A value may be text, a number, a boolean, an {@link Id}, an {@link Instant},
 * a list, a map, a {@link Ref}, or an {@link Optional} of these; what is missing is left out, never {@code null} (01 §8).
 *
 * <p>Immutable: each method gives a new list.
 */
public final class Fields<T> {
    private static final String ID = "id";

    /** Reads a field for a whole page at once, so that lists need one query and not one per row. */
    @FunctionalInterface
    public interface ForPage<T> {
        /** The value per item; an item without one is left out. */
        Map<T, ?> load(Call call, List<T> items);
    }

    private record Column<T>(Optional<Scope> scope, Optional<BiFunction<Call, T, ?>> one, Optional<ForPage<T>> page) {
        Column<T> only(BiPredicate<Call, T> where) {
            return new Column<>(
                    scope,
                    one.map(value ->
                            (call, item) -> where.test(call, item) ? value.apply(call, item) : Optional.empty()),
                    page.map(value -> (call, items) -> value.load(
                            call,
                            items.stream()
                                    .filter(item -> where.test(call, item))
                                    .toList())));
        }
    }

    private final Map<String, Column<T>> columns;
    private final List<String> standard;
    private final boolean alwaysWithId;

    private Fields(Map<String, Column<T>> columns, List<String> standard, boolean alwaysWithId) {
        this.columns = columns;
        this.standard = standard;
        this.alwaysWithId = alwaysWithId;
    }

    /** Fields of something that has an id, which is always shown, and alone if nothing else is asked for. */
    public static <T> Fields<T> of(Function<T, ?> id) {
        return new Fields<T>(Map.of(), List.of(ID), true).and(ID, id);
    }

    /** The same where the id depends on who asks, as that of a person does (01 §6). */
    public static <T> Fields<T> of(BiFunction<Call, T, ?> id) {
        return new Fields<T>(Map.of(), List.of(ID), true).and(ID, id);
    }

    /** Fields of something without an id, or whose id is shown only if it is asked for. */
    public static <T> Fields<T> withoutId() {
        return new Fields<>(Map.of(), List.of(), false);
    }

    public Fields<T> and(String name, Function<T, ?> value) {
        return and(name, (_, item) -> value.apply(item));
    }

    public Fields<T> and(String name, BiFunction<Call, T, ?> value) {
        return with(name, new Column<>(Optional.empty(), Optional.of(value), Optional.empty()));
    }

    /** A field that is left out for a caller without this permission (07 §7.3.2). */
    public Fields<T> and(String name, Scope scope, BiFunction<Call, T, ?> value) {
        return with(name, new Column<>(Optional.of(scope), Optional.of(value), Optional.empty()));
    }

    public Fields<T> forPage(String name, ForPage<T> value) {
        return with(name, new Column<>(Optional.empty(), Optional.empty(), Optional.of(value)));
    }

    public Fields<T> forPage(String name, Scope scope, ForPage<T> value) {
        return with(name, new Column<>(Optional.of(scope), Optional.empty(), Optional.of(value)));
    }

    /** Names that exist, but have no value here: asked for, they are left out (07 §7.1 R8). */
    public Fields<T> known(String... names) {
        Fields<T> result = this;
        for (String name : names) {
            result = result.and(name, (_, _) -> Optional.empty());
        }
        return result;
    }

    /** The same fields without some of them: still known to the API, so that lists leave them out. */
    public Fields<T> without(String... names) {
        Map<String, Column<T>> fewer = new LinkedHashMap<>(columns);
        fewer.keySet().removeAll(List.of(names));
        return new Fields<>(fewer, standard, alwaysWithId);
    }

    /** The same fields, of which some are shown of some items only. */
    public Fields<T> only(BiPredicate<Call, T> where, String... names) {
        Map<String, Column<T>> narrowed = new LinkedHashMap<>(columns);
        for (String name : names) {
            narrowed.computeIfPresent(name, (_, column) -> column.only(where));
        }
        return new Fields<>(narrowed, standard, alwaysWithId);
    }

    /** What is shown if nothing is asked for. */
    public Fields<T> byDefault(String... names) {
        return new Fields<>(columns, List.of(names), alwaysWithId);
    }

    /** Every field is shown if nothing is asked for. */
    public Fields<T> allByDefault() {
        return new Fields<>(columns, List.copyOf(columns.keySet()), alwaysWithId);
    }

    Set<String> names() {
        return columns.keySet();
    }

    private Fields<T> with(String name, Column<T> column) {
        Map<String, Column<T>> more = new LinkedHashMap<>(columns);
        more.put(name, column);
        return new Fields<>(more, standard, alwaysWithId);
    }

    /** Shows a page of items, each with the selected fields in the order of the request. */
    List<Map<String, Object>> show(Call call, List<T> items, Selection selection, Expander expander) {
        List<Selection.Name> names = chosen(call.viewer(), selection);
        Map<String, Map<T, ?>> loaded = new HashMap<>();
        for (Selection.Name name : names) {
            column(name).page().ifPresent(page -> loaded.put(name.name(), page.load(call, items)));
        }
        List<Map<String, Object>> shown = new ArrayList<>(items.size());
        for (T item : items) {
            Map<String, Object> members = new LinkedHashMap<>();
            for (Selection.Name name : names) {
                Map<T, ?> page = loaded.get(name.name());
                Object value = page != null
                        ? page.get(item)
                        : column(name).one().orElseThrow().apply(call, item);
                wire(value, name, call, expander).ifPresent(wire -> members.put(name.name(), wire));
            }
            shown.add(members);
        }
        return shown;
    }

    /**
     * Shows one item though nobody has called: as an app would read it on behalf of somebody, for what is sent to it unasked.
     *
     * @param address a request under whose address the links in it are made
     * @param names the fields, in this order
     */
    public Map<String, Object> unasked(Viewer viewer, Request address, Instant now, T item, List<String> names) {
        Params none = new Params(Parameters.NONE);
        Call call = new Call(address, none, Target.of(address, none, true), now, Optional.empty()).by(viewer, null);
        Selection selection = Selection.parse(String.join(",", names));
        return show(call, List.of(item), selection, (_, ref, _) -> Map.of(ID, ref.wire()))
                .getFirst();
    }

    private List<Selection.Name> chosen(Viewer viewer, Selection selection) {
        List<Selection.Name> names = new ArrayList<>();
        Collection<Selection.Name> asked = selection.isDefault() ? standard() : selection.names();
        boolean withId = false;
        for (Selection.Name name : asked) {
            Column<T> column = columns.get(name.name());
            if (column != null && column.scope().map(viewer::has).orElse(true)) {
                names.add(name);
                withId |= name.name().equals(ID);
            }
        }
        if (!withId && alwaysWithId) {
            names.add(new Selection.Name(ID, Optional.empty(), Map.of()));
        }
        return names;
    }

    private Collection<Selection.Name> standard() {
        Collection<Selection.Name> names = new LinkedHashSet<>();
        standard.forEach(name -> names.add(new Selection.Name(name, Optional.empty(), Map.of())));
        return names;
    }

    private Column<T> column(Selection.Name name) {
        Column<T> column = columns.get(name.name());
        if (column == null) {
            throw new IllegalStateException("No such field: " + name.name());
        }
        return column;
    }

    /** Turns a value into what JSON knows. */
    private static Optional<Object> wire(@Nullable Object value, Selection.Name name, Call call, Expander expander) {
        return switch (value) {
            case null -> Optional.empty();
            case Optional<?> optional -> optional.flatMap(inner -> wire(inner, name, call, expander));
            case Id id -> Optional.of(id.toString());
            case Instant time -> Optional.of(WireTime.of(time));
            case Ref ref -> Optional.of(expander.show(call, ref, name.inner()));
            case Map<?, ?> object -> Optional.of(members(object, name, call, expander));
            case List<?> list -> Optional.of(items(list, name, call, expander));
            default -> Optional.of(value);
        };
    }

    private static Object members(Map<?, ?> object, Selection.Name name, Call call, Expander expander) {
        Map<String, Object> shown = new LinkedHashMap<>();
        if (name.inner().isPresent()) {
            for (Selection.Name inner : name.inner().get().names()) {
                wire(object.get(inner.name()), inner, call, expander).ifPresent(wire -> shown.put(inner.name(), wire));
            }
        } else {
            object.forEach((key, inner) ->
                    wire(inner, named((String) key), call, expander).ifPresent(wire -> shown.put((String) key, wire)));
        }
        return shown;
    }

    /** A list of nodes is a connection, {@code {"data":[…]}}; any other list is a list. */
    private static Object items(List<?> list, Selection.Name name, Call call, Expander expander) {
        boolean nodes = !list.isEmpty() && list.getFirst() instanceof Ref;
        long most = nodes ? limit(name) : Long.MAX_VALUE;
        List<Object> shown = list.stream()
                .limit(most)
                .map(item -> wire(item, name, call, expander))
                .flatMap(Optional::stream)
                .toList();
        return nodes ? Map.of("data", shown) : shown;
    }

    private static long limit(Selection.Name name) {
        return Optional.ofNullable(name.modifiers().get("limit"))
                .filter(text -> text.matches("\\d{1,3}"))
                .map(Long::parseLong)
                .orElse(Long.MAX_VALUE);
    }

    private static Selection.Name named(String name) {
        return new Selection.Name(name, Optional.empty(), Map.of());
    }

    /** Shows the node that another one points to. */
    interface Expander {
        Map<String, Object> show(Call call, Ref ref, Optional<Selection> selection);
    }
}
