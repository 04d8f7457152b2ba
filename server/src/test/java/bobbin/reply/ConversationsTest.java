package bobbin.reply;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reading replies through the API (10 §10.1 to §10.3, 07 §7.8). */
class ConversationsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Salon salon = new Salon(fixture);
    private final Id ann = salon.town.ann;
    private final Id bob = salon.town.bob;
    private final Id eve = salon.person("eve");
    private final String root = salon.post(ann, "Tea?");
    private final String first = salon.reply(bob, root, "Always.");
    private final String nested = salon.reply(eve, first, "Never.");
    private final String second = salon.reply(eve, root, "Coffee.");
    private final String third = salon.reply(ann, root, "Both.");

    @Test // 10 §10.10.1
    void listsDirectRepliesAndWholeConversations() {
        assertThat(salon.list(ann, "/" + root + "/replies")).containsExactly(third, second, first);
        assertThat(salon.list(ann, "/" + root + "/conversation")).containsExactly(third, second, nested, first);
        assertThat(salon.list(ann, "/" + root + "/conversation", "reverse", "false"))
                .containsExactly(first, nested, second, third);
        assertThat(salon.list(ann, "/" + root + "/replies", "reverse", "false")).containsExactly(first, second, third);
    }

    @Test // 10 §10.10.2
    void beginsWithTheNewestUnlessToldOtherwise() {
        for (String edge : List.of("replies", "conversation")) {
            assertThat(salon.list(ann, "/" + root + "/" + edge))
                    .isEqualTo(salon.list(ann, "/" + root + "/" + edge, "reverse", "true"));
        }
    }

    @Test
    void goesOneLevelDeeperOnAReply() {
        String deeper = salon.reply(bob, nested, "Sometimes.");

        assertThat(salon.list(ann, "/" + first + "/replies")).containsExactly(nested);
        assertThat(salon.list(ann, "/" + first + "/conversation")).containsExactly(deeper, nested);
        assertThat(salon.list(ann, "/" + first + "/conversation", "reverse", "false"))
                .containsExactly(nested, deeper);
        assertThat(salon.list(ann, "/" + second + "/conversation")).isEmpty();
    }

    @Test // 07 §7.1.1
    void walksBothWaysInBothOrders() {
        for (String reverse : List.of("true", "false")) {
            List<String> all = salon.list(ann, "/" + root + "/conversation", "reverse", reverse);
            GraphClient.Answer page = page(reverse);
            for (int i = 0; i < all.size(); i++) {
                assertThat(Salon.ids(page)).containsExactly(all.get(i));
                assertThat(page.has("/paging/next")).isEqualTo(i < all.size() - 1);
                assertThat(page.has("/paging/previous")).isEqualTo(i > 0);
                page = page(reverse, "after", page.at("/paging/cursors/after"));
            }
            assertThat(page.text()).isEqualTo("{\"data\":[]}");
            GraphClient.Answer last = page(reverse, "limit", "4");
            GraphClient.Answer before = page(reverse, "before", last.at("/paging/cursors/after"));
            assertThat(Salon.ids(before)).containsExactly(all.get(2));
            assertThat(before.has("/paging/next")).isTrue();
            assertThat(before.has("/paging/previous")).isTrue();
        }
    }

    @Test
    void takesATimeRange() {
        String since = Long.toString(new Id(Long.parseLong(nested)).time().getEpochSecond());
        String until = Long.toString(new Id(Long.parseLong(second)).time().getEpochSecond());

        assertThat(salon.list(ann, "/" + root + "/conversation", "since", since, "until", until))
                .containsExactly(second, nested);
        assertThat(salon.list(ann, "/" + root + "/conversation", "since", since, "until", until, "reverse", "false"))
                .containsExactly(nested, second);
    }

    @Test // 10 §10.3, 07 §7.3
    void showsTheFieldsOfReplies() {
        GraphClient.Answer answer = salon.as(ann)
                .get(
                        "/" + root + "/conversation",
                        "reverse",
                        "false",
                        "limit",
                        "2",
                        "fields",
                        "is_reply,has_replies,is_reply_owned_by_me,root_post,replied_to,hide_status,owner,is_verified");

        assertThat(answer.text())
                .startsWith(
                        "{\"data\":[{\"is_reply\":true,\"has_replies\":true,\"is_reply_owned_by_me\":false,\"root_post\":{\"id\":\""
                                + root + "\"},\"replied_to\":{\"id\":\"" + root
                                + "\"},\"hide_status\":\"NOT_HUSHED\",\"is_verified\":false,\"id\":\"" + first
                                + "\"},{\"is_reply\":true,\"has_replies\":false,\"is_reply_owned_by_me\":false,\"root_post\":{\"id\":\""
                                + root + "\"},\"replied_to\":{\"id\":\"" + first
                                + "\"},\"hide_status\":\"NOT_HUSHED\",\"id\":\"" + nested + "\"}]");
        assertThat(salon.as(ann)
                        .get("/" + root, "fields", "is_reply,has_replies,root_post,replied_to,is_reply_owned_by_me")
                        .text())
                .isEqualTo("{\"is_reply\":false,\"has_replies\":true,\"id\":\"" + root + "\"}");
    }

    @Test // 10 §10.3.1
    void listsRepliesUnderOwnPostsAndBelowOwnRepliesOnly() {
        GraphClient.Answer refused = salon.as(eve).get("/" + root + "/replies");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.at("/error/code")).isEqualTo("10");
        assertThat(salon.list(bob, "/" + first + "/replies")).containsExactly(nested);
        assertThat(salon.as(bob).get("/" + second + "/replies").at("/error/code"))
                .isEqualTo("10");
    }

    @Test // 10 §10.10.7
    void needsThePermissionToReadReplies() {
        EnumSet<Scope> others = EnumSet.complementOf(EnumSet.of(Scope.READ_REPLIES));

        assertThat(salon.as(ann, others).get("/" + root + "/replies").at("/error/code"))
                .isEqualTo("10");
        assertThat(salon.as(ann, others)
                        .get("/" + first, "fields", "is_reply,root_post,has_replies,hide_status")
                        .text())
                .isEqualTo("{\"id\":\"" + first + "\"}");
        assertThat(Salon.ids(salon.as(eve, others).get("/me/replies"))).containsExactly(second, nested);
    }

    @Test // 07 §7.8
    void listsOnesOwnReplies() {
        GraphClient.Answer own = salon.as(eve)
                .get("/me/replies", "fields", "is_reply,is_reply_owned_by_me,replied_to,owner,hide_status");

        assertThat(own.text())
                .startsWith("{\"data\":[{\"is_reply\":true,\"is_reply_owned_by_me\":true,\"replied_to\":{\"id\":\""
                        + root + "\"},\"id\":\"" + second + "\"},");
        assertThat(Salon.ids(own)).containsExactly(second, nested);
        assertThat(salon.list(eve, "/me/threads")).isEmpty();
    }

    @Test // 10 §10.1
    void keepsWhatStandsBelowADeletedReply() {
        salon.as(bob).delete("/" + first);

        assertThat(salon.list(ann, "/" + root + "/conversation")).containsExactly(third, second, nested);
        assertThat(salon.as(ann)
                        .get("/" + nested, "fields", "root_post,replied_to")
                        .text())
                .isEqualTo("{\"root_post\":{\"id\":\"" + root + "\"},\"id\":\"" + nested + "\"}");
    }

    @Test // 07 §7.8
    void namesNoRootThatCannotBeSeenAnyMore() {
        salon.town.accounts.makePrivate(ann);

        assertThat(salon.as(eve)
                        .get("/me/replies", "fields", "root_post,replied_to", "limit", "1")
                        .text())
                .startsWith("{\"data\":[{\"id\":\"" + second + "\"}]");
    }

    @Test // 07 §7.8, 10 §10.1
    void leavesRepliesToTheirAuthorsWhenTheRootIsDeleted() {
        salon.as(ann).delete("/" + root);

        assertThat(salon.list(eve, "/me/replies")).containsExactly(second, nested);
        assertThat(salon.as(eve)
                        .get("/me/replies", "fields", "is_reply,root_post,replied_to", "limit", "1")
                        .text())
                .startsWith("{\"data\":[{\"is_reply\":true,\"id\":\"" + second + "\"}]");
        assertThat(salon.as(eve).get("/" + nested).status()).isEqualTo(200);
        assertThat(salon.as(ann).get("/" + nested).at("/error/error_subcode")).isEqualTo("33");
        assertThat(salon.as(bob).get("/" + nested).at("/error/error_subcode")).isEqualTo("33");
        assertThat(salon.attempt(eve, "Hello?", "reply_to_id", nested).at("/error/message"))
                .isEqualTo("Param reply_to_id is not a valid threads_media ID");
    }

    @Test // 10 §10.3.1
    void hidesTheNamesOfPrivatePeople() {
        salon.relations.follow(ann, eve);
        salon.town.accounts.makePrivate(eve);

        GraphClient.Answer answer =
                salon.as(ann).get("/" + root + "/replies", "fields", "username,permalink,text", "limit", "2");

        assertThat(answer.at("/data/0/username")).isEqualTo("ann");
        assertThat(answer.at("/data/1/text")).isEqualTo("Coffee.");
        assertThat(answer.has("/data/1/username")).isFalse();
        assertThat(answer.has("/data/1/permalink")).isFalse();
        assertThat(salon.field(eve, second, "username")).isEqualTo("eve");
        salon.relations.unfollow(ann, eve);
        assertThat(salon.list(ann, "/" + root + "/conversation")).containsExactly(third, first);
    }

    @Test // 07 §7.3
    void tellsWhetherThereIsAReplyThatTheCallerCanSee() {
        assertThat(salon.field(ann, first, "has_replies")).isEqualTo("true");
        assertThat(salon.field(ann, second, "has_replies")).isEqualTo("false");
        salon.relations.block(bob, eve);

        assertThat(salon.field(bob, first, "has_replies")).isEqualTo("false");
        assertThat(salon.field(bob, root, "has_replies")).as("by ann").isEqualTo("true");
        salon.as(ann).delete("/" + third);
        assertThat(salon.field(bob, root, "has_replies"))
                .as("by bob, below eve's")
                .isEqualTo("true");
        salon.as(bob).delete("/" + first);
        assertThat(salon.field(bob, root, "has_replies")).isEqualTo("false");
    }

    private GraphClient.Answer page(String reverse, String... more) {
        return salon.as(ann)
                .get(
                        "/" + root + "/conversation",
                        java.util.stream.Stream.concat(
                                        java.util.stream.Stream.of("reverse", reverse, "limit", "1"),
                                        java.util.Arrays.stream(more))
                                .toArray(String[]::new));
    }
}
