package bobbin.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.fileupload.FileItemIterator;
import org.apache.commons.fileupload.FileItemStream;
import org.apache.commons.fileupload.FileUpload;
import org.apache.commons.fileupload.FileUploadException;
import org.apache.commons.fileupload.UploadContext;

/** Reads {@code multipart/form-data}: at most 1,000 parts, each with a head of at most 4 KiB. */
final class Multipart {
    private static final int MOST_PARTS = 1000;
    private static final int LARGEST_PART_HEAD = 4096;

    private Multipart() {}

    static boolean isMultipart(String contentType) {
        return MediaType.essence(contentType).startsWith("multipart/");
    }

    static Request.Form read(String contentType, byte[] body) {
        if (body.length == 0) {
            return Request.Form.NONE;
        }
        String boundary = MediaType.parameter(contentType, "boundary")
                .or(() -> firstLineOf(body))
                .orElseThrow(() -> broken("The multipart body has no boundary."));
        var fields = new Parameters.Collector();
        Map<String, Upload> files = new LinkedHashMap<>();
        try {
            FileItemIterator parts = parser().getItemIterator(new Source(boundary, body));
            for (int count = 1; parts.hasNext(); count++) {
                if (count > MOST_PARTS) {
                    throw broken("The multipart body has more than %d parts.".formatted(MOST_PARTS));
                }
                take(parts.next(), fields, files);
            }
        } catch (FileUploadException | IOException _) {
            throw broken("The multipart body is broken.");
        }
        return new Request.Form(fields.parameters(), files);
    }

    /** The first file of this name in a form that is still coming; the boundary stands in the header. */
    static Optional<InputStream> open(String contentType, InputStream body, String name) {
        if (!isMultipart(contentType)) {
            return Optional.empty();
        }
        String boundary = MediaType.parameter(contentType, "boundary")
                .orElseThrow(() -> broken("The multipart body has no boundary."));
        try {
            FileItemIterator parts = parser().getItemIterator(new Source(boundary, body, -1));
            for (int count = 1; parts.hasNext() && count <= MOST_PARTS; count++) {
                FileItemStream part = parts.next();
                if (!part.isFormField() && part.getFieldName().equals(name)) {
                    return Optional.of(part.openStream());
                }
            }
            return Optional.empty();
        } catch (FileUploadException | IOException _) {
            throw broken("The multipart body is broken.");
        }
    }

    private static FileUpload parser() {
        var parser = new FileUpload();
        parser.setHeaderEncoding(UTF_8.name());
        parser.setPartHeaderSizeMax(LARGEST_PART_HEAD);
        return parser;
    }

    private static void take(FileItemStream part, Parameters.Collector fields, Map<String, Upload> files)
            throws IOException {
        byte[] content = content(part);
        if (part.isFormField()) {
            fields.add(part.getFieldName(), new String(content, UTF_8));
            return;
        }
        String fileName = Optional.ofNullable(part.getName()).orElse("");
        if (!fileName.isEmpty() || content.length > 0) {
            String type = Optional.ofNullable(part.getContentType()).orElse("");
            files.putIfAbsent(part.getFieldName(), new Upload(fileName, type, content));
        }
    }

    private static byte[] content(FileItemStream part) throws IOException {
        try (InputStream in = part.openStream()) {
            return in.readAllBytes();
        }
    }

    /** Some clients forget to name the boundary in the header; the body begins with it. */
    private static Optional<String> firstLineOf(byte[] body) {
        String start = new String(body, 0, Math.min(body.length, 256), ISO_8859_1);
        int end = start.indexOf("\r\n");
        return start.startsWith("--") && end > 2 ? Optional.of(start.substring(2, end)) : Optional.empty();
    }

    private static Malformed broken(String reason) {
        return new Malformed(Malformed.Kind.MULTIPART, reason);
    }

    /** The body, as the parser wants it. */
    private record Source(String boundary, InputStream stream, int length) implements UploadContext {
        Source(String boundary, byte[] body) {
            this(boundary, new ByteArrayInputStream(body), body.length);
        }

        @Override
        public String getCharacterEncoding() {
            return UTF_8.name();
        }

        @Override
        public String getContentType() {
            return "multipart/form-data; boundary=\"" + boundary + "\"";
        }

        @Override
        @SuppressWarnings("deprecation") // abstract nevertheless
        public int getContentLength() {
            return length;
        }

        @Override
        public long contentLength() {
            return length;
        }

        @Override
        public InputStream getInputStream() {
            return stream;
        }
    }
}
