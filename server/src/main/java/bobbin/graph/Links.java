package bobbin.graph;

import bobbin.http.Parameters;
import bobbin.http.PublicUrls;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;

/**
 * Links to more of what a call asks for: the same address, version and parameters, except for those that say which part of it is meant
 * (00 decision 10, 07 §7.1.1). A token stays if it was sent as a parameter, so that the link works as it stands (01 §5).
 */
final class Links {
    /** Parameters that say where in a list the page is. */
    private static final Set<String> PLACE = Set.of("limit", "before", "after");
    /** Parameters that say which range of time is meant, and those that stand first in a link to another one. */
    private static final Set<String> SPAN = Set.of("since", "until", "pretty", Credentials.PARAMETER);

    private final PublicUrls urls;

    Links(PublicUrls urls) {
        this.urls = urls;
    }

    /** Where a link to a neighbouring page of a list begins; where it is follows. */
    String page(Call call) {
        return base(call) + call.target().address() + "?" + repeated(call, PLACE);
    }

    /** A link to a neighbouring range of time. It names the account even if the call says {@code me} (11 §11.2). */
    String span(Call call, Map<String, String> times) {
        StringBuilder link = new StringBuilder(base(call) + named(call).address() + "?");
        call.params().text(Credentials.PARAMETER).ifPresent(token -> add(link, Credentials.PARAMETER, token));
        add(link, "pretty", "0");
        link.append(repeated(call, SPAN));
        times.forEach((name, value) -> add(link, name, value));
        return link.substring(0, link.length() - 1);
    }

    private String base(Call call) {
        return urls.graph(call.request());
    }

    private static Target named(Call call) {
        Target target = call.target();
        return target.node().filter(Router.ME::equals).isPresent()
                ? target.at(call.viewer().scopedId().orElse(Router.ME))
                : target;
    }

    /** What the call sent by other names than these, to be followed by more. */
    private static String repeated(Call call, Set<String> without) {
        Parameters sent = call.params().all();
        StringBuilder query = new StringBuilder();
        for (String name : sent.names()) {
            if (!without.contains(name)) {
                sent.all(name).forEach(value -> add(query, name, value));
            }
        }
        return query.toString();
    }

    private static void add(StringBuilder query, String name, String value) {
        query.append(encode(name)).append('=').append(encode(value)).append('&');
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
