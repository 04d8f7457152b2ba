package bobbin.web;

import bobbin.http.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files that pages need: the stylesheet, the icon and the scripts. The address of each carries a digest of its content, so that browsers may
 * keep it for a year and still see a new one at once.
 */
final class Assets {
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final int DIGEST_LENGTH = 12;

    /** Cut by subject, sent as one: what stands later is stronger. */
    private static final List<String> SHEETS = List.of(
            "base.css", "frame.css", "cards.css", "forms.css", "lists.css", "people.css", "posts.css", "framed.css");

    private final Map<String, Response> byAddress = new HashMap<>();
    private final Map<String, String> addresses = new HashMap<>();

    Assets() {
        add("bobbin.css", "text/css; charset=utf-8", SHEETS);
        add("frame.js", "text/javascript; charset=utf-8", List.of("frame.js"));
        add("bobbin.svg", "image/svg+xml", List.of("bobbin.svg"));
        add("seen.js", "text/javascript; charset=utf-8", List.of("seen.js"));
    }

    /** The path of a file of ours. */
    String address(String name) {
        String address = addresses.get(name);
        if (address == null) {
            throw new IllegalArgumentException("No such file: " + name);
        }
        return "/assets/" + address;
    }

    Optional<Response> find(String address) {
        return Optional.ofNullable(byAddress.get(address));
    }

    private void add(String name, String type, List<String> files) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        files.forEach(file -> all.writeBytes(content(file)));
        byte[] bytes = all.toByteArray();
        int dot = name.lastIndexOf('.');
        String address = name.substring(0, dot) + "-" + digest(bytes) + name.substring(dot);
        addresses.put(name, address);
        byAddress.put(address, Response.bytes(200, type, bytes).with("Cache-Control", FOREVER));
    }

    private static byte[] content(String file) {
        try (InputStream in = Assets.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: " + file);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, DIGEST_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
