package bobbin.graph;

import bobbin.http.Request;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a call is about, read from its path: {@code /v1.0/{node}/{edge}/} with the version and the last slash optional (01 §2).
 *
 * @param method lower-case; that of the parameter {@code method} where a POST carries one (01 §3)
 * @param version as it stood in the path, {@code /v1.0}, or empty
 * @param segments at most two
 */
record Target(String method, String version, List<String> segments) {
    private static final Pattern VERSION = Pattern.compile("v\\d+\\.\\d+");
    private static final String OURS = "v1.0";

    static Target of(Request request, Params params, boolean anyVersion) {
        List<String> all = request.segments().stream()
                .filter(segment -> !segment.isEmpty())
                .toList();
        boolean versioned = !all.isEmpty() && VERSION.matcher(all.getFirst()).matches();
        if (versioned && !anyVersion && !all.getFirst().equals(OURS)) {
            throw GraphProblems.PATH_UNKNOWN.refuse("/" + String.join("/", all));
        }
        List<String> segments = versioned ? all.subList(1, all.size()) : all;
        if (segments.size() > 2) {
            throw GraphProblems.PATH_UNKNOWN.refuse("/" + String.join("/", segments.subList(2, segments.size())));
        }
        return new Target(method(request, params), versioned ? "/" + all.getFirst() : "", segments);
    }

    /** The method that is meant: a POST may carry another one as a parameter. */
    static String method(Request request, Params params) {
        String method = request.method().toLowerCase(Locale.ROOT);
        return method.equals("post")
                ? params.text("method")
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .filter(word -> word.equals("get") || word.equals("delete"))
                        .orElse(method)
                : method.equals("head") ? "get" : method;
    }

    /** The whole path without the version, as edges at the root are named: {@code oauth/access_token}. */
    String whole() {
        return String.join("/", segments);
    }

    /** The path as it was sent, with the version: {@code /v1.0/me/threads}. */
    String address() {
        return version + "/" + whole();
    }

    /** The same of another node. */
    Target at(String node) {
        return new Target(method, version, segments.size() < 2 ? List.of(node) : List.of(node, edge()));
    }

    Optional<String> node() {
        return segments.isEmpty() ? Optional.empty() : Optional.of(segments.getFirst());
    }

    /** The name of the edge; empty text for the node itself. */
    String edge() {
        return segments.size() < 2 ? "" : segments.get(1);
    }
}
