package bobbin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;

/** The answer to a request, a value. */
public final class Response {
    private final int status;
    private final Headers headers;
    private final Content content;

    /** What is sent after the head. */
    sealed interface Content {
        /** In memory; compressed if it is text, long enough and the client asked for it. */
        @SuppressWarnings("ArrayRecordComponent") // never leaves this package, and nobody here changes it
        record Whole(byte[] bytes) implements Content {}

        /** Written piece by piece, never compressed. */
        record Streamed(long length, Source source) implements Content {}

        /** Written as it comes, of no known length; never compressed. */
        record Live(Feed feed) implements Content {}
    }

    /** Writes a body of a length that was announced before. Not called for {@code HEAD}. */
    @FunctionalInterface
    public interface Source {
        void writeTo(OutputStream out) throws IOException;
    }

    /** Where a body without end is written, piece by piece. */
    public interface Wire {
        /** Sends this at once. Fails if the other side is gone, or does not take it in time. */
        void write(byte[] piece) throws IOException;

        /** Whether the server stops, so that it is time to end. */
        boolean isEnding();
    }

    /** Writes pieces as they come, until it returns. Not called for {@code HEAD}. */
    @FunctionalInterface
    public interface Feed {
        void writeTo(Wire wire) throws IOException;
    }

    private Response(int status, Headers headers, Content content) {
        this.status = status;
        this.headers = headers;
        this.content = content;
    }

    private static Response typed(int status, String contentType, byte[] body) {
        return new Response(status, Headers.NONE.and("Content-Type", contentType), new Content.Whole(body));
    }

    /** UTF-8 JSON (01 §9). The bytes are not copied. */
    public static Response json(int status, byte[] body) {
        return typed(status, "application/json; charset=UTF-8", body);
    }

    public static Response html(int status, String page) {
        return typed(status, "text/html; charset=UTF-8", page.getBytes(UTF_8));
    }

    public static Response text(int status, String text) {
        return typed(status, "text/plain; charset=UTF-8", text.getBytes(UTF_8));
    }

    /** Anything that fits into memory. The bytes are not copied. */
    public static Response bytes(int status, String contentType, byte[] body) {
        return typed(status, contentType, body);
    }

    /** Something too large for memory; {@code source} writes exactly {@code length} bytes. */
    public static Response stream(int status, String contentType, long length, Source source) {
        return new Response(
                status, Headers.NONE.and("Content-Type", contentType), new Content.Streamed(length, source));
    }

    /** Something that goes on for as long as there is something to say; {@code feed} ends when it is told to. */
    public static Response live(int status, String contentType, Feed feed) {
        return new Response(status, Headers.NONE.and("Content-Type", contentType), new Content.Live(feed));
    }

    /** See there, with {@code GET} (303). */
    public static Response redirect(String uri) {
        return redirect(303, uri);
    }

    public static Response redirect(int status, String uri) {
        return new Response(status, Headers.NONE.and("Location", uri), new Content.Whole(new byte[0]));
    }

    public static Response noContent() {
        return new Response(204, Headers.NONE, new Content.Whole(new byte[0]));
    }

    /** The same answer with exactly one header of this name. */
    public Response with(String name, String value) {
        return new Response(status, headers.with(name, value), content);
    }

    /** The same answer with exactly these headers of these names. */
    public Response with(Headers others) {
        return new Response(status, headers.with(others), content);
    }

    /** The same answer with one more header of this name, as cookies need it. */
    public Response and(String name, String value) {
        return new Response(status, headers.and(name, value), content);
    }

    public Response withStatus(int other) {
        return new Response(other, headers, content);
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    /** The body if it is in memory; nothing of one that is streamed. */
    public byte[] body() {
        return content instanceof Content.Whole(byte[] bytes) ? bytes.clone() : new byte[0];
    }

    public String bodyText() {
        return new String(body(), UTF_8);
    }

    Content content() {
        return content;
    }
}
