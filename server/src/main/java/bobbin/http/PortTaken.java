package bobbin.http;

/** Says that a port of ours cannot be listened on, as a rule because another process does. */
public final class PortTaken extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int port;

    PortTaken(String host, int port, Throwable cause) {
        super("Port %d of %s cannot be had: %s".formatted(port, host, cause.getMessage()), cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
