package bobbin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One call that has reached us, with its whole body. Reads itself where asked: a part that cannot be read is refused with
 * {@link Malformed} by the method that reads it. Belongs to one thread.
 */
public final class Request {
    private final String id;
    private final String method;
    private final String path;
    private final String rawQuery;
    private final Headers headers;
    private final Sender sender;
    private final Body body;
    private @Nullable Form form;

    /** Who sent a request, and under which address they know us; a trusted proxy may have said so (X-Forwarded-*). */
    public record Sender(String remote, String host, boolean secure) {
        static final Sender NEARBY = new Sender("127.0.0.1", "localhost", false);
    }

    Request(String id, String method, String path, String rawQuery, Headers headers, Sender sender, Body body) {
        this.id = id;
        this.method = method;
        this.path = path;
        this.rawQuery = rawQuery;
        this.headers = headers;
        this.sender = sender;
        this.body = body;
    }

    /** A request that came through no wire; {@code target} is a path, or a path and a query. */
    public static Request of(String method, String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        String query = mark < 0 ? "" : target.substring(mark + 1);
        return new Request(RequestIds.next(), method, path, query, Headers.NONE, Sender.NEARBY, Body.NONE);
    }

    /** The same request with one more header. */
    public Request withHeader(String name, String value) {
        return new Request(id, method, path, rawQuery, headers.and(name, value), sender, body);
    }

    /** The same request with this body. */
    public Request withBody(String contentType, byte[] content) {
        Headers typed = headers.with("Content-Type", contentType);
        return new Request(id, method, path, rawQuery, typed, sender, new Body(content.clone()));
    }

    public Request withBody(String contentType, String content) {
        return withBody(contentType, content.getBytes(UTF_8));
    }

    /** The same request with this body, and the head as it is. */
    Request with(Body other) {
        return new Request(id, method, path, rawQuery, headers, sender, other);
    }

    /** The same request from another sender. */
    public Request from(Sender other) {
        return new Request(id, method, path, rawQuery, headers, other, body);
    }

    /** {@code A} and 22 characters of A–Z a–z 0–9 - _, new per request: the {@code fbtrace_id} of its answer (06 §1). */
    public String id() {
        return id;
    }

    /** In capitals. {@code HEAD} arrives as {@code GET}, because it is answered like one. */
    public String method() {
        return method;
    }

    /** As it came: percent-encoded, without the query. */
    public String path() {
        return path;
    }

    /** As it came: percent-encoded, without the question mark; empty if there is none. */
    public String rawQuery() {
        return rawQuery;
    }

    public Headers headers() {
        return headers;
    }

    public Optional<String> header(String name) {
        return headers.first(name);
    }

    /** The decoded pieces of the path; empty ones do not count, so that a slash at the end changes nothing. */
    public List<String> segments() {
        return Stream.of(path.split("/", -1))
                .filter(segment -> !segment.isEmpty())
                .map(Percent::decodeSegment)
                .toList();
    }

    public Parameters query() {
        return Parameters.parse(rawQuery);
    }

    /** The fields of a form in the body, whatever kind of form it is (01 §4); none if the body is no form. */
    public Parameters form() {
        return parsedForm().fields();
    }

    /** A file of a multipart form; empty if no file was chosen. */
    public Optional<Upload> file(String name) {
        return Optional.ofNullable(parsedForm().files().get(name));
    }

    /**
     * A file of a multipart form as it comes, for handlers that said so ({@link Handler#streams}); whatever stands before it in the form is
     * passed over. Empty if there is none of this name.
     * To close it is to read it to its end.
     */
    public Optional<InputStream> open(String name) {
        return Multipart.open(header("Content-Type").orElse(""), body.stream(), name);
    }

    /** The whole body. Refused if it is larger than the server takes. */
    public byte[] body() {
        return body.bytes().clone();
    }

    public String bodyText() {
        return body.text();
    }

    /** Whether the body is JSON by its first letter, whatever its header says (01 §4 rule 2). */
    public boolean bodyIsJson() {
        return !Multipart.isMultipart(header("Content-Type").orElse("")) && body.beginsLikeJson();
    }

    /** The value of a cookie, of the first if there are several of this name. */
    public Optional<String> cookie(String name) {
        return headers.all("Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";", -1)))
                .map(String::strip)
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    /** Without its parameters, in small letters: {@code application/json}. */
    public Optional<String> contentType() {
        return header("Content-Type").map(MediaType::essence).filter(type -> !type.isEmpty());
    }

    /** The address of who sent this; that of the client if a trusted proxy stands between us. */
    public String remote() {
        return sender.remote();
    }

    /** Name and, if given, port under which the client knows us. */
    public String host() {
        return sender.host();
    }

    /** Whether the client speaks HTTPS. */
    public boolean secure() {
        return sender.secure();
    }

    private Form parsedForm() {
        Form known = form;
        if (known == null) {
            known = bodyIsJson() ? Form.NONE : Form.read(header("Content-Type").orElse(""), body);
            form = known;
        }
        return known;
    }

    /** Method and path; the query may hold secrets. */
    @Override
    public String toString() {
        return method + " " + path;
    }

    /** The fields and the files of a body. */
    record Form(Parameters fields, Map<String, Upload> files) {
        static final Form NONE = new Form(Parameters.NONE, Map.of());

        static Form read(String contentType, Body body) {
            if (Multipart.isMultipart(contentType)) {
                return Multipart.read(contentType, body.bytes());
            }
            return new Form(Parameters.parse(body.text()), Map.of());
        }
    }
}
