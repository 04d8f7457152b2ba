package bobbin.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Gzip, for text of at least 1,024 bytes and clients that ask for it (01 §9). */
final class Compression {
    private static final int SHORTEST = 1024;
    private static final Set<String> TYPES =
            Set.of("application/json", "application/javascript", "application/manifest+json", "image/svg+xml");

    private Compression() {}

    /** Whether an answer of this kind would be compressed for whoever asks; caches must then know that there are two forms of it. */
    static boolean suits(Headers answer, int length) {
        return length >= SHORTEST
                && !answer.has("Content-Encoding")
                && answer.first("Content-Type")
                        .map(MediaType::essence)
                        .filter(Compression::isText)
                        .isPresent();
    }

    static boolean isAskedFor(Headers request) {
        return request.words("Accept-Encoding").stream()
                .map(coding -> coding.toLowerCase(Locale.ROOT))
                .anyMatch(Compression::acceptsGzip);
    }

    static byte[] gzip(byte[] bytes) {
        var out = new ByteArrayOutputStream(bytes.length / 2);
        try (var gzip = new GZIPOutputStream(out, 8192)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static boolean acceptsGzip(String coding) {
        String name = MediaType.essence(coding);
        Optional<String> weight = MediaType.parameter(coding, "q");
        return (name.equals("gzip") || name.equals("*"))
                && weight.filter(Compression::isZero).isEmpty();
    }

    private static boolean isZero(String weight) {
        return weight.matches("0(\\.0*)?");
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") || TYPES.contains(type);
    }
}
