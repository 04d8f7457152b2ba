package bobbin.http;

/** What stands in a request line between method and version. */
record Target(String path, String query) {

    /** {@code /path?query}, or the same after {@code http://name}, as proxies are asked. A fragment, which no client should send, is cut. */
    static Target of(String raw) {
        String target = withoutFragment(raw);
        int scheme = target.startsWith("/") ? -1 : target.indexOf("://");
        if (scheme > 0) {
            int slash = target.indexOf('/', scheme + 3);
            target = slash < 0 ? "/" : target.substring(slash);
        }
        int mark = target.indexOf('?');
        return mark < 0 ? new Target(target, "") : new Target(target.substring(0, mark), target.substring(mark + 1));
    }

    /**
     * Whether it is longer than this call may have it. Texts of attachments may stand in the query of {@code /…/threads} (01 §4), and
     * behind that of the sign-in page stands another whole target, encoded once more.
     */
    boolean tooLong(String method) {
        boolean publishes = method.equals("POST") && (path.endsWith("/threads") || path.endsWith("/threads/"));
        boolean mayBeLong = publishes || path.equals("/login");
        return path.length() + query.length() >= (mayBeLong ? HttpSettings.LONGEST_TARGET : HttpSettings.LONG_TARGET);
    }

    private static String withoutFragment(String raw) {
        int mark = raw.indexOf('#');
        return mark < 0 ? raw : raw.substring(0, mark);
    }
}
