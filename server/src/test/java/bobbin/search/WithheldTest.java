package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.base.Id;
import bobbin.limit.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a search finds for nobody, or not for everybody: 08 §8.1. */
class WithheldTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    /** For a server with other settings. */
    @RegisterExtension
    final Fixture other = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();

    @Test
    void keepsBackWhatIsNotForEverybody() {
        Id eve = fair.town.person("eve");
        fair.post(ann, "secret plum");
        fair.town.relations.follow(bob, ann);
        fair.post(ann, "text", "ghost plum", "is_ghost_post", "true");
        String geo = fair.post(bob, "text", "plum abroad", "allowlisted_country_codes", "FR");
        String plum = fair.post(bob, "plum");
        fair.client(eve).post("/" + plum + "/repost");

        fair.town.accounts.makePrivate(ann);
        assertThat(fair.search(bob, "plum", "search_type", "RECENT")).containsExactly(plum, geo);
        assertThat(fair.search(ann, "plum")).hasSize(2);
        assertThat(fair.search(bob, "plum", "author_username", "ann")).isEmpty();
        fair.town.accounts.makePublic(ann);
        assertThat(fair.search(eve, "plum")).hasSize(2);
        fair.town.relations.block(bob, eve);
        assertThat(fair.search(eve, "plum")).hasSize(1);
        fair.client(bob).delete("/" + plum);
        assertThat(fair.search(bob, "plum", "author_username", "bob")).containsExactly(geo);
    }

    @Test
    void findsRepliesUnlessTheyAreHiddenOrWait() {
        String root = fair.post(ann, "text", "damson", "enable_reply_approvals", "false");
        String reply = fair.post(bob, "text", "a damson reply", "reply_to_id", root);
        Id eve = fair.town.person("eve");
        assertThat(fair.search(eve, "damson reply")).containsExactly(reply);
        assertThat(Fair.answer(fair.client(eve), "damson reply", "fields", "is_reply,root_post")
                        .text())
                .startsWith("{\"data\":[{\"is_reply\":true,\"root_post\":{\"id\":\"" + root + "\"}");

        fair.client(ann).post("/" + reply + "/manage_reply", "hide", "true");
        assertThat(fair.search(eve, "damson reply")).isEmpty();
        assertThat(fair.search(ann, "damson reply")).isEmpty();
        assertThat(fair.search(bob, "damson reply")).containsExactly(reply);

        String strict = fair.post(ann, "text", "damson", "enable_reply_approvals", "true");
        String waiting = fair.post(bob, "text", "waiting damson", "reply_to_id", strict);
        assertThat(fair.search(ann, "waiting")).isEmpty();
        fair.client(ann).post("/" + waiting + "/manage_pending_reply", "approve", "true");
        assertThat(fair.search(eve, "waiting")).containsExactly(waiting);
    }

    @Test
    void findsNothingForSensitiveWords() {
        Fair careful = new Fair(other, Fair.sensitive("Bad Word, worse"));
        careful.post(careful.town.ann(), "a bad word is worse");

        assertThat(careful.search(careful.town.bob(), "bad")).hasSize(1);
        assertThat(careful.search(careful.town.bob(), "a BAD  word is")).isEmpty();
        assertThat(careful.search(careful.town.bob(), "Wörse")).isEmpty();
        assertThat(careful.limits.used(careful.town.bob(), Limit.KEYWORD_SEARCH))
                .isEqualTo(1);
    }

    @Test
    void forgetsAPersonWhoIsRemoved() {
        fair.post(ann, "melon");
        fair.search(ann, "melon");

        fixture.database.change(tx -> new Farewell(fixture.database).removed(tx, ann));

        assertThat(fair.search(bob, "melon")).isEmpty();
        assertThat(fair.history.of(ann)).isEmpty();
    }
}
