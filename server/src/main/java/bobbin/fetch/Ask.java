package bobbin.fetch;

import java.io.OutputStream;
import java.util.Map;

/**
 * What is asked of another server.
 *
 * @param to where the body of a successful answer goes
 * @param follows whether redirects are followed
 * @param reading how much of the answer's body is wanted
 * @param keeps whether the connection stays open for a moment, because the same server is asked again and again
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, and nobody here changes it
record Ask(
        String method,
        Map<String, String> headers,
        byte[] body,
        Bounds bounds,
        OutputStream to,
        boolean follows,
        Reading reading,
        boolean keeps) {

    /** How much of the body of an answer is read. */
    enum Reading {
        /** All of a successful answer; more than the bounds allow is a failure. */
        WHOLE,
        /** What comes first of any answer, as far as the bounds allow; the rest is left. */
        BEGINNING
    }
}
