package bobbin.embed;

import bobbin.base.Id;
import bobbin.card.Card;
import bobbin.card.Cards;
import bobbin.http.PublicUrls;
import bobbin.http.Response;
import bobbin.insight.CountPages;
import bobbin.post.Onlooker;
import bobbin.templates.StaticTemplates;
import bobbin.web.Routes;
import bobbin.web.Visit;
import bobbin.web.WebPart;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;

/** What other sites load: the script that replaces quoted posts (13 §13.3), and the frame with which it does so (13 §13.4). */
public final class EmbedPages implements WebPart {
    private final Embeds embeds;
    private final Cards cards;
    private final CountPages counts;
    private final EmbedSettings settings;
    private final PublicUrls urls;
    private final StaticTemplates templates = new StaticTemplates();
    private final Response script = script();

    public EmbedPages(Embeds embeds, Cards cards, CountPages counts, EmbedSettings settings, PublicUrls urls) {
        this.counts = counts;
        this.embeds = embeds;
        this.cards = cards;
        this.settings = settings;
        this.urls = urls;
    }

    @Override
    public void declare(Routes routes) {
        routes.get("/embed.js", visit -> visit.answer(script))
                .get("/@{username}/post/{shortcode}/embed", this::frame)
                .get("/t/{shortcode}/embed", this::frame)
                .get("/post/{shortcode}/embed", this::frame);
    }

    /** Never asks who looks: it is the same for everybody. What may not be shown is a card that says so, or the frame were empty. */
    private Response frame(Visit visit) {
        Optional<Card> card = Id.fromShortcode(visit.path("shortcode"))
                .filter(id -> id.is(Id.Kind.POST))
                .flatMap(embeds::find)
                .flatMap(found -> cards.of(
                        Onlooker.STRANGER,
                        found.post(),
                        urls.media(visit.request()),
                        CountedPages.framed(counts, visit)))
                .map(this::withWhatMayBeShown);
        card.stream().flatMap(Card::foreignImages).map(URI::create).forEach(visit::showsImageOf);
        String permalink = urls.web(visit.request()) + card.map(Card::path).orElse("/");
        return visit.framed(templates.embedFrame(visit, card, permalink, settings.providerName()));
    }

    /** A quoted post is on other sites, too. */
    private Card withWhatMayBeShown(Card card) {
        return card.quoted()
                .flatMap(Card.Quoted::card)
                .filter(quoted -> embeds.find(quoted.post().id()).isEmpty())
                .map(_ -> card.withoutItsQuote())
                .orElse(card);
    }

    private static Response script() {
        try (InputStream in = EmbedPages.class.getResourceAsStream("embed.js")) {
            if (in == null) {
                throw new IllegalStateException("Missing from the jar: embed.js");
            }
            return Response.bytes(200, "text/javascript; charset=utf-8", in.readAllBytes())
                    .with("Cache-Control", "public, max-age=3600")
                    .with("Access-Control-Allow-Origin", "*")
                    .with("Cross-Origin-Resource-Policy", "cross-origin");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
