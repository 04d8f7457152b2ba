package bobbin;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person with a browser that knows cookies and forms, but no script. */
final class Walker implements AutoCloseable {
    private final HttpClient client;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    /** Where the walk has led: the address of the page, or the one outside to which it was sent. */
    private URI here = URI.create("about:blank");

    private Document page = new Document("");

    Walker() {
        this.client = HttpClient.newBuilder().cookieHandler(cookies).build();
    }

    /** Opens a page, and goes where it sends, as long as that is on the same host. */
    Walker open(String address) {
        return follow(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** Sends the first form that has all these fields, with these values; its other fields as they stand on the page. */
    Walker submit(Map<String, String> values) {
        Element form = page.select("form").stream()
                .filter(each -> values.keySet().stream()
                        .allMatch(name -> !each.select("[name=" + name + "]").isEmpty()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No form with " + values.keySet() + " on " + page.html()));
        List<String> pairs = new ArrayList<>();
        for (Element field : form.select("input[name],textarea[name],select[name]")) {
            boolean off = field.attr("type").equals("checkbox") && !field.hasAttr("checked");
            if (!off
                    && !values.containsKey(field.attr("name"))
                    && !field.attr("type").equals("submit")) {
                pairs.addAll(List.of(field.attr("name"), field.val()));
            }
        }
        values.forEach((name, value) -> pairs.addAll(List.of(name, value)));
        String action = form.attr("action");
        URI target = action.isEmpty() ? here : here.resolve(action);
        return follow(HttpRequest.newBuilder(target)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(DevServer.form(pairs.toArray(String[]::new)))));
    }

    URI here() {
        return here;
    }

    Document page() {
        return page;
    }

    /** A parameter of the address to which the walk has led. */
    Optional<String> parameter(String name) {
        return Optional.ofNullable(Stream.of(
                        Optional.ofNullable(here.getRawQuery()).orElse("").split("&", -1))
                .map(pair -> pair.split("=", 2))
                .filter(pair -> pair.length == 2)
                .collect(Collectors.toMap(
                        pair -> pair[0],
                        pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8),
                        (first, _) -> first))
                .get(name));
    }

    /** Every secret in its cookies. */
    List<String> cookieValues() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getValue())
                .toList();
    }

    private Walker follow(HttpRequest.Builder request) {
        HttpRequest sent = request.build();
        HttpResponse<String> response = send(sent);
        here = sent.uri();
        while (response.statusCode() / 100 == 3) {
            here = here.resolve(response.headers().firstValue("Location").orElseThrow());
            if (!here.getAuthority().equals(sent.uri().getAuthority())) {
                return this;
            }
            response = send(HttpRequest.newBuilder(here).GET().build());
        }
        page = Jsoup.parse(response.body(), here.toString());
        return this;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
