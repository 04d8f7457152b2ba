package bobbin.insight;

import java.util.Optional;
import java.util.regex.Pattern;

/** Programs that look at pages for nobody: they are served, and not counted (15 §15.11). */
final class Bots {
    /** What search engines, link previews, monitors and libraries call themselves. */
    private static final Pattern NAMES = Pattern.compile(
            "bot\\b|bot/|crawl|spider|slurp|preview|facebookexternalhit|facebookcatalog|whatsapp|telegram|embedly|"
                    + "iframely|vkshare|pinterest/|skypeuri|headless|lighthouse|monitor|pingdom|uptime|archiver|"
                    + "mastodon/|pleroma|misskey|^(curl|wget|python|java|go-http|okhttp|axios|node|ruby|perl|php|libwww)",
            Pattern.CASE_INSENSITIVE);

    private Bots() {}

    /** Whether what looks is known to be no person; who does not say what it is, is none. */
    static boolean isOne(Optional<String> browser) {
        return browser.filter(name -> !name.isBlank())
                .map(name -> NAMES.matcher(name).find())
                .orElse(true);
    }
}
