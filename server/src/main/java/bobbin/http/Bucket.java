package bobbin.http;

import bobbin.json.Json;
import bobbin.json.Node;
import bobbin.json.Unreadable;

/**
 * All parameters of a call in one bucket, wherever they stood (01 §4): the query, a form of either kind, or a JSON object, on every method.
 * The body wins over the query. What is empty or null counts as not sent; what nobody knows stays and does no harm.
 */
public final class Bucket {
    private Bucket() {}

    /** Refuses with {@link Malformed} what cannot be read. JSON scalars become text, objects and arrays keep their JSON. */
    public static Parameters of(Request request) {
        return request.query().overriddenBy(request.bodyIsJson() ? json(request.bodyText()) : request.form());
    }

    private static Parameters json(String body) {
        Node read;
        try {
            read = Json.parseLoosely(body);
        } catch (Unreadable _) {
            throw new Malformed(Malformed.Kind.JSON, "The body is no JSON that can be read.");
        }
        if (!(read instanceof Node.Members)) {
            throw new Malformed(Malformed.Kind.JSON, "The body is no JSON object.");
        }
        var collected = new Parameters.Collector();
        read.names().forEach(name -> read.text(name).ifPresent(value -> collected.add(name, value)));
        return collected.parameters();
    }
}
