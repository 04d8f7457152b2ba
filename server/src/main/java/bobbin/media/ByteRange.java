package bobbin.media;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a file that a client asks for (RFC 9110 §14). Of several parts at once we answer with the whole, as one may.
 *
 * @param first offset of its first byte
 * @param length at least 1
 */
record ByteRange(long first, long length) {
    private static final Pattern FORM = Pattern.compile("bytes=\\s*([0-9]{0,18})-([0-9]{0,18})\\s*");

    /** Whether the header asks for one part, in words that we understand. */
    static boolean isOne(String header) {
        Matcher form = FORM.matcher(header);
        return form.matches() && !(form.group(1).isEmpty() && form.group(2).isEmpty());
    }

    /** The part, of a file this long; empty if no byte of the file is in it. */
    static Optional<ByteRange> of(String header, long size) {
        Matcher form = FORM.matcher(header);
        if (!form.matches()) {
            return Optional.empty();
        }
        if (form.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(form.group(2)), size);
            return last > 0 ? Optional.of(new ByteRange(size - last, last)) : Optional.empty();
        }
        long first = Long.parseLong(form.group(1));
        long end = form.group(2).isEmpty() ? size : Math.min(size, Long.parseLong(form.group(2)) + 1);
        return first < end ? Optional.of(new ByteRange(first, end - first)) : Optional.empty();
    }

    /** The header that tells which part of a file this long it is. */
    String contentRange(long size) {
        return "bytes %d-%d/%d".formatted(first, first + length - 1, size);
    }
}
