package bobbin.graph;

import bobbin.http.Headers;
import bobbin.http.Request;
import bobbin.http.Response;

/** The headers that all answers of the API carry (01 §12, §13). */
final class GraphHeaders {
    private static final Headers COMMON = Headers.NONE
            .and("facebook-api-version", "v1.0")
            .and("cache-control", "private, no-cache, no-store, must-revalidate")
            .and("pragma", "no-cache")
            .and("expires", "Sat, 01 Jan 2000 00:00:00 GMT");
    private static final Headers CORS = Headers.NONE
            .and("access-control-allow-origin", "*")
            .and("access-control-expose-headers", "x-app-usage, x-fb-trace-id, facebook-api-version")
            .and("cross-origin-resource-policy", "cross-origin")
            .and("vary", "Origin");

    private GraphHeaders() {}

    static Response common(Response response, Request request) {
        Headers own = Headers.NONE.and("x-fb-trace-id", request.id()).and("x-fb-request-id", request.id());
        Response dressed = response.with(COMMON).with(own);
        return request.secure() ? dressed.with("strict-transport-security", "max-age=15552000") : dressed;
    }

    static Response cors(Response response) {
        return response.with(CORS);
    }

    /** The answer to the question of a browser whether a page of another origin may call us. */
    static Response preflight() {
        return cors(Response.text(200, ""))
                .with("access-control-allow-methods", "GET, POST, DELETE, OPTIONS")
                .with("access-control-allow-headers", "Authorization, Content-Type")
                .with("access-control-max-age", "86400");
    }
}
