package bobbin;

import bobbin.http.HttpSettings;
import bobbin.http.Request;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells for which role a call is meant: by its host where the roles have hosts of their own, otherwise by its path. No path
 * collides: the web has those that its pages declare, the API has all others (01 §1).
 */
final class Hosts {
    private final Optional<String> graph;
    private final Optional<String> web;
    private final Predicate<Request> isPage;

    Hosts(HttpSettings settings, Predicate<Request> isPage) {
        this.graph = host(settings.graph());
        this.web = host(settings.web());
        this.isPage = isPage;
    }

    Role role(Request request) {
        if (!graph.equals(web)) {
            Optional<String> host = Optional.of(request.host().toLowerCase(Locale.ROOT));
            if (host.equals(graph)) {
                return Role.GRAPH;
            }
            if (host.equals(web)) {
                return Role.WEB;
            }
        }
        return isPage.test(request) && !isBatch(request) ? Role.WEB : Role.GRAPH;
    }

    /** Where the pages begin, clients send batches; they are told that there are none (01 §11). */
    private static boolean isBatch(Request request) {
        return request.path().equals("/")
                && (!request.method().equals("GET") || request.rawQuery().contains("ids="));
    }

    /** As a browser sends it: without the port that goes without saying. */
    private static Optional<String> host(URI base) {
        if (base.getHost() == null) {
            return Optional.empty();
        }
        boolean usual = base.getPort() < 0 || base.getPort() == ("https".equals(base.getScheme()) ? 443 : 80);
        return Optional.of((usual ? base.getHost() : base.getHost() + ":" + base.getPort()).toLowerCase(Locale.ROOT));
    }
}
