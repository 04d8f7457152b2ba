package bobbin.search;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.app.Actor;
import bobbin.app.Role;
import bobbin.app.Roles;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.post.Town;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** {@code GET /{user}/mentions}: 08 §8.5, 08 §8.9. */
class MentionGraphTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Fair fair = new Fair(fixture);
    private final Id ann = fair.town.ann();
    private final Id bob = fair.town.bob();
    private final GraphClient client = fair.client(ann);

    @Test
    void listsWhereOthersMentionOne() {
        String first = fair.post(bob, "Hello @ann, and @ann again");
        fair.post(bob, "Hello ann@example.net");
        fair.post(ann, "I am @ann");
        fair.post(bob, "text", "Hello", "text_attachment", "{\"plaintext\":\"@ann\"}");
        String second = fair.post(bob, "text", "Look, @Ann.", "quote_post_id", first);

        assertThat(client.get("/me/mentions", "fields", "id,username,owner", "limit", "1")
                        .text())
                .startsWith("{\"data\":[{\"id\":\"" + second + "\",\"username\":\"bob\"}],\"paging\":{\"cursors\":");
        assertThat(mentions()).containsExactly(second, first);
        assertThat(mentions("since", Long.toString(fixture.time.instant().getEpochSecond())))
                .containsExactly(second);
        assertThat(Fair.ids(fair.client(bob).get("/me/mentions"))).isEmpty();
        assertThat(client.get("/" + GraphClient.SCOPED_ID + "/mentions").has("/data/1"))
                .isTrue();
        assertThat(fair.client(bob).get("/me/mentions").text()).isEqualTo("{\"data\":[]}");
    }

    @Test
    void keepsBackWhatIsNotForEverybody() {
        Id eve = fair.town.person("eve");
        String bobs = fair.post(bob, "@ann");
        fair.post(bob, "text", "@ann", "is_ghost_post", "true");
        String eves = fair.post(eve, "@ann");
        assertThat(mentions()).containsExactly(eves, bobs);

        fair.town.relations.follow(ann, eve);
        fair.town.accounts.makePrivate(eve);
        assertThat(mentions()).containsExactly(bobs);
        fair.town.accounts.makePublic(eve);
        assertThat(mentions()).containsExactly(eves, bobs);
        fair.town.relations.restrict(ann, bob);
        assertThat(mentions()).containsExactly(eves);
        fair.town.relations.block(ann, eve);
        assertThat(mentions()).isEmpty();
        fair.town.relations.unblock(ann, eve);
        fair.client(eve).delete("/" + eves);
        assertThat(mentions()).isEmpty();
    }

    @Test
    void listsRepliesOnceTheyAreApprovedAlsoThoseThatOneHasHidden() {
        String root = fair.post(ann, "text", "Tea?", "enable_reply_approvals", "true");
        String reply = fair.post(bob, "text", "@ann yes", "reply_to_id", root);
        assertThat(mentions()).isEmpty();

        client.post("/" + reply + "/manage_pending_reply", "approve", "true");
        assertThat(mentions()).containsExactly(reply);
        client.post("/" + reply + "/manage_reply", "hide", "true");
        assertThat(mentions()).containsExactly(reply);

        Id eve = fair.town.person("eve");
        String elsewhere = fair.post(eve, "Tea?");
        String hidden = fair.post(bob, "text", "@ann no", "reply_to_id", elsewhere);
        assertThat(mentions()).containsExactly(hidden, reply);
        fair.client(eve).post("/" + hidden + "/manage_reply", "hide", "true");
        assertThat(mentions()).containsExactly(reply);
    }

    @Test
    void listsOnlyTestersWithStandardAccess() {
        String post = fair.post(bob, "@ann");
        fair.town.permissions.withdraw(Actor.OPERATOR, fair.town.demo, Scope.MANAGE_MENTIONS);
        assertThat(mentions()).isEmpty();

        Roles roles = new Roles(fixture.database, fair.town.accounts, Town.APPS);
        roles.invite(Actor.OPERATOR, fair.town.demo, "bob", Role.THREADS_TESTER);
        roles.accept(bob, fair.town.demo, Role.THREADS_TESTER);
        assertThat(mentions()).containsExactly(post);
    }

    @Test
    void isOnlyForThoseWhoMaySeeMentionsAndOnlyTheirOwn() {
        assertThat(fair.client(ann, fair.town.demo, Set.of(Scope.BASIC))
                        .get("/me/mentions")
                        .at("/error/code"))
                .isEqualTo("10");
        assertThat(client.get("/" + bob + "/mentions").at("/error/error_subcode"))
                .isEqualTo("33");
    }

    private List<String> mentions(String... parameters) {
        return Fair.ids(client.get("/me/mentions", parameters));
    }
}
