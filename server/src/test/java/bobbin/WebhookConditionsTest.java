package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.app.Actor;
import bobbin.app.App;
import bobbin.app.Role;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.webhook.Field;
import bobbin.webhook.Topic;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When apps are told of something, and when they are not (12 §12.2). */
class WebhookConditionsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final HookTown town = new HookTown(fixture);

    @AfterEach
    void close() {
        town.close();
    }

    /** Moderation tools are there for those replies: sent though the reader would not see them. */
    @Test
    void tellsOfRepliesByThoseWhoAreRestricted() {
        town.token("ann");
        town.subscribe(Field.REPLIES);
        String root = town.post("ann", "Well?");
        town.parts.people.relations.restrict(town.person("ann"), town.person("bob"));
        String reply = town.post("bob", "Hm", "reply_to_id", root);
        assertThat(town.told())
                .extracting(told -> told.value().text("id").orElseThrow())
                .containsExactly(reply);

        town.call("POST", "/" + reply + "/manage_reply", town.token("ann"), "hide", "true");
        town.call("POST", "/" + reply + "/manage_reply", town.token("ann"), "hide", "false");
        assertThat(town.told()).isEmpty();
    }

    /** Receivers pass over them by comparing the names (12 §12.2). */
    @Test
    void tellsPeopleOfTheirOwnReplies() {
        town.token("ann");
        town.subscribe(Field.REPLIES);
        town.post("ann", "More on that", "reply_to_id", town.post("ann", "Well?"));
        Hook.Received told = town.told().getFirst();

        assertThat(told.value().text("username"))
                .isEqualTo(told.value().get("root_post").orElseThrow().text("username"));
    }

    @Test
    void tellsTwiceOfAReplyThatNamesTheOwner() {
        town.token("ann");
        town.subscribe(Field.REPLIES, Field.MENTIONS);
        town.post("bob", "Hm, @ann", "reply_to_id", town.post("ann", "Well?"));

        assertThat(town.told()).extracting(Hook.Received::field).containsExactlyInAnyOrder("replies", "mentions");
    }

    @ParameterizedTest
    @CsvSource({"ann, bob", "bob, ann"})
    void tellsNothingOfMentionsWhereOneHasBlockedTheOther(String who, String whom) {
        town.token("ann");
        town.subscribe(Field.MENTIONS);
        town.parts.people.relations.block(town.person(who), town.person(whom));
        town.post("bob", "You, @ann");

        assertThat(town.told()).isEmpty();
    }

    /** Reposts are published and deleted as posts are; ghosts are published, but nobody deletes them when their time is over. */
    @Test
    void tellsOfRepostsAndGhostsAsOfPosts() {
        town.subscribe(Field.PUBLISH, Field.DELETE);
        String post = town.post("bob", "Hello");
        String token = town.token("ann");
        String repost = town.call("POST", "/" + post + "/repost", token).at("/id");
        town.post("ann", "Boo", "is_ghost_post", "true");
        assertThat(town.told())
                .filteredOn(told -> told.value().text("username").orElseThrow().equals("ann"))
                .extracting(told -> told.value().text("media_type").orElseThrow())
                .containsExactlyInAnyOrder("REPOST_FACADE", "TEXT_POST");
        fixture.time.pass(Duration.ofDays(2));
        assertThat(town.told()).isEmpty();

        assertThat(town.call("DELETE", "/" + repost, token).status()).isEqualTo(200);
        assertThat(town.told())
                .extracting(told -> told.value().text("id").orElseThrow())
                .containsExactly(repost);
    }

    /** What vanishes with something else was deleted by nobody. */
    @Test
    void tellsNothingOfRepliesThatVanishOrOfPeopleWhoLeave() {
        town.subscribe(Field.DELETE);
        town.token("bob");
        String root = town.post("ann", "Well?");
        town.post("bob", "Hm", "reply_to_id", root);
        town.call("DELETE", "/" + root, town.token("ann"));
        assertThat(town.told())
                .extracting(told -> told.value().text("id").orElseThrow())
                .containsExactly(root);

        town.post("bob", "Goodbye");
        town.parts.membership.departures.delete(town.person("bob"));
        assertThat(town.told()).isEmpty();
    }

    @Test // 15 §15.17
    void tellsNothingOfWhatTheOperatorRemoves() {
        town.subscribe(Field.DELETE);
        town.token("ann");
        Id post = Id.parse(town.post("ann", "Buy now")).orElseThrow();

        assertThat(town.parts.writing.deletions.remove(post)).isPresent();
        assertThat(town.parts.writing.deletions.remove(post)).isEmpty();
        assertThat(town.told()).isEmpty();
    }

    @Test
    void tellsNothingToAnAppInDevelopmentOrWithoutAdvancedAccess() {
        town.token("ann");
        town.subscribe(Field.PUBLISH, Field.DELETE);
        town.parts.platform.permissions.withdraw(Actor.OPERATOR, town.demo, Scope.DELETE);
        String post = town.post("ann", "Hello");
        town.call("DELETE", "/" + post, town.token("ann"));
        assertThat(town.told()).extracting(Hook.Received::field).containsExactly("publish");

        town.parts.platform.apps.setMode(Actor.OPERATOR, town.demo, App.Mode.DEVELOPMENT);
        town.parts.platform.roles.invite(Actor.OPERATOR, town.demo, "ann", Role.THREADS_TESTER);
        town.parts.platform.roles.accept(town.person("ann"), town.demo, Role.THREADS_TESTER);
        town.post("ann", "Hello again");
        assertThat(town.told()).isEmpty();
    }

    @Test
    void tellsOnlyWhoIsSubscribed() {
        town.token("ann");
        town.subscribe(Field.PUBLISH);
        town.parts.telling.subscriptions.unsubscribe(
                Actor.OPERATOR, town.demo, Topic.INTERACTION, Set.of(Field.PUBLISH));
        town.post("ann", "Hello @bob");

        assertThat(town.told()).isEmpty();
        assertThat(town.log()).isEmpty();
    }

    /** 12 §12.10 check 10: not before the approval, and then once; the author's own publication at once. */
    @Test
    void tellsOfAReplyWhenItIsApproved() {
        town.subscribe(Field.REPLIES, Field.PUBLISH, Field.MENTIONS);
        town.token("ann");
        town.token("bob");
        String root = town.post("ann", "Well?", "enable_reply_approvals", "true");
        town.told();
        String reply = town.post("bob", "Hm, @ann", "reply_to_id", root);
        assertThat(town.told()).extracting(Hook.Received::field).containsExactly("publish");

        String token = town.token("ann");
        assertThat(town.call("POST", "/" + reply + "/manage_pending_reply", token, "approve", "true")
                        .status())
                .isEqualTo(200);
        assertThat(town.told()).extracting(Hook.Received::field).containsExactlyInAnyOrder("replies", "mentions");
        town.call("POST", "/" + reply + "/manage_pending_reply", token, "approve", "true");
        assertThat(town.told()).isEmpty();
    }

    @Test
    void tellsNothingOfRepliesToGhosts() {
        town.subscribe(Field.REPLIES);
        town.token("ann");
        town.post("bob", "Hm", "reply_to_id", town.post("ann", "Boo", "is_ghost_post", "true"));

        assertThat(town.told()).isEmpty();
    }

    @Test
    void tellsNothingOfMentionsOfOneselfOrByPrivatePeople() {
        town.subscribe(Field.MENTIONS);
        town.token("ann");
        town.post("ann", "I, @ann");
        town.parts.people.accounts.makePrivate(town.person("bob"));
        town.post("bob", "You, @ann");

        assertThat(town.told()).isEmpty();
    }

    /** 12 §12.10 check 4. */
    @Test
    void tellsNothingOfRepliesWhereSomebodyIsPrivate() {
        town.token("ann");
        town.subscribe(Field.REPLIES);
        String root = town.post("ann", "What do you think?");
        town.parts.people.accounts.makePrivate(town.person("bob"));
        town.post("bob", "Hm", "reply_to_id", root);
        assertThat(town.told()).isEmpty();

        town.parts.people.accounts.makePublic(town.person("bob"));
        town.post("bob", "Hm", "reply_to_id", root);
        town.parts.people.accounts.makePrivate(town.person("ann"));
        assertThat(town.told()).isEmpty();
    }

    /** 12 §12.2, 12 §12.10 check 4: one for each install user concerned, each with their own nearest post. */
    @Test
    void tellsEachOwnerAboveAReplyOnce() {
        town.token("ann");
        town.subscribe(Field.REPLIES);
        String root = town.post("ann", "What do you think?");
        String first = town.post("bob", "Good", "reply_to_id", root);
        town.told();
        town.post("ann", "Really?", "reply_to_id", first);

        assertThat(town.told())
                .extracting(told -> told.json().text("target_id").orElseThrow())
                .containsExactlyInAnyOrder(first, root);
    }
}
