package bobbin.graph;

import org.slf4j.MDC;

/** What becomes known of a call while it is answered: stands in every line of the log about it, and in its metrics. */
final class Trail {
    private Trail() {}

    static void admitted(Viewer viewer) {
        MDC.put("app", viewer.app().toString());
        viewer.account().ifPresent(account -> MDC.put("user", account.toString()));
    }

    static void found(Edge edge) {
        MDC.put("edge", edge.signature());
    }

    static void refused(int code) {
        MDC.put("code", Integer.toString(code));
    }
}
