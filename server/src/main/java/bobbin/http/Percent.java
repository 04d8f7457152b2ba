package bobbin.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/** Percent-encoding: {@code %41} is {@code A}. The bytes are UTF-8; characters that should have been encoded but are not stand for themselves. */
final class Percent {
    private Percent() {}

    /** A piece of a path, where a plus sign is a plus sign. */
    static String decodeSegment(String raw) {
        return raw.indexOf('%') < 0 ? raw : decode(raw, Malformed.Kind.PATH);
    }

    /** A name or a value of a query or a form, where a plus sign is a blank. */
    static String decodeForm(String raw) {
        String blanks = raw.replace('+', ' ');
        return blanks.indexOf('%') < 0 ? blanks : decode(blanks, Malformed.Kind.FORM);
    }

    private static String decode(String raw, Malformed.Kind kind) {
        byte[] from = raw.getBytes(UTF_8);
        var to = new ByteArrayOutputStream(from.length);
        for (int i = 0; i < from.length; i++) {
            if (from[i] != '%') {
                to.write(from[i]);
                continue;
            }
            int high = i + 2 < from.length ? Character.digit(from[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(from[i + 2], 16);
            if (low < 0) {
                throw new Malformed(kind, "The percent-encoding is broken.");
            }
            to.write(high << 4 | low);
            i += 2;
        }
        return text(to.toByteArray(), kind);
    }

    private static String text(byte[] bytes, Malformed.Kind kind) {
        try {
            return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new Malformed(kind, "The percent-encoding is no UTF-8.");
        }
    }
}
