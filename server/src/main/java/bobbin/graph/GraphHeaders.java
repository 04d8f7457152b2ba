package bobbin.graph;

import bobbin.http.Request;
import bobbin.http.Response;

/** The headers that all answers of the API carry (01 §12, §13). */
final class GraphHeaders {
    private GraphHeaders() {}

    static Response common(Response response, Request request) {
        Response dressed = response.with("facebook-api-version", "v1.0")
                .with("x-fb-trace-id", request.id())
                .with("x-fb-request-id", request.id())
                .with("cache-control", "private, no-cache, no-store, must-revalidate")
                .with("pragma", "no-cache")
                .with("expires", "Sat, 01 Jan 2000 00:00:00 GMT");
        return request.secure() ? dressed.with("strict-transport-security", "max-age=15552000") : dressed;
    }

    static Response cors(Response response) {
        return response.with("access-control-allow-origin", "*")
                .with("access-control-expose-headers", "x-app-usage, x-fb-trace-id, facebook-api-version")
                .with("cross-origin-resource-policy", "cross-origin")
                .with("vary", "Origin");
    }

    /** The answer to the question of a browser whether a page of another origin may call us. */
    static Response preflight(Request request) {
        return common(cors(Response.text(200, "")), request)
                .with("access-control-allow-methods", "GET, POST, DELETE, OPTIONS")
                .with("access-control-allow-headers", "Authorization, Content-Type")
                .with("access-control-max-age", "86400");
    }
}
