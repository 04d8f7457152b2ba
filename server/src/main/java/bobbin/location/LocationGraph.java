package bobbin.location;

import static bobbin.base.Scope.BASIC;
import static bobbin.base.Scope.LOCATION_TAGGING;
import static bobbin.graph.Edges.needs;

import bobbin.base.Id;
import bobbin.graph.Call;
import bobbin.graph.Edges;
import bobbin.graph.Fields;
import bobbin.graph.GraphPart;
import bobbin.graph.GraphProblems;
import bobbin.graph.Params;
import bobbin.post.PostPlaces;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Places, as the API shows them: {@code GET /location_search}, {@code GET /{location}} and {@code location{…}} of posts (08 §8.6, §8.7). */
public final class LocationGraph implements GraphPart, PostPlaces {
    private static final Map<String, Function<Place, Object>> MEMBERS = members();

    private final Places places;

    public LocationGraph(Places places) {
        this.places = places;
    }

    @Override
    public void declare(Edges edges) {
        Fields<Place> fields = Fields.of(Place::id);
        for (Map.Entry<String, Function<Place, Object>> member : MEMBERS.entrySet()) {
            fields = fields.and(member.getKey(), member.getValue());
        }
        edges.atRoot().whole("location_search", needs(BASIC, LOCATION_TAGGING), fields.allByDefault(), this::search);
        edges.on(Id.Kind.LOCATION).get(needs(BASIC, LOCATION_TAGGING), fields, this::place);
    }

    @Override
    public Map<Id, Map<String, Object>> shown(Collection<Id> ids) {
        Map<Id, Map<String, Object>> shown = new HashMap<>();
        places.all(ids).forEach((id, place) -> shown.put(id, shown(place)));
        return shown;
    }

    private static Map<String, Object> shown(Place place) {
        Map<String, Object> shown = new LinkedHashMap<>();
        MEMBERS.forEach((name, member) -> shown.put(name, member.apply(place)));
        return shown;
    }

    /** In the order of 08 §8.6. */
    private static Map<String, Function<Place, Object>> members() {
        Map<String, Function<Place, Object>> members = new LinkedHashMap<>();
        members.put("id", Place::id);
        members.put("name", Place::name);
        members.put("address", Place::address);
        members.put("city", Place::city);
        members.put("country", Place::country);
        members.put("latitude", place -> place.point().latitude());
        members.put("longitude", place -> place.point().longitude());
        members.put("postal_code", Place::postalCode);
        return Collections.unmodifiableMap(members);
    }

    private List<Place> search(Call call) {
        Params params = call.params();
        Optional<String> text = text(params, "q").or(() -> text(params, "query"));
        Optional<Point> near = near(params);
        if (text.isEmpty() && near.isEmpty()) {
            throw GraphProblems.PARAM_REQUIRED.refuse("q");
        }
        return places.search(call.viewer().app(), call.self(), new Search(text, near));
    }

    private Place place(Call call) {
        return places.find(call.node()).orElseThrow(call::missing);
    }

    private static Optional<String> text(Params params, String name) {
        return params.text(name).filter(text -> !text.isBlank());
    }

    /** Half a point is none: the other half is asked for. */
    private static Optional<Point> near(Params params) {
        Optional<Double> latitude = params.decimal("latitude", -Point.MOST_LATITUDE, Point.MOST_LATITUDE);
        Optional<Double> longitude = params.decimal("longitude", -Point.MOST_LONGITUDE, Point.MOST_LONGITUDE);
        if (latitude.isPresent() != longitude.isPresent()) {
            throw GraphProblems.PARAM_REQUIRED.refuse(latitude.isPresent() ? "longitude" : "latitude");
        }
        return latitude.flatMap(north -> longitude.map(east -> new Point(north, east)));
    }
}
