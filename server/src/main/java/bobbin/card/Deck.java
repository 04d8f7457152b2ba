package bobbin.card;

import bobbin.account.Account;
import bobbin.account.Pictures;
import bobbin.base.Id;
import bobbin.card.Ballot.Voter;
import bobbin.card.Card.Answered;
import bobbin.card.Card.LongRead;
import bobbin.card.Card.Quoted;
import bobbin.location.Place;
import bobbin.media.Media;
import bobbin.post.Content;
import bobbin.post.Gif;
import bobbin.post.LongText;
import bobbin.post.Onlooker;
import bobbin.post.Passage;
import bobbin.post.Passages;
import bobbin.post.Poll;
import bobbin.post.Post;
import bobbin.post.PostSettings;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The cards of one page for one viewer, made of what is known. */
final class Deck {
    private final PostSettings settings;
    private final Onlooker viewer;
    private final Facts facts;
    private final Map<Id, Post> near;
    private final String media;
    private final Counted counted;

    /** @param near the posts that others quote, show again or answer and that the viewer may see */
    Deck(Cards cards, Onlooker viewer, Facts facts, Map<Id, Post> near, String media, Counted counted) {
        this.settings = cards.settings;
        this.viewer = viewer;
        this.facts = facts;
        this.near = near;
        this.media = media;
        this.counted = counted;
    }

    /** Of a repost that of its original; empty if the viewer may not see that, or if the author was removed a moment ago. */
    Optional<Card> card(Post post) {
        return post.content()
                .references()
                .reposted()
                .map(id -> Optional.ofNullable(near.get(id))
                        .flatMap(original -> card(original, true))
                        .flatMap(card -> person(post.author()).map(by -> card.repostedBy(byline(by)))))
                .orElseGet(() -> card(post, true));
    }

    private Optional<Card> card(Post post, boolean withQuote) {
        Content content = post.content();
        return person(post.author())
                .map(author -> new Card(
                        post,
                        Optional.empty(),
                        byline(author),
                        leading(
                                post,
                                Passages.of(
                                        content,
                                        facts.mentioned().getOrDefault(post.id(), Map.of()),
                                        settings.offsetUnit())),
                        visuals(post),
                        gif(content),
                        post.poll().map(poll -> ballot(post, poll)),
                        longRead(post),
                        content.references()
                                .place()
                                .flatMap(
                                        id -> Optional.ofNullable(facts.places().get(id)))
                                .map(Place::name),
                        content.references().repliedTo().map(this::answered),
                        content.references().quoted().filter(_ -> withQuote).map(this::quoted),
                        link(post),
                        facts.tallies().getOrDefault(post.id(), Tally.NONE),
                        post.archivedAt().isEmpty() || isOwn(post),
                        post.isArchivedAt(facts.now()),
                        counted.token(post.id(), !withQuote)));
    }

    private Outbound outbound(Post post, String url) {
        return Outbound.of(url, to -> counted.link(post.id(), to));
    }

    /** The same pieces, whose links are counted for this post. */
    private List<Passage> leading(Post post, List<Passage> pieces) {
        return pieces.stream()
                .map(piece ->
                        piece.kind() == Passage.Kind.LINK ? piece.to(counted.link(post.id(), piece.target())) : piece)
                .toList();
    }

    private Byline byline(Account author) {
        return new Byline(author.username(), author.shownName(), media + Pictures.path(author), author.isVerified());
    }

    private List<Visual> visuals(Post post) {
        List<Id> children = post.content().visuals().children();
        Stream<Post> shown = children.isEmpty()
                ? Stream.of(post)
                : children.stream().map(facts.items()::get).filter(Objects::nonNull);
        return shown.flatMap(item -> visual(item).stream()).toList();
    }

    private Optional<Visual> visual(Post item) {
        Optional<Media> file = item.content()
                .visuals()
                .media()
                .flatMap(id -> Optional.ofNullable(facts.media().get(id)));
        return file.flatMap(Media::path).map(path -> {
            boolean video = file.get().kind() == Media.Kind.VIDEO;
            return new Visual(
                    video,
                    media + path,
                    (video ? file.get().thumbnailPath() : file.get().path()).map(still -> media + still),
                    item.content().visuals().altText().orElse(""),
                    file.get().width().orElse(0),
                    file.get().height().orElse(0));
        });
    }

    private Optional<Visual> gif(Content content) {
        return content.attachment()
                .filter(Gif.class::isInstance)
                .map(Gif.class::cast)
                .map(settings.gifs()::url)
                .map(url -> url.startsWith("/") ? media + url : url)
                .map(url -> new Visual(false, url, Optional.of(url), "A moving picture", 0, 0));
    }

    private Ballot ballot(Post post, Poll poll) {
        return Ballot.of(
                poll,
                facts.votes().getOrDefault(post.id(), List.of()),
                Optional.ofNullable(facts.choices().get(post.id())),
                isOwn(post) ? Voter.AUTHOR : viewer.account().isPresent() ? Voter.OTHER : Voter.STRANGER,
                post.publishedAt().plus(settings.polls()),
                facts.now());
    }

    private Optional<LongRead> longRead(Post post) {
        return post.content()
                .attachment()
                .filter(LongText.class::isInstance)
                .map(LongText.class::cast)
                .map(text -> new LongRead(
                        leading(post, Passages.of(text, settings.offsetUnit())),
                        text.link().map(url -> outbound(post, url))));
    }

    /** Where its card leads, with what is known of the page there. */
    private Optional<Outbound> link(Post post) {
        return post.content()
                .link()
                .map(url -> outbound(post, url))
                .map(link -> Optional.ofNullable(facts.previews().get(post.id()))
                        .map(preview -> link.showing(preview, media))
                        .orElse(link));
    }

    private Answered answered(Id id) {
        return Optional.ofNullable(near.get(id))
                .flatMap(post -> card(post, false))
                .map(card -> new Answered(card.author().username(), card.path()))
                .orElse(new Answered("", ""));
    }

    private Quoted quoted(Id id) {
        return new Quoted(Optional.ofNullable(near.get(id)).flatMap(post -> card(post, false)));
    }

    private boolean isOwn(Post post) {
        return viewer.account().filter(post.author()::equals).isPresent();
    }

    private Optional<Account> person(Id id) {
        return Optional.ofNullable(facts.people().get(id));
    }
}
