package bobbin.graph;

import bobbin.base.Id;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A place in a list, as the text that clients pass back: the id beside which the next page begins, and a mark of the edge, so that a
 * cursor of another list, or a damaged one, is noticed (07 §7.1.1). It stays valid when the item it names is deleted.
 */
final class Cursor {
    private static final String PREFIX = "QVFI";
    private static final int BYTES = Long.BYTES + Integer.BYTES;

    private Cursor() {}

    static String write(String edge, Id id) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES).putLong(id.value()).putInt(mark(edge, id));
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static Optional<Id> read(String edge, String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text.substring(PREFIX.length())));
            if (bytes.remaining() != BYTES) {
                return Optional.empty();
            }
            long value = bytes.getLong();
            int mark = bytes.getInt();
            return Optional.of(value)
                    .filter(positive -> positive >= 0)
                    .map(Id::new)
                    .filter(id -> mark(edge, id) == mark);
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static int mark(String edge, Id id) {
        CRC32 sum = new CRC32();
        sum.update((edge + "/" + id).getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }
}
