package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What came back over the wire. */
record Answer(int status, HttpHeaders headers, String text) {

    static Answer of(HttpResponse<String> response) {
        return new Answer(response.statusCode(), response.headers(), response.body());
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    /** The value at a place such as {@code /data/0/id}. */
    JsonNode at(String place) {
        return json().at(JsonPointer.compile(place));
    }

    boolean has(String place) {
        return !at(place).isMissingNode();
    }

    /** The text at a place; fails if there is nothing. */
    String text(String place) {
        assertThat(has(place)).as("%s in %s", place, text).isTrue();
        return at(place).asString();
    }

    String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    Answer ok() {
        assertThat(status).as(text).isEqualTo(200);
        return this;
    }

    /** An error in the envelope of the API: {@code error} is the first member, the trace id is that of the header (06 §1). */
    Answer refused(int expectedStatus, int code, String message) {
        assertThat(text).startsWith("{\"error\":{\"message\":");
        assertThat(text("/error/message")).isEqualTo(message);
        assertThat(at("/error/code").isInt()).isTrue();
        assertThat(at("/error/code").asInt()).as(text).isEqualTo(code);
        assertThat(status).as(text).isEqualTo(expectedStatus);
        assertThat(header("content-type")).isEqualTo("application/json; charset=UTF-8");
        assertThat(text("/error/fbtrace_id")).matches("A[A-Za-z0-9_-]{22}").isEqualTo(header("x-fb-trace-id"));
        return this;
    }

    /** The same with a sub-code. */
    Answer refused(int expectedStatus, int code, int subcode, String message) {
        refused(expectedStatus, code, message);
        assertThat(at("/error/error_subcode").isInt()).isTrue();
        assertThat(at("/error/error_subcode").asInt()).isEqualTo(subcode);
        return this;
    }
}
