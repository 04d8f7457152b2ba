package bobbin;

import bobbin.http.HttpSettings;
import bobbin.http.Request;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells for which role a call is meant: by its host where the roles have hosts of their own, otherwise by its path. No path
 * collides: the web has those that its pages declare, so have the files, and the API has all others (01 §1). Files are found on every
 * host, because where none is configured for them their links have that of the request.
 */
final class Hosts {
    private final Optional<String> graph;
    private final Optional<String> web;
    private final Optional<String> media;
    private final Predicate<Request> isPage;
    private final Predicate<Request> isFile;

    Hosts(HttpSettings settings, Predicate<Request> isPage, Predicate<Request> isFile) {
        this.graph = host(settings.graph());
        this.web = host(settings.web());
        this.media = host(settings.media())
                .filter(host -> !graph.equals(Optional.of(host)) && !web.equals(Optional.of(host)));
        this.isPage = isPage;
        this.isFile = isFile;
    }

    Role role(Request request) {
        Optional<String> host = Optional.of(request.host().toLowerCase(Locale.ROOT));
        if (host.equals(media) || (isFile.test(request) && !isPage.test(request))) {
            return Role.MEDIA;
        }
        if (!graph.equals(web)) {
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
