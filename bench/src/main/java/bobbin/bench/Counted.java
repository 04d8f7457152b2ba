package bobbin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A post that is looked at on many days, what insights say of it, and looking at it again and again: through the scripting interface. */
final class Counted {
    private static final int VIEWS_A_DAY = 24;
    private static final String METRICS = "views,likes,replies,reposts,quotes,clicks,followers_count";

    private final Bobbin bobbin;
    private final String post;
    private final int port;
    private final String key;
    private final AtomicLong visitors = new AtomicLong();

    /** @param data the folder of the server */
    Counted(Bobbin bobbin, Path data) throws IOException {
        this.bobbin = bobbin;
        this.post = bobbin.fill(1);
        JsonNode script = JsonMapper.shared()
                .readTree(Files.readString(data.resolve("dev.json")))
                .path("script");
        this.port = URI.create(script.path("url").asString()).getPort();
        this.key = script.path("key").asString();
    }

    /** Lets days pass, with a view in each hour. */
    void fill(int days) throws IOException {
        try (Wire wire = new Wire(port)) {
            for (int hour = 0; hour < days * VIEWS_A_DAY; hour++) {
                checked(wire.ping(call("/script/clock", "{\"forward\":\"PT1H\"}")));
                checked(wire.ping(view()));
            }
        }
    }

    /** All that can be asked about a person, for the last 90 days. */
    byte[] request() {
        return Wire.get("/v1.0/me/threads_insights?metric=" + METRICS + "&since=90+days+ago&until=now&access_token="
                + bobbin.token(0));
    }

    /** Somebody new looks, each time. */
    Load.Client looking() {
        return _ -> {
            Wire wire = new Wire(port);
            return new Load.Deed() {
                @Override
                public void once() throws IOException {
                    checked(wire.ping(view()));
                }

                @Override
                public void close() throws IOException {
                    wire.close();
                }
            };
        };
    }

    private byte[] view() {
        return call(
                "/script/acts",
                "{\"act\":\"view\",\"post\":\"%s\",\"visitor\":\"v%d\"}".formatted(post, visitors.getAndIncrement()));
    }

    private byte[] call(String path, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    private static void checked(int status) throws IOException {
        if (status != 200) {
            throw new IOException("Status " + status);
        }
    }
}
