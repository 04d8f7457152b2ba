package bobbin.fetch;

/** How asking another server ended. */
public enum Verdict {
    /** It has answered, with whatever status. */
    ANSWERED("it answered"),
    /** It sent us elsewhere. */
    REDIRECTED("it leads elsewhere"),
    /** Not http or https, without a host, or with a user name in it; or it sent us to such an address. */
    BAD_ADDRESS("that is no address of the web"),
    UNKNOWN_HOST("there is no host of that name"),
    /** The name leads to no address of the public internet. */
    FORBIDDEN_ADDRESS("the address is not on the public internet"),
    /** Not one of the ports of the web. */
    FORBIDDEN_PORT("the port is not one of the web"),
    /** Nobody there takes the connection. */
    UNREACHABLE("nobody there takes the connection"),
    /** Its certificate is not valid, or not for its name. */
    UNTRUSTED("its certificate is not valid"),
    /** The connection, its encryption or the answer is broken. */
    BROKEN("the connection broke off"),
    TOO_LATE("it took too long"),
    TOO_LARGE("the answer is too large"),
    TOO_MANY_REDIRECTS("it leads elsewhere too often");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** The same for those who run the other server: half a sentence. */
    public String words() {
        return words;
    }
}
