package bobbin.web;

import bobbin.http.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Every address of the site and what answers there. A pattern such as {@code /@{username}/post/{shortcode}} names the parts of the
 * path that vary; plain text goes before names, whoever declares first. Declaring the same address twice stops the start.
 */
public final class Routes {
    private final List<Route> all = new ArrayList<>();
    private final Set<String> shapes = new HashSet<>();

    /** Where a path led: the route and the values of its names. */
    record Found(Route route, Map<String, String> values) {}

    /** Shows something; answers {@code HEAD} as well. */
    public Routes get(String pattern, Function<Visit, Response> answer) {
        return add(Route.of("GET", pattern, answer));
    }

    /** Does something that a form asked for. The token of the form has been verified when the answer is asked for. */
    public Routes post(String pattern, Function<Visit, Response> answer) {
        return add(Route.of("POST", pattern, answer));
    }

    /**
     * Takes what pages send by themselves, without a form: also from a frame on another site, where there are no cookies. What is sent must
     * prove itself, and must do no harm in anybody's name.
     */
    public Routes beacon(String pattern, Function<Visit, Response> answer) {
        return add(Route.of("POST", pattern, answer).withoutForm());
    }

    /** The first segments that are plain text: words that no username may be. */
    public Set<String> firstWords() {
        Set<String> words = new TreeSet<>();
        for (Route route : all) {
            if (!route.parts().isEmpty() && route.parts().getFirst().name().isEmpty()) {
                words.add(route.parts().getFirst().text());
            }
        }
        return words;
    }

    Optional<Found> find(String method, List<String> segments) {
        for (Route route : all) {
            if (route.method().equals(method)) {
                Optional<Map<String, String>> values = route.match(segments);
                if (values.isPresent()) {
                    return Optional.of(new Found(route, values.get()));
                }
            }
        }
        return Optional.empty();
    }

    /** The methods that something answers to at this path; none if nothing is there. */
    Set<String> methods(List<String> segments) {
        Set<String> methods = new TreeSet<>();
        for (Route route : all) {
            if (route.match(segments).isPresent()) {
                methods.add(route.method());
            }
        }
        return methods;
    }

    private Routes add(Route route) {
        if (!shapes.add(route.shape())) {
            throw new IllegalStateException("Declared twice: " + route.shape());
        }
        all.add(route);
        all.sort(Route::byPrecision);
        return this;
    }
}
