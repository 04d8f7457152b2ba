package bobbin.http;

/** Answers requests. Called on a virtual thread of its own connection: it may block, and the MDC is its own. */
@FunctionalInterface
public interface Handler {
    Response answer(Request request);

    /**
     * How many bytes of the body it reads by itself, piece by piece ({@link Request#open}). Asked with the head alone. 0, as nearly always,
     * if it wants the body whole, in memory and within the bounds of {@code http.body_limit} and {@code http.upload_limit}.
     */
    default long streams(Request head) {
        return 0;
    }
}
