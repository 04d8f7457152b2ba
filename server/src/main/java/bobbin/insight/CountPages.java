package bobbin.insight;

import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.http.Parameters;
import bobbin.http.Response;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import bobbin.web.WebProblems;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/**
 * How pages have things counted (15 §15.11): a beacon {@code POST /seen} for views and shares, a redirect {@code GET /l/} for links. Pages that
 * show posts ask for a {@link #token} and for a {@link #link}, and run the script {@code seen.js}.
 */
public final class CountPages implements WebPart {
    /** How many tokens one beacon may carry; what is beyond does not count. */
    private static final int MOST = 100;

    private final Views views;
    private final Clicks clicks;
    private final Shares shares;
    private final Signs signs;

    public CountPages(Gathering gathering, OperatorKey key, InstantSource time) {
        this.views = new Views(gathering);
        this.clicks = new Clicks(gathering);
        this.shares = new Shares(gathering);
        this.signs = new Signs(key, time);
    }

    @Override
    public void declare(Routes routes) {
        routes.beacon("/seen", this::seen).get("/l", this::follow);
    }

    /** The value of the attribute {@code data-seen} of a post on this page; the page then runs the script that looks at it. */
    public String token(Visit visit, Id post, Surface surface) {
        visit.remember();
        return signs.view(post, surface);
    }

    /** The same in a frame on another site, which is the same for everybody and keeps nothing in the browser. */
    public String token(Id post, Surface surface) {
        return signs.view(post, surface);
    }

    /** The path by which visitors follow a link of a post, on the host of our pages. */
    public String link(Id post, String url) {
        return signs.link(post, url);
    }

    /** Counts that somebody shares a post, without a script (15 §15.11). */
    public void share(Visit visit, Id post) {
        watcher(visit).ifPresent(watcher -> shares.share(watcher, post));
    }

    /** Who looks; empty for what is known to be no person, or only fetches ahead. */
    public Optional<Watcher> watcher(Visit visit) {
        if (Bots.isOne(visit.request().header("User-Agent"))
                || isAhead(visit, "Sec-Purpose")
                || isAhead(visit, "Purpose")) {
            return Optional.empty();
        }
        return Optional.of(visit.person()
                .map(person -> Watcher.of(person.account()))
                .orElseGet(() -> Watcher.anonymous(visit.visitor().orElseGet(() -> trace(visit)))));
    }

    private Response seen(Visit visit) {
        Parameters sent = visit.form();
        watcher(visit).ifPresent(watcher -> {
            sent.all("view").stream()
                    .limit(MOST)
                    .map(signs::read)
                    .flatMap(Optional::stream)
                    .forEach(shown -> views.post(watcher, shown.post(), shown.surface()));
            sent.all("share").stream()
                    .limit(MOST)
                    .map(signs::read)
                    .flatMap(Optional::stream)
                    .forEach(shown -> shares.share(watcher, shown.post()));
        });
        return visit.answer(Response.noContent());
    }

    private Response follow(Visit visit) {
        String url = visit.query().get("u").orElse("");
        Id post = signs.post(
                        url,
                        visit.query().get("p").orElse(""),
                        visit.query().get("s").orElse(""))
                .orElseThrow(WebProblems.NOT_FOUND::refuse);
        watcher(visit).ifPresent(_ -> clicks.follow(post, url));
        return visit.away(url);
    }

    /** Within a frame on another site there are no cookies: then the address and the browser must do. */
    private static String trace(Visit visit) {
        return visit.request().remote() + " "
                + visit.request().header("User-Agent").orElse("");
    }

    private static boolean isAhead(Visit visit, String header) {
        return visit.request()
                .header(header)
                .filter(purpose -> purpose.toLowerCase(Locale.ROOT).contains("prefetch"))
                .isPresent();
    }
}
