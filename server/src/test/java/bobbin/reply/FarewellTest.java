package bobbin.reply;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.account.AccountEvents;
import bobbin.base.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stays of conversations when somebody is removed (15 §15.17). */
class FarewellTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Salon salon = new Salon(fixture);
    private final AccountEvents events =
            AccountEvents.all(new Farewell(salon.posts), new bobbin.post.Farewell(salon.deletions));
    private final Id ann = salon.town.ann;
    private final Id bob = salon.town.bob;
    private final Id eve = salon.person("eve");
    private final String root = salon.post(ann, "Tea?");
    private final String reply = salon.reply(bob, root, "Always.");
    private final String nested = salon.reply(eve, reply, "Never.");

    @Test
    void keepsWhatOthersSaidBelowTheirReplies() {
        fixture.database.change(tx -> events.removed(tx, bob));

        assertThat(salon.list(ann, "/" + root + "/conversation")).containsExactly(nested);
        assertThat(salon.list(ann, "/" + root + "/replies")).isEmpty();
        assertThat(salon.field(ann, root, "has_replies")).isEqualTo("false");
    }

    @Test
    void takesTheirOwnConversationsAway() {
        fixture.database.change(tx -> events.removed(tx, ann));

        assertThat(salon.list(bob, "/me/replies")).containsExactly(reply);
        assertThat(salon.as(bob).get("/" + reply).status()).isEqualTo(200);
        assertThat(salon.as(bob).get("/" + nested).at("/error/error_subcode")).isEqualTo("33");
        assertThat(rows()).isZero();
    }

    private long rows() {
        return fixture.database.read(
                tx -> tx.query("select count(*) from reply").mapTo(Long.class).one());
    }
}
