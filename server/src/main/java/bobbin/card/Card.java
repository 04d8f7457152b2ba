package bobbin.card;

import bobbin.base.Characters;
import bobbin.post.Lifetime;
import bobbin.post.Passage;
import bobbin.post.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A post as a page shows it to somebody.
 *
 * @param post what is shown: of a repost, its original
 * @param reposter who showed it again, if it is a repost
 * @param text in pieces; none if it has no text
 * @param visuals images and videos, in order
 * @param gif the address of its moving picture
 * @param place the name of where it was written
 * @param answered what it answers, if it is a reply
 * @param quoted what it quotes; a quoted post shows no quote of its own
 * @param link where the card below it leads
 * @param tally what others did with it
 * @param counted whether the viewer is told how many did so; of a ghost post of somebody else only that some did (15 §15.12)
 * @param archived whether it is a ghost post past its time
 * @param seen what its element carries so that looking at it counts; empty if it does not
 */
public record Card(
        Post post,
        Optional<Byline> reposter,
        Byline author,
        List<Passage> text,
        List<Visual> visuals,
        Optional<Visual> gif,
        Optional<Ballot> poll,
        Optional<LongRead> longRead,
        Optional<String> place,
        Optional<Answered> answered,
        Optional<Quoted> quoted,
        Optional<Outbound> link,
        Tally tally,
        boolean counted,
        boolean archived,
        String seen) {
    private static final int SUMMARY = 200;

    public Card {
        text = List.copyOf(text);
        visuals = List.copyOf(visuals);
    }

    /** The long text below the short one. */
    public record LongRead(List<Passage> text, Optional<Outbound> link) {
        public LongRead {
            text = List.copyOf(text);
        }
    }

    /** The post that this one answers, if the viewer may see it; both empty if not. */
    public record Answered(String username, String path) {
        public boolean isThere() {
            return !path.isEmpty();
        }
    }

    /** The post that this one quotes; without a card if the viewer may not see it. */
    public record Quoted(Optional<Card> card) {}

    /** The same where what it quotes may not be shown. */
    public Card withoutItsQuote() {
        return with(reposter, quoted.map(_ -> new Quoted(Optional.empty())));
    }

    /** The same as somebody shows it again. */
    Card repostedBy(Byline somebody) {
        return with(Optional.of(somebody), quoted);
    }

    private Card with(Optional<Byline> by, Optional<Quoted> quote) {
        return new Card(
                post, by, author, text, visuals, gif, poll, longRead, place, answered, quote, link, tally, counted,
                archived, seen);
    }

    /** Its page, in the one form that all others lead to. */
    public String path() {
        return author.path() + "/post/" + post.shortcode();
    }

    public Instant at() {
        return post.publishedAt();
    }

    public boolean isGhost() {
        return post.content().lifetime() == Lifetime.GHOST;
    }

    /** Whether its images and videos must be uncovered. */
    public boolean hidesVisuals() {
        return post.content().visuals().spoiler();
    }

    /** The topic, unless the text already shows it. */
    public Optional<String> topic() {
        return post.content().topic().filter(_ -> text.stream().noneMatch(piece -> piece.kind() == Passage.Kind.TOPIC));
    }

    /** What a preview says of it: its text without what is hidden, at most 200 characters. */
    public String summary() {
        String words = text.stream()
                .map(piece -> piece.hidden() ? "…" : piece.text())
                .collect(Collectors.joining())
                .replaceAll("\\s+", " ")
                .strip();
        return Characters.shortened(SUMMARY, words);
    }

    /** The picture that a preview shows: the first that is not hidden. */
    public Optional<String> preview() {
        return Stream.concat(visuals.stream(), gif.stream())
                .filter(_ -> !hidesVisuals())
                .flatMap(visual -> visual.still().stream())
                .findFirst();
    }

    /** Moving pictures of others on this card: the page must say that it shows them. */
    public Stream<String> foreignImages() {
        return Stream.concat(
                gif.stream().map(Visual::url),
                quoted.flatMap(Quoted::card).stream().flatMap(Card::foreignImages));
    }
}
