package bobbin.insight;

import bobbin.base.Id;
import bobbin.base.OperatorKey;
import bobbin.base.Seal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;

/**
 * What pages carry so that only what we have shown is counted, and so that our redirect leads only where a post of ours leads: sealed
 * tokens of posts, and sealed links.
 */
final class Signs {
    private static final String VIEW = "view";
    private static final String LINK = "link";
    /** How long after a page was made its views are still counted. */
    private static final Duration LIFE = Duration.ofDays(1);

    private final Seal seal;
    private final InstantSource time;

    Signs(OperatorKey key, InstantSource time) {
        this.seal = new Seal(key.derive("insight"));
        this.time = time;
    }

    /** That a post was shown somewhere. */
    record Shown(Id post, Surface surface) {}

    /** The token of a post that a page shows. */
    String view(Id post, Surface surface) {
        return seal.close(
                VIEW, "%s %s %d".formatted(post, surface.name(), time.instant().getEpochSecond()));
    }

    /** What a token says; empty if we have not made it, or longer than a day ago. */
    Optional<Shown> read(String token) {
        Instant oldest = time.instant().minus(LIFE);
        return seal.open(VIEW, token)
                .map(text -> text.split(" ", -1))
                .filter(words -> words.length == 3
                        && !Instant.ofEpochSecond(Long.parseLong(words[2])).isBefore(oldest))
                .flatMap(words ->
                        Id.parse(words[0]).flatMap(post -> surface(words[1]).map(surface -> new Shown(post, surface))));
    }

    /** The path by which a link of a post is followed. */
    String link(Id post, String url) {
        return "/l/?u=" + URLEncoder.encode(url, StandardCharsets.UTF_8) + "&p=" + post + "&s="
                + seal.mark(LINK, post + " " + url);
    }

    /** The post, if we have made this link. */
    Optional<Id> post(String url, String post, String mark) {
        return Id.parse(post).filter(id -> seal.holds(LINK, id + " " + url, mark));
    }

    /** A surface that an older version of ours knew may be gone. */
    private static Optional<Surface> surface(String name) {
        return Arrays.stream(Surface.values())
                .filter(each -> each.name().equals(name))
                .findFirst();
    }
}
