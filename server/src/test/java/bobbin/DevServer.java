package bobbin;

import bobbin.json.Json;
import bobbin.json.Node;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A developer's Bobbin in this process, started by its command and asked over real HTTP. */
final class DevServer implements AutoCloseable {
    private final Started command;
    private final Node note;
    final HttpClient client = HttpClient.newHttpClient();

    private DevServer(Started command, Node note) {
        this.command = command;
        this.note = note;
    }

    /** Starts it with its data in {@code .bobbin} of a folder, and waits until it has said that it is ready. */
    static DevServer start(Path folder, String... flags) {
        String[] words =
                Stream.concat(Stream.of("dev", "--port", "0"), Stream.of(flags)).toArray(String[]::new);
        Started command = Started.command("Stop with Ctrl-C", folder, words);
        try {
            return new DevServer(command, Json.parse(Files.readString(folder.resolve(".bobbin/dev.json"))));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String screen() {
        return command.screen();
    }

    /** What it wrote into {@code dev.json}. */
    Node note() {
        return note;
    }

    String note(String name) {
        return note().text(name).orElseThrow();
    }

    String app(String name) {
        return note().get("app").flatMap(app -> app.text(name)).orElseThrow();
    }

    String user(String username, String name) {
        return note().get("users").orElseThrow().items().stream()
                .filter(user -> user.text("username").orElseThrow().equals(username))
                .findFirst()
                .flatMap(user -> user.text(name))
                .orElseThrow();
    }

    String token(String username) {
        return user(username, "access_token");
    }

    Answer get(String address) {
        return send(HttpRequest.newBuilder(URI.create(address)).GET());
    }

    /** Calls the API; names and values follow each other. */
    Answer graph(String path, String... query) {
        return get(note("graph_url") + path + (query.length == 0 ? "" : "?" + form(query)));
    }

    Answer post(String path, String... form) {
        return send(HttpRequest.newBuilder(URI.create(note("graph_url") + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form))));
    }

    /** Does as somebody what scripts can do; names and values follow each other. What came back, which must be well. */
    String act(String as, String act, String... said) {
        Map<String, String> body = new TreeMap<>(Map.of("as", as, "act", act));
        for (int i = 0; i < said.length; i += 2) {
            body.put(said[i], said[i + 1]);
        }
        Node script = note().get("script").orElseThrow();
        Answer answer =
                send(HttpRequest.newBuilder(URI.create(script.text("url").orElseThrow() + "/acts"))
                        .header("Authorization", "Bearer " + script.text("key").orElseThrow())
                        .POST(HttpRequest.BodyPublishers.ofString(Json.text(body))));
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return answer.body();
    }

    Answer management(String path) {
        return get(note("admin_url") + path);
    }

    Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Names and values as the text of a form. */
    static String form(String... pairs) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            text.append(i == 0 ? "" : "&")
                    .append(pairs[i])
                    .append('=')
                    .append(URLEncoder.encode(pairs[i + 1], StandardCharsets.UTF_8));
        }
        return text.toString();
    }

    /** Stops it in order, and answers with its exit code. */
    int stop() {
        return command.stop();
    }

    @Override
    public void close() {
        stop();
        client.close();
    }

    /** What came back. */
    record Answer(int status, String body, HttpResponse<String> whole) {
        Node json() {
            return Json.parse(body);
        }

        String text(String name) {
            return json().text(name).orElseThrow(() -> new IllegalStateException("No " + name + " in " + body));
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElseThrow();
        }
    }
}
