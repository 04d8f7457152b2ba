package bobbin.embed;

import bobbin.base.Id;
import bobbin.card.Counted;
import bobbin.insight.CountPages;
import bobbin.insight.Surface;
import bobbin.web.Visit;
import java.util.function.BiFunction;

/** Has what one page shows counted, for the surface on which it shows it (15 §15.11). The page runs the script that looks. */
record CountedPages(CountPages counts, Surface surface, BiFunction<Id, Surface, String> tokens) implements Counted {
    static final String SCRIPT = "seen.js";

    /** On a page of ours. */
    static Counted on(CountPages counts, Visit visit, Surface surface) {
        visit.withScript(SCRIPT);
        return new CountedPages(counts, surface, (post, where) -> counts.token(visit, post, where));
    }

    /** In a frame on another site, which keeps nothing in the browser (13 §13.4). */
    static Counted framed(CountPages counts, Visit visit) {
        visit.withScript(SCRIPT);
        return new CountedPages(counts, Surface.EMBED, counts::token);
    }

    @Override
    public String token(Id post, boolean quoted) {
        return tokens.apply(post, quoted ? Surface.QUOTED : surface);
    }

    @Override
    public String link(Id post, String url) {
        return counts.link(post, url);
    }
}
