package bobbin.fetch;

/** How asking another server ended. */
public enum Verdict {
    /** It has answered, with whatever status. */
    ANSWERED,
    /** It sent us elsewhere. */
    REDIRECTED,
    /** Not http or https, without a host, or with a user name in it; or it sent us to such an address. */
    BAD_ADDRESS,
    UNKNOWN_HOST,
    /** The name leads to no address of the public internet. */
    FORBIDDEN_ADDRESS,
    /** Not one of the ports of the web. */
    FORBIDDEN_PORT,
    /** Nobody there takes the connection. */
    UNREACHABLE,
    /** Its certificate is not valid, or not for its name. */
    UNTRUSTED,
    /** The connection, its encryption or the answer is broken. */
    BROKEN,
    TOO_LATE,
    TOO_LARGE,
    TOO_MANY_REDIRECTS
}
