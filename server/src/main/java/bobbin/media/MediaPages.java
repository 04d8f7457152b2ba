package bobbin.media;

import bobbin.http.Request;
import bobbin.http.Response;
import bobbin.media.ShownFiles.ShownFile;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;
import java.util.Arrays;
import java.util.Optional;

/** Images and videos on the media host (07 §7.6.5): for anybody who knows the address, for ever, whole or in parts. */
public final class MediaPages implements WebPart {
    private final ShownFiles files;

    public MediaPages(ShownFiles files) {
        this.files = files;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/media/{name}", this::show);
    }

    private Response show(Visit visit) {
        ShownFile file = files.find(visit.path("name")).orElseThrow(WebProblems.NOT_FOUND::refuse);
        return visit.answer(answer(visit.request(), file)
                .with("ETag", tag(file))
                .with("Accept-Ranges", "bytes")
                .with("Cache-Control", "public, max-age=31536000, immutable")
                .with("Content-Security-Policy", "default-src 'none'; sandbox")
                .with("Cross-Origin-Resource-Policy", "cross-origin")
                .with("Access-Control-Allow-Origin", "*"));
    }

    private static Response answer(Request request, ShownFile file) {
        if (request.header("If-None-Match").filter(tags -> isAmong(tags, file)).isPresent()) {
            return Response.noContent().withStatus(304);
        }
        Optional<String> range = request.header("Range")
                .filter(ByteRange::isOne)
                .filter(_ -> request.header("If-Range")
                        .map(tag -> tag.equals(tag(file)))
                        .orElse(true));
        return range.isPresent() ? part(file, range.get()) : whole(file);
    }

    private static Response whole(ShownFile file) {
        return Response.stream(200, file.mediaType(), file.bytes(), out -> file.writeTo(out, 0, file.bytes()));
    }

    private static Response part(ShownFile file, String header) {
        Optional<ByteRange> range = ByteRange.of(header, file.bytes());
        if (range.isEmpty()) {
            return Response.text(416, "There is no such part.").with("Content-Range", "bytes */" + file.bytes());
        }
        long first = range.get().first();
        long length = range.get().length();
        return Response.stream(206, file.mediaType(), length, out -> file.writeTo(out, first, length))
                .with("Content-Range", range.get().contentRange(file.bytes()));
    }

    private static boolean isAmong(String tags, ShownFile file) {
        return Arrays.stream(tags.split(",", -1))
                .map(String::strip)
                .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
                .anyMatch(tag -> tag.equals("*") || tag.equals(tag(file)));
    }

    private static String tag(ShownFile file) {
        return "\"" + file.version() + "\"";
    }
}
