package bobbin.http;

/** Answers requests. Called on a virtual thread of its own connection: it may block, and the MDC is its own. */
@FunctionalInterface
public interface Handler {
    Response answer(Request request);
}
