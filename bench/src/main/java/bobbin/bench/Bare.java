package bobbin.bench;

import io.helidon.common.socket.SocketOptions;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.WebServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same web server with nothing behind it: it answers each path with the bytes of a file, kept in memory. */
final class Bare {
    private Bare() {}

    /** Serves the files of a folder under their names; the last argument is the port. */
    static void main(String[] args) throws IOException {
        byte[] page = Files.readAllBytes(Path.of(args[0], "page"));
        byte[] post = Files.readAllBytes(Path.of(args[0], "post"));
        var _ = WebServer.builder()
                .host("127.0.0.1")
                .port(Integer.parseInt(args[1]))
                // As Bobbin sets it: without it, an answer in two segments waits for the client's echo.
                .connectionOptions(SocketOptions.builder().tcpNoDelay(true).build())
                .routing(routing -> routing.get(
                                "/page",
                                (_, answer) -> answer.header(
                                                HeaderNames.CONTENT_TYPE, "application/json; charset=UTF-8")
                                        .send(page))
                        .get(
                                "/post",
                                (_, answer) -> answer.header(
                                                HeaderNames.CONTENT_TYPE, "application/json; charset=UTF-8")
                                        .send(post)))
                .build()
                .start();
    }
}
