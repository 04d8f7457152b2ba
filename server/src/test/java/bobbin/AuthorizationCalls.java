package bobbin;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import bobbin.graph.Edge;
import bobbin.graph.Graph;
import bobbin.http.Request;
import bobbin.image.ImageSamples;
import bobbin.json.Json;
import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.util.Locale;
import java.util.Map;

/** A call of each edge that is right in itself, so that only who calls decides about the answer. */
final class AuthorizationCalls {
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("POST /{account}/threads", "media_type=TEXT&text=x"),
            Map.entry("POST /{account}/threads_publish", "creation_id={container}"),
            Map.entry("GET /{post}/insights", "metric=views"),
            Map.entry("GET /{account}/threads_insights", "metric=views"),
            Map.entry("GET /keyword_search", "q=x"),
            Map.entry("GET /profile_lookup", "username={owner}"),
            Map.entry("GET /profile_posts", "username={owner}"),
            Map.entry("POST /{post}/manage_reply", "hide=true"),
            Map.entry("POST /{post}/manage_pending_reply", "approve=true"),
            Map.entry("GET /location_search", "q=Menlo+Park"));

    private final Graph graph;
    private final String place;
    private final String app;

    /**
     * Calls of an API.
     *
     * @param place the id of one
     * @param app the id of the app
     */
    AuthorizationCalls(Graph graph, String place, String app) {
        this.app = app;
        this.graph = graph;
        this.place = place;
    }

    /**
     * Whose things are called for.
     *
     * @param token theirs
     * @param id by which the caller's app knows them
     * @param username their name
     * @param countries where their posts are seen; empty for everywhere
     * @param guest the token of somebody who answers them
     */
    record Owner(String token, String id, String username, String countries, String guest) {}

    /** A call on something that the owner has just made. */
    Request on(Edge edge, Owner owner, String token) {
        String parameters = PARAMETERS.getOrDefault(edge.signature(), "").replace("{owner}", owner.username());
        if (parameters.contains("{container}")) {
            parameters = parameters.replace("{container}", container(owner));
        }
        String path = edge.kind().map(kind -> "/" + node(edge, owner)).orElse("")
                + (edge.name().isEmpty() ? "" : "/" + edge.name());
        Request request = Request.of(
                edge.method().toUpperCase(Locale.ROOT),
                path + "?" + parameters + "&access_token=" + URLEncoder.encode(token, UTF_8));
        return edge.name().equals("uploads") ? withImage(request) : request;
    }

    private String node(Edge edge, Owner owner) {
        return switch (edge.kind().orElseThrow()) {
            case ACCOUNT -> owner.id();
            case APP -> app;
            case CONTAINER -> container(owner);
            case LOCATION -> place;
            case POST -> edge.name().startsWith("manage_") ? answer(owner, edge.name()) : post(owner);
            default -> throw new AssertionError("Say how to make what is called by " + edge.signature());
        };
    }

    private String post(Owner owner) {
        return make(
                owner.token(),
                "media_type=TEXT&text=x&auto_publish_text=true&allowlisted_country_codes=" + owner.countries());
    }

    /** A reply of a guest's, which waits if waiting replies are managed. */
    private String answer(Owner owner, String name) {
        String approvals = name.contains("pending") ? "&enable_reply_approvals=true" : "";
        String post = make(owner.token(), "media_type=TEXT&text=x&auto_publish_text=true" + approvals);
        return make(owner.guest(), "media_type=TEXT&text=x&auto_publish_text=true&reply_to_id=" + post);
    }

    private String container(Owner owner) {
        return make(owner.token(), "media_type=TEXT&text=x");
    }

    private String make(String token, String draft) {
        String answer = graph.answer(
                        Request.of("POST", "/me/threads?" + draft + "&access_token=" + URLEncoder.encode(token, UTF_8)))
                .bodyText();
        return Json.parse(answer).text("id").orElseThrow(() -> new AssertionError(answer));
    }

    private static Request withImage(Request request) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(
                "--b\r\nContent-Disposition: form-data; name=file; filename=a.jpg\r\n\r\n".getBytes(ISO_8859_1));
        body.writeBytes(ImageSamples.jpeg(400, 400));
        body.writeBytes("\r\n--b--\r\n".getBytes(ISO_8859_1));
        return request.withBody("multipart/form-data; boundary=b", body.toByteArray());
    }
}
