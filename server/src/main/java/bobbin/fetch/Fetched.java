package bobbin.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** The answer of another server, whatever its status. */
public final class Fetched {
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final List<Hop> hops;

    Fetched(int status, String contentType, byte[] body, List<Hop> hops) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.hops = List.copyOf(hops);
    }

    public int status() {
        return status;
    }

    /** 200 to 299. */
    public boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** What the other side says it is, which proves nothing; empty if it says nothing. */
    public String contentType() {
        return contentType;
    }

    /** Empty if it was written elsewhere. */
    public byte[] body() {
        return body.clone();
    }

    public String bodyText() {
        return new String(body, UTF_8);
    }

    /** The way there, one entry for each server asked. */
    public List<Hop> hops() {
        return hops;
    }
}
