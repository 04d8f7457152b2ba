package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Id;
import bobbin.webhook.Delivery;
import bobbin.webhook.Field;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody's app is told of a post that the person may not see (15 §15.5, §15.6, §15.12). */
class WebhookSightTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HookTown town = new HookTown(fixture);
    private final Id ann = town.person("ann");
    private final Id bob = town.person("bob");
    private final Id cleo = town.person("cleo");

    @BeforeEach
    void subscribe() {
        List.of("ann", "bob", "cleo").forEach(town::token);
        town.subscribe(Field.REPLIES, Field.MENTIONS);
    }

    @AfterEach
    void close() {
        town.close();
    }

    /** The fields that were sent, each with whom or which post it is about. */
    private List<String> told() {
        return town.told().stream()
                .map(told -> told.field() + " " + told.json().text("target_id").orElseThrow())
                .toList();
    }

    private boolean canRead(String name, String post) {
        return town.call("GET", "/" + post, town.token(name)).status() == 200;
    }

    @Test
    void tellsNobodyElseOfAReplyToAGhost() {
        String ghost = town.post("ann", "Boo", "is_ghost_post", "true");
        String reply = town.post("bob", "Between us, @cleo", "reply_to_id", ghost);

        assertThat(canRead("cleo", reply)).isFalse();
        assertThat(told()).isEmpty();
    }

    @Test
    void tellsOnlyTheOwnerOfAReplyBySomebodyRestricted() {
        String root = town.post("ann", "Well?");
        String first = town.post("cleo", "Hm", "reply_to_id", root);
        told();
        town.parts.people.relations.restrict(ann, bob);
        String reply = town.post("bob", "Listen, @ann and @cleo", "reply_to_id", first);

        assertThat(canRead("ann", reply)).isTrue();
        assertThat(canRead("cleo", reply)).isFalse();
        assertThat(told()).containsExactlyInAnyOrder("replies " + root, "mentions " + town.scoped("ann"));
    }

    @Test
    void passesOverTheOwnersAboveWhoBlockOrAreBlocked() {
        String root = town.post("ann", "Well?");
        String first = town.post("bob", "Hm", "reply_to_id", root);
        told();
        town.parts.people.relations.block(bob, cleo);
        String reply = town.post("cleo", "And?", "reply_to_id", root);
        assertThat(told()).containsExactly("replies " + root);

        town.parts.people.relations.unblock(bob, cleo);
        String second = town.post("ann", "So?", "reply_to_id", first);
        told();
        town.parts.people.relations.block(bob, cleo);
        String last = town.post("cleo", "So what", "reply_to_id", second);
        assertThat(canRead("bob", last)).isFalse();
        assertThat(canRead("ann", reply)).isTrue();
        assertThat(told()).containsExactly("replies " + second);
    }

    @Test
    void tellsOfMentionsWhereTheyCanBeSeen() {
        String gated = town.post("ann", "Only there, @bob", "allowlisted_country_codes", "JP");
        assertThat(canRead("bob", gated)).isFalse();
        assertThat(told()).isEmpty();

        town.post("ann", "Boo, @bob", "is_ghost_post", "true");
        assertThat(told()).as("15 §15.12").containsExactly("mentions " + town.scoped("bob"));
        town.post("ann", "Everywhere, @bob");
        assertThat(told()).containsExactly("mentions " + town.scoped("bob"));
    }

    /** What waits for a receiver that is away, until after the two have fallen out. */
    @Test
    void dropsWhatMayNoMoreBeSeen() {
        town.hook.answering(500, "").answering(500, "");
        town.post("ann", "You, @bob");
        told();
        town.parts.people.relations.block(ann, bob);
        int before = town.hook.received.size();
        fixture.time.pass(Duration.ofMinutes(2));
        town.told();

        assertThat(town.hook.received).hasSize(before);
        Delivery delivery = town.log().getFirst();
        assertThat(delivery.state()).isEqualTo(Delivery.State.DROPPED);
        assertThat(delivery.last().answer()).isEqualTo("dropped: the person may not see the post any more");
    }
}
