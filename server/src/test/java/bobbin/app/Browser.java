package bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A browser without a screen: opens pages of a server here, fills forms and presses buttons. The session cookie is the name. */
final class Browser implements AutoCloseable {
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    Browser(int port) {
        this.port = port;
    }

    @Override
    public void close() {
        http.close();
    }

    /** A page that must be there. */
    Document page(String name, String path) {
        HttpResponse<String> answer = get(name, path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return Jsoup.parse(answer.body());
    }

    /** Opens a page, fills the first form that leads to an action, sends it, and follows the redirect. */
    Document submit(String name, String page, String action, Map<String, String> typed) {
        Element form =
                page(name, page).select("main form[action=" + action + "]").getFirst();
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input, select").forEach(input -> fields.put(input.attr("name"), input.val()));
        fields.putAll(typed);
        HttpResponse<String> answer = post(name, action, fields);
        if (answer.statusCode() != 303) {
            return Jsoup.parse(answer.body());
        }
        String next = answer.headers().firstValue("Location").orElseThrow();
        String notice = answer.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
        return Jsoup.parse(send(request(next).header("Cookie", cookie(name) + "; " + notice))
                .body());
    }

    HttpResponse<String> get(String name, String path) {
        return send(request(path).header("Cookie", cookie(name)));
    }

    HttpResponse<String> post(String name, String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Cookie", cookie(name))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)));
    }

    private static String cookie(String name) {
        return "session=" + name;
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
