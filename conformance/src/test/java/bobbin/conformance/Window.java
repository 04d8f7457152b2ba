package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/** A person with a browser without script, walking through pages and forms (03 §1). */
final class Window {
    private final String base;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    Window(String base) {
        this.base = base;
    }

    /** A page as it arrived. */
    record Page(URI address, HttpResponse<String> response) {
        Document document() {
            return Jsoup.parse(response.body(), address.toString());
        }

        String location() {
            return response.headers().firstValue("location").orElse("");
        }
    }

    /** Opens a page and follows redirects as long as they stay with us. */
    Page open(String path) {
        return follow(
                send(HttpRequest.newBuilder(URI.create(base).resolve(path)).GET()));
    }

    /** Presses a button of the first form that has it, after filling in the fields. */
    Page press(Page page, Predicate<Element> button, String... fields) {
        FormElement form = page.document().select("form").stream()
                .map(FormElement.class::cast)
                .filter(each -> each.select("button").stream().anyMatch(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No such button on " + page.address() + "\n"
                        + page.response().body()));
        Map<String, String> given = new HashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            assertThat(form.select("[name=" + fields[i] + "]")).as(fields[i]).isNotEmpty();
            given.put(fields[i], fields[i + 1]);
        }
        List<String> sent = new ArrayList<>();
        form.formData().stream()
                .filter(field -> !given.containsKey(field.key()))
                .forEach(field -> sent.addAll(List.of(field.key(), field.value())));
        given.forEach((name, value) -> sent.addAll(List.of(name, value)));
        Element pressed =
                form.select("button").stream().filter(button).findFirst().orElseThrow();
        if (pressed.hasAttr("name")) {
            sent.addAll(List.of(pressed.attr("name"), pressed.attr("value")));
        }
        String action =
                form.hasAttr("action") ? form.absUrl("action") : page.address().toString();
        return follow(send(HttpRequest.newBuilder(URI.create(action))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(Api.form(sent.toArray(String[]::new))))));
    }

    Page signIn(Page login, Dev.User user) {
        return press(login, _ -> true, "username", user.username(), "password", user.password());
    }

    /** Walks the whole way from the app's link to its callback; the answer of the consent page. */
    Page authorize(Dev.User user, String decision, String... parameters) {
        Page page = open("/oauth/authorize?" + Api.form(parameters));
        if (page.document().select("input[name=password]").size() == 1) {
            page = signIn(page, user);
        }
        return press(
                page,
                button -> button.attr("name").equals("decision")
                        && button.attr("value").equals(decision));
    }

    /** One of the parameters that a redirect carries. */
    static String parameter(String location, String name) {
        for (String pair : URI.create(location).getRawQuery().split("&", -1)) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        throw new AssertionError("No " + name + " in " + location);
    }

    private Page follow(Page page) {
        Page at = page;
        for (int i = 0; i < 5 && at.response().statusCode() / 100 == 3; i++) {
            URI next = at.address().resolve(at.location());
            if (!next.toString().startsWith(base)) {
                return at;
            }
            at = send(HttpRequest.newBuilder(next).GET());
        }
        return at;
    }

    private Page send(HttpRequest.Builder request) {
        HttpRequest built = request.build();
        try {
            return new Page(built.uri(), http.send(built, BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
