package bobbin.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** A developer's Bobbin under load, without limits, and the calls that are made to it. */
final class Bobbin implements AutoCloseable {
    private static final String FIELDS =
            "id,media_product_type,media_type,permalink,owner,username,text,timestamp,shortcode,"
                    + "is_quote_post,has_replies,reply_audience";
    private static final String TEXT =
            "A thought of some length, as people have them: about the weather, a book, a bird at the window. "
                    + "It ends here, number ";

    private final Subject subject;
    private final List<String> tokens;

    private Bobbin(Subject subject, List<String> tokens) {
        this.subject = subject;
        this.tokens = tokens;
    }

    static Bobbin start(Path data) throws IOException {
        Subject subject = Subject.start(
                data.resolveSibling("bobbin.log"),
                List.of(
                        "./bobbin",
                        "dev",
                        "--data",
                        data.toString(),
                        "--limits-profile",
                        "off",
                        "--fetch-loopback-only",
                        "true",
                        "--management-port",
                        "0",
                        "--port"));
        Path note = data.resolve("dev.json");
        for (int tries = 0; tries < 500 && !Files.exists(note); tries++) {
            Subject.pause(20); // it is written once the server listens, because only then the port is known
        }
        List<String> tokens = JsonMapper.shared()
                .readTree(Files.readString(note))
                .path("users")
                .valueStream()
                .map(user -> user.path("access_token").asString())
                .toList();
        return new Bobbin(subject, tokens);
    }

    Subject subject() {
        return subject;
    }

    /** A page of 25 posts of the first person. */
    byte[] page() {
        return Wire.get("/v1.0/me/threads?fields=" + FIELDS + "&limit=25&access_token=" + token(0));
    }

    byte[] post(String id) {
        return Wire.get("/v1.0/" + id + "?fields=" + FIELDS + "&access_token=" + token(0));
    }

    Wire.Answer answer(byte[] request) throws IOException {
        try (Wire wire = new Wire(subject.port())) {
            return checked(wire.send(request));
        }
    }

    /** A client that publishes in two steps, as one of the cast. */
    Load.Client publishing() {
        return number -> {
            Wire wire = new Wire(subject.port());
            return new Load.Deed() {
                private long times;

                @Override
                public void once() throws IOException {
                    publish(wire, number, times++);
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        };
    }

    /** Publishes so many posts of the first person; the id of the last. */
    String fill(int posts) throws IOException {
        try (Wire wire = new Wire(subject.port())) {
            return Stream.iterate(0, number -> number + 1)
                    .limit(posts)
                    .map(number -> {
                        try {
                            return publish(wire, 0, number);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .reduce((_, last) -> last)
                    .orElseThrow();
        }
    }

    private String publish(Wire wire, int person, long number) throws IOException {
        String token = token(person);
        String text = URLEncoder.encode(TEXT + number, StandardCharsets.UTF_8);
        String container = id(checked(
                wire.send(Wire.post("/v1.0/me/threads", "media_type=TEXT&text=" + text + "&access_token=" + token))));
        return id(checked(wire.send(
                Wire.post("/v1.0/me/threads_publish", "creation_id=" + container + "&access_token=" + token))));
    }

    /** Publishes a text in one step, as one of the cast; its id. */
    String publishAtOnce(Wire wire, int person, String text, String... more) throws IOException {
        return id(checked(wire.send(Wire.post(
                "/v1.0/me/threads",
                "media_type=TEXT&auto_publish_text=true&text=" + URLEncoder.encode(text, StandardCharsets.UTF_8)
                        + "&access_token=" + token(person)
                        + Stream.of(more).map("&"::concat).collect(Collectors.joining())))));
    }

    /** The first step for an image or a video at some address, on behalf of the first person; the id of the container. */
    String draft(Wire wire, String type, String name, String url) throws IOException {
        return id(checked(wire.send(Wire.post(
                "/v1.0/me/threads",
                "media_type=" + type + "&" + name + "=" + URLEncoder.encode(url, StandardCharsets.UTF_8)
                        + "&access_token=" + token(0)))));
    }

    /** Whether one of these containers is not ready; fails if one has failed. */
    boolean areInProgress(Wire wire, List<String> containers) throws IOException {
        for (String container : containers) {
            String status = checked(wire.send(
                            Wire.get("/v1.0/" + container + "?fields=status,error_message&access_token=" + token(0))))
                    .text();
            if (status.contains("\"ERROR\"")) {
                throw new IOException("The video was not taken: " + status);
            }
            if (status.contains("\"IN_PROGRESS\"")) {
                return true;
            }
        }
        return false;
    }

    String token(int person) {
        return tokens.get(person % tokens.size());
    }

    private static String id(Wire.Answer answer) {
        String text = answer.text();
        int from = text.indexOf("\"id\":\"") + 6;
        return text.substring(from, text.indexOf('"', from));
    }

    private static Wire.Answer checked(Wire.Answer answer) throws IOException {
        if (answer.status() != 200) {
            throw new IOException("Status " + answer.status() + ": " + answer.text());
        }
        return answer;
    }

    @Override
    public void close() {
        subject.close();
    }
}
