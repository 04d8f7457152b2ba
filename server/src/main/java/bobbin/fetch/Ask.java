package bobbin.fetch;

import java.io.OutputStream;
import java.util.Map;

/**
 * What is asked of another server.
 *
 * @param to where the body of a successful answer goes
 * @param follows whether redirects are followed
 */
@SuppressWarnings("ArrayRecordComponent") // never leaves this package, and nobody here changes it
record Ask(String method, Map<String, String> headers, byte[] body, Bounds bounds, OutputStream to, boolean follows) {}
