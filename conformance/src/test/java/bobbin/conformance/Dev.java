package bobbin.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a development server wrote down about itself when it started: {@code dev.json}, named by {@code -Dbobbin.dev}. */
record Dev(String graph, String web, String admin, Script script, App app, List<User> users, Media media) {

    /** Files to try things with, which the server itself has. */
    record Media(String image, String video, String brokenVideo, List<String> images, List<String> gifs) {}

    record App(String id, String secret, List<String> redirectUris) {}

    record User(String username, String password, String id, String token) {}

    static Dev server() {
        return read(Path.of(System.getProperty("bobbin.dev")));
    }

    /** The data directory of that server. */
    static Path folder() {
        return Path.of(System.getProperty("bobbin.dev")).resolveSibling("").toAbsolutePath();
    }

    static Dev read(Path file) {
        try {
            JsonNode json = JsonMapper.shared().readTree(Files.readString(file));
            JsonNode app = json.path("app");
            return new Dev(
                    json.path("graph_url").asString(),
                    json.path("web_url").asString(),
                    json.path("admin_url").asString(),
                    new Script(
                            json.path("script").path("url").asString(),
                            json.path("script").path("key").asString()),
                    new App(
                            app.path("id").asString(),
                            app.path("secret").asString(),
                            app.path("redirect_uris")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()),
                    json.path("users").valueStream().map(Dev::user).toList(),
                    media(json.path("media")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    User user(String username) {
        return users.stream()
                .filter(user -> user.username().equals(username))
                .findFirst()
                .orElseThrow();
    }

    /** Calls of the API on behalf of one of the cast, in the name of the app "Demo". */
    Api as(String username) {
        return new Api(graph, user(username).token());
    }

    private static Media media(JsonNode json) {
        return new Media(
                json.path("image_url").asString(),
                json.path("video_url").asString(),
                json.path("broken_video_url").asString(),
                json.path("image_urls").valueStream().map(JsonNode::asString).toList(),
                json.path("gif_ids").valueStream().map(JsonNode::asString).toList());
    }

    private static User user(JsonNode json) {
        return new User(
                json.path("username").asString(),
                json.path("password").asString(),
                json.path("user_id").asString(),
                json.path("access_token").asString());
    }
}
