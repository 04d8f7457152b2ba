package bobbin.app;

/**
 * An address to which the authorization window may send people back. Kept exactly as it was entered, and equal to nothing but the
 * same characters: no prefix, wildcard or query is tolerated (02 §2).
 */
public record RedirectUri(String text) {

    /**
     * What a developer typed.
     *
     * @param httpLoopback whether {@code http} is fine on the developer's own machine
     */
    static RedirectUri enter(String typed, boolean httpLoopback) {
        WebAddress.check(typed, httpLoopback);
        return new RedirectUri(typed);
    }

    /** Whether an address from a request is plain {@code http} where that is not allowed: {@code error_code} 1349187 (03 §1.5). */
    public static boolean isInsecure(String text, AppSettings settings) {
        return WebAddress.isInsecure(text, settings.httpLoopback());
    }

    @Override
    public String toString() {
        return text;
    }
}
