package bobbin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person with a browser, over real HTTP: keeps cookies, goes where it is sent, fills in forms. Closes with its test. */
public final class Browser implements AutoCloseable {
    /** What a browser calls itself: programs are not counted. */
    private static final String NAME = "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0";

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .build();

    /** @param base the address of the server, without a slash at the end */
    public Browser(String base) {
        this.base = base;
    }

    /** What came back, after all redirects within the site. */
    public record Sight(HttpResponse<byte[]> response, Document page) {
        public int status() {
            return response.statusCode();
        }

        /** The path and query where one has arrived. */
        public String place() {
            String query = response.uri().getRawQuery();
            return response.uri().getRawPath() + (query == null ? "" : "?" + query);
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The text of the first element that fits; empty if none does. */
        public String text(String selector) {
            Element found = page.selectFirst(selector);
            return found == null ? "" : found.text();
        }
    }

    public Sight get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    /** Sends a form as it is, without looking at a page first. */
    public Sight post(String path, Map<String, String> fields) {
        return send(HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields))));
    }

    /** Fills in the form of a page that goes to {@code action} and sends it. What is not named stays as the page has it. */
    public Sight submit(Sight sight, String action, Map<String, String> typed) {
        Map<String, String> fields = fields(sight, action);
        fields.putAll(typed);
        fields.values().removeIf(String::isEmpty);
        return post(action, fields);
    }

    /** The same with a file. */
    public Sight upload(Sight sight, String action, String name, byte[] file) {
        String boundary = "----a-boundary";
        var body = new ByteArrayOutputStream();
        fields(sight, action)
                .forEach((field, value) ->
                        body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                                .formatted(boundary, field, value)
                                .getBytes(UTF_8)));
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"f\"\r\nContent-Type: image/png\r\n\r\n"
                        .formatted(boundary, name)
                        .getBytes(UTF_8));
        body.writeBytes(file);
        body.writeBytes("\r\n--%s--\r\n".formatted(boundary).getBytes(UTF_8));
        return send(HttpRequest.newBuilder(URI.create(base + action))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A cookie that it keeps. */
    public Optional<HttpCookie> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst();
    }

    @Override
    public void close() {
        client.close();
    }

    private Sight send(HttpRequest.Builder request) {
        Sight sight = exchange(request);
        for (int i = 0; i < 10 && isRedirectWithin(sight); i++) {
            sight = exchange(HttpRequest.newBuilder(URI.create(base + sight.header("Location")))
                    .GET());
        }
        return sight;
    }

    private Sight exchange(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> response =
                    client.send(request.header("User-Agent", NAME).build(), BodyHandlers.ofByteArray());
            return new Sight(response, Jsoup.parse(new String(response.body(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static boolean isRedirectWithin(Sight sight) {
        return sight.status() == 303 && sight.header("Location").startsWith("/");
    }

    /** What a browser would send: no unchecked boxes, no files, no disabled fields. */
    private static Map<String, String> fields(Sight sight, String action) {
        Element form = sight.page().selectFirst("form[action=" + action + "]");
        if (form == null) {
            throw new AssertionError(
                    "No form to " + action + " in " + sight.page().body().text());
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name], select[name]")) {
            String type = field.attr("type");
            boolean off = (type.equals("checkbox") || type.equals("radio")) && !field.hasAttr("checked");
            if (!off && !type.equals("file")) {
                fields.put(field.attr("name"), value(field));
            }
        }
        return fields;
    }

    private static String value(Element field) {
        return switch (field.tagName()) {
            case "textarea" -> field.wholeText();
            case "select" -> {
                Element chosen = field.selectFirst("option[selected]");
                Element first = chosen == null ? field.selectFirst("option") : chosen;
                yield first == null ? "" : first.attr("value");
            }
            default -> field.attr("value");
        };
    }

    private static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
