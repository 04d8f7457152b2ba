package bobbin.account;

import java.util.List;

/** Says in words which browser a session lives in, from what browsers say of themselves. Good enough to recognise one's own. */
final class Device {
    private record Sign(String mark, String word) {}

    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("SamsungBrowser", "Samsung Internet"),
            new Sign("Firefox/", "Firefox"),
            new Sign("FxiOS", "Firefox"),
            new Sign("Chrome/", "Chrome"),
            new Sign("CriOS", "Chrome"),
            new Sign("Safari/", "Safari"),
            new Sign("curl/", "curl"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Android", "Android"),
            new Sign("Windows", "Windows"),
            new Sign("CrOS", "ChromeOS"),
            new Sign("Mac OS X", "Mac"),
            new Sign("Linux", "Linux"));

    private Device() {}

    /** @param userAgent the header, or empty */
    static String words(String userAgent) {
        String browser = first(BROWSERS, userAgent, "A browser");
        String system = first(SYSTEMS, userAgent, "");
        return system.isEmpty() ? browser : browser + " on " + system;
    }

    private static String first(List<Sign> signs, String userAgent, String otherwise) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.mark()))
                .map(sign -> sign.word())
                .findFirst()
                .orElse(otherwise);
    }
}
