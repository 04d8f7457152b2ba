package bobbin.video;

import static bobbin.video.Boxes.join;
import static bobbin.video.Boxes.u8;

import bobbin.Fuzz;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/**
 * Decoding a picture of H.264, on the calling thread and without a deadline. An input is the two headers of a stream, each behind a byte
 * with its length, and then a sample whose packets have lengths of two bytes.
 */
final class KeyPictureFuzz implements Fuzz {
    /** The largest picture takes 40 MiB; the decoder asks for the same small things again for every macroblock. */
    private static final long CHURN = 512L << 20;

    private static final int LENGTH_BYTES = 2;

    /** Found once: a header of 4:4:4 that the library misread, and then counted to a thousand million. */
    private static final String MISREAD =
            "GmdkAAusdhHnLF3X1UKoAwAQlgAAAAAAAACv4+csXdfVQqih5wEB//////////8BAAAA/////////2D////////////////////3//"
                    + "+hEKA58RXPpCtIKgTpZUOJLF99r/Or/MQEf9eIRzc=";

    @Override
    public List<byte[]> seeds() {
        Stream<byte[]> clips = Stream.of(Specimens.small().bytes(), Specimens.resource(Specimens.HIGH))
                .flatMap(file -> inputs(file).stream());
        return Stream.concat(clips, Stream.of(Base64.getDecoder().decode(MISREAD)))
                .toList();
    }

    @Override
    public void feed(byte[] input) {
        ByteBuffer bytes = ByteBuffer.wrap(input);
        List<byte[]> headers = new ArrayList<>();
        for (int i = 0; i < 2 && bytes.hasRemaining(); i++) {
            byte[] unit = new byte[Math.min(bytes.get() & 0xff, bytes.remaining())];
            bytes.get(unit);
            if (unit.length > 0) {
                headers.add(unit);
            }
        }
        byte[] sample = new byte[bytes.remaining()];
        bytes.get(sample);
        try {
            Planes planes = KeyPicture.decode(new AvcConfig(LENGTH_BYTES, headers), sample);
            planes.isBlank();
            planes.colour(0, 0, planes.width(), planes.height());
        } catch (RuntimeException e) {
            // The library throws what it likes; whoever calls draws a placeholder then.
        }
    }

    @Override
    public long mostBytes() {
        return CHURN;
    }

    @Override
    public List<String> watched() {
        return List.of("org.jcodec.codecs.h264", "org.jcodec.codecs.common.biari");
    }

    /** The key frames of a file. */
    private static List<byte[]> inputs(byte[] file) {
        Source source = new Source(new InMemory(file));
        Movie movie = Movie.read(source);
        byte[] head = movie.avc().orElseThrow().units().stream()
                .map(unit -> join(u8(unit.length), unit))
                .reduce(new byte[0], Boxes::join);
        return movie.keyFrames().stream()
                .map(frame -> join(head, shortLengths(source.bytes(frame.offset(), (int) frame.bytes()))))
                .toList();
    }

    private static byte[] shortLengths(byte[] sample) {
        ByteBuffer from = ByteBuffer.wrap(sample);
        byte[] result = {};
        while (from.hasRemaining()) {
            byte[] unit = new byte[from.getInt()];
            from.get(unit);
            result = join(result, Boxes.u16(unit.length), unit);
        }
        return result;
    }
}
