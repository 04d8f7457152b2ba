package bobbin.graph;

/** Turns a token into who calls. */
public interface Doorkeeper {

    /**
     * Lets a caller in.
     *
     * @param token as it stood in the request
     * @param params where {@code appsecret_proof} and {@code appsecret_time} may stand (01 §4)
     * @throws bobbin.base.Refusal if the token is not, or no longer, good for anything (03 §7)
     */
    Viewer admit(String token, Params params);
}
