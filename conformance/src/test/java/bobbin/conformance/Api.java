package bobbin.conformance;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Calls the API over HTTP as one app user. Parameters are names and values in turn. */
record Api(String base, String token) {
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Answer get(String path, String... parameters) {
        return send("GET", path, withToken(parameters));
    }

    Answer delete(String path, String... parameters) {
        return send("DELETE", path, withToken(parameters));
    }

    /** Sends a form. */
    Answer post(String path, String... parameters) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(withToken(parameters)))));
    }

    /** Publishes a text in two steps; the id of the post. */
    String publish(String text, String... parameters) {
        String container = post("/me/threads", join(parameters, "media_type", "TEXT", "text", text))
                .ok()
                .text("/id");
        return post("/me/threads_publish", "creation_id", container).ok().text("/id");
    }

    /** Any method, parameters in the query, no token but what is among them. */
    Answer send(String method, String path, String... parameters) {
        String query = form(parameters);
        return send(request(path + (query.isEmpty() ? "" : "?" + query)).method(method, BodyPublishers.noBody()));
    }

    HttpRequest.Builder request(String pathAndQuery) {
        return HttpRequest.newBuilder(URI.create(base + pathAndQuery)).timeout(Duration.ofSeconds(30));
    }

    Answer send(HttpRequest.Builder request) {
        try {
            return Answer.of(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    static String form(String... parameters) {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < parameters.length; i += 2) {
            form.append(form.isEmpty() ? "" : "&")
                    .append(encode(parameters[i]))
                    .append('=')
                    .append(encode(parameters[i + 1]));
        }
        return form.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static String[] join(String[] first, String... second) {
        String[] both = new String[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private String[] withToken(String... parameters) {
        return join(parameters, "access_token", token);
    }
}
