package bobbin;

import bobbin.base.Id;
import bobbin.card.Cards;
import bobbin.card.Tallies;
import bobbin.card.Tally;
import bobbin.embed.Embeds;
import bobbin.limit.EmbedLimits;
import bobbin.search.Engagement;
import java.util.HashMap;
import java.util.Map;

/** Posts on pages, here and on other sites. */
final class Showing {
    final Cards cards;
    final Embeds embeds;
    final EmbedLimits embedLimits;

    Showing(Tools tools, Settings settings, People people, Reading reading, Attention attention) {
        cards = new Cards(
                new Cards.Sources(
                        tools.database,
                        reading.posts,
                        reading.mentioning,
                        people.accounts,
                        reading.places,
                        attention.votes,
                        tallies(attention.engagement),
                        reading.previews),
                settings.posts());
        embeds = new Embeds(reading.posts, reading.conversations, people.accounts);
        embedLimits = new EmbedLimits(settings.limits(), tools.time);
    }

    /** What is counted for searching is what cards show. */
    private static Tallies tallies(Engagement engagement) {
        return (tx, posts) -> {
            Map<Id, Tally> tallies = new HashMap<>();
            engagement
                    .with(tx, posts)
                    .forEach((post, counts) -> tallies.put(
                            post, new Tally(counts.likes(), counts.replies(), counts.reposts(), counts.quotes())));
            return tallies;
        };
    }
}
