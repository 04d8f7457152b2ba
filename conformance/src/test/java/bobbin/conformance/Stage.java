package bobbin.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** People and apps that a test has for itself, made and changed by command beside the running server. */
record Stage(Dev dev) {
    static final String CALLBACK = "https://client.example/callback";

    /** Somebody new, who has granted nothing to anybody. */
    Dev.User person() {
        JsonNode made = last("user", "create", "p" + Long.toString(System.nanoTime(), 36), "--json");
        return new Dev.User(
                made.path("username").asString(), made.path("password").asString(), "", "");
    }

    /** A new app of dan's. */
    Dev.App app() {
        JsonNode made = last("app", "create", "Another", "--admin", "dan", "--redirect", CALLBACK, "--json");
        return new Dev.App(made.path("id").asString(), made.path("secret").asString(), List.of(CALLBACK));
    }

    /** Calls on behalf of somebody, who allows the app these things; everything if none is named. */
    Api api(Dev.User user, Dev.App app, String... scopes) {
        List<String> command = new ArrayList<>(List.of("token", "issue", user.username(), app.id(), "--json"));
        if (scopes.length > 0) {
            command.addAll(List.of("--scope", String.join(",", scopes)));
        }
        return new Api(
                dev.graph(),
                last(command.toArray(String[]::new)).path("access_token").asString());
    }

    /** Calls on behalf of somebody through the app "Demo". */
    Api api(Dev.User user) {
        return api(user, dev.app());
    }

    /** Runs a command of the operator's, and waits until the server has seen what it changed: it looks when it writes. */
    String run(String... command) {
        String printed = Launched.run(Stream.concat(
                        Stream.of(command), Stream.of("--data", Dev.folder().toString()))
                .toArray(String[]::new));
        dev.as("dan")
                .post("/me/threads", "media_type", "TEXT", "text", "a draft")
                .ok();
        return printed;
    }

    private JsonNode last(String... command) {
        return JsonMapper.shared().readTree(run(command).lines().toList().getLast());
    }
}
