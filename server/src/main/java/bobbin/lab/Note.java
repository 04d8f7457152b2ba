package bobbin.lab;

import bobbin.json.Json;
import bobbin.json.Node;
import bobbin.json.Unreadable;
import bobbin.lab.Cast.Demo;
import bobbin.lab.Cast.Member;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * The file {@code dev.json}: where a developer's Bobbin listens and who is there, for programs and for the next start. Only its
 * owner may read it, because it holds tokens; the database has their digests only.
 */
public record Note(Path file) {
    public static final String NAME = "dev.json";

    /** Under which addresses the roles answer; none ends with a slash. */
    public record Places(String graph, String web, String media, String management, Script script) {}

    /** Where scripts act as people, and with which key. */
    public record Script(String url, String key) {
        /** Does not show the key. */
        @Override
        public String toString() {
            return "Script[url=" + url + "]";
        }
    }

    /** Who is in it; empty if there is no such file, or somebody else wrote it. */
    public Optional<Cast> read() {
        try {
            return Files.exists(file) ? Optional.of(cast(Json.parse(Files.readString(file)))) : Optional.empty();
        } catch (IOException | Unreadable | NoSuchElementException _) {
            return Optional.empty();
        }
    }

    /** Replaces it as a whole. */
    public void write(Places places, Cast cast) {
        try {
            PrivateFile.write(file, Json.text(content(places, cast)) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static Cast cast(Node note) {
        return new Cast(
                app(note.get("app").orElseThrow()),
                app(note.get("standard_app").orElseThrow()),
                note.get("users").orElseThrow().items().stream()
                        .map(Note::member)
                        .toList());
    }

    private static Demo app(Node app) {
        return new Demo(
                app.text("id").orElseThrow(),
                app.text("secret").orElseThrow(),
                app.get("redirect_uris").orElseThrow().items().stream()
                        .flatMap(uri -> uri.text().stream())
                        .toList());
    }

    private static Member member(Node user) {
        return new Member(
                user.text("username").orElseThrow(),
                user.text("password").orElseThrow(),
                user.text("user_id").orElseThrow(),
                user.text("access_token").orElseThrow());
    }

    private static Map<String, Object> content(Places places, Cast cast) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("graph_url", places.graph());
        note.put("web_url", places.web());
        note.put("admin_url", places.management());
        note.put("script", content(places.script()));
        note.put("media", Samples.addresses(places.media()));
        note.put("app", content(cast.app()));
        note.put("standard_app", content(cast.standard()));
        note.put("users", cast.members().stream().map(Note::content).toList());
        return note;
    }

    private static Map<String, Object> content(Script script) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("url", script.url());
        content.put("key", script.key());
        return content;
    }

    private static Map<String, Object> content(Demo app) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("id", app.id());
        content.put("secret", app.secret());
        content.put("redirect_uris", List.copyOf(app.redirects()));
        return content;
    }

    private static Map<String, Object> content(Member member) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("username", member.username());
        content.put("password", member.password());
        content.put("user_id", member.userId());
        content.put("access_token", member.token());
        return content;
    }
}
