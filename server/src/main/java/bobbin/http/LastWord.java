package bobbin.http;

import bobbin.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answers that no handler has written: to what cannot be read, and to what went wrong without anybody expecting it. They have the shape
 * of the API's own (06 §1, §3 rules 4 and 5).
 */
enum LastWord {
    UNREADABLE(400, "THApiException", 100, false, "The request cannot be read"),
    FAILED(500, "OAuthException", 2, true, "An unexpected error has occurred. Please retry your request later.");

    private final int status;
    private final String type;
    private final int code;
    private final boolean passing;
    private final String message;

    LastWord(int status, String type, int code, boolean passing, String message) {
        this.status = status;
        this.type = type;
        this.code = code;
        this.passing = passing;
        this.message = message;
    }

    int status() {
        return status;
    }

    byte[] body(String requestId) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", message);
        error.put("type", type);
        error.put("code", code);
        if (passing) {
            error.put("is_transient", true);
        }
        error.put("fbtrace_id", requestId);
        return Json.bytes(Map.of("error", error));
    }

    Response response(String requestId) {
        return Response.json(status, body(requestId)).with("x-fb-trace-id", requestId);
    }
}
