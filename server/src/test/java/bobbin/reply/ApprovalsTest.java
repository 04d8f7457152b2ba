package bobbin.reply;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Replies that wait for approval (10 §10.6). */
class ApprovalsTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Salon salon = new Salon(fixture);
    private final Id ann = salon.town.ann;
    private final Id bob = salon.town.bob;
    private final Id eve = salon.person("eve");
    private final String root = salon.post(ann, "Ask me.", "enable_reply_approvals", "true");
    private final String first = salon.reply(bob, root, "May I?");
    private final String second = salon.reply(eve, root, "And I?");

    @Test // 10 §10.10.5
    void showsAReplyWhenItIsApproved() {
        assertThat(replies()).isEmpty();
        assertThat(pending()).containsExactly(second, first);
        assertThat(salon.shown).doesNotContain(id(first), id(second));
        String time = salon.field(bob, first, "timestamp");

        fixture.time.pass(Duration.ofHours(1));
        assertThat(decide(ann, first, "false").text()).isEqualTo("{\"success\":true}");
        assertThat(pending("approval_status", "ignored")).containsExactly(first);
        assertThat(decide(ann, first, "true").text()).isEqualTo("{\"success\":true}");

        assertThat(replies()).containsExactly(first);
        assertThat(pending()).containsExactly(second);
        assertThat(salon.field(ann, first, "timestamp")).isEqualTo(time);
        decide(ann, first, "true");
        assertThat(salon.shown).containsOnlyOnce(id(first)).doesNotContain(id(second));
    }

    @Test // 10 §10.10.6
    void knowsTheTwoWordsInSmallLettersOnly() {
        decide(ann, first, "false");

        assertThat(pending("approval_status", "pending")).containsExactly(second);
        assertThat(pending("approval_status", "ignored")).containsExactly(first);
        assertThat(salon.as(ann)
                        .get("/" + root + "/pending_replies", "approval_status", "PENDING")
                        .at("/error/code"))
                .isEqualTo("100");
    }

    @Test // 10 §10.6
    void tellsHowFarAReplyIs() {
        decide(ann, first, "false");

        assertThat(salon.as(ann)
                        .get(
                                "/" + root + "/pending_replies",
                                "fields",
                                "reply_approval_status,hide_status",
                                "reverse",
                                "false")
                        .text())
                .startsWith("{\"data\":[{\"reply_approval_status\":\"ignored\",\"hide_status\":\"NOT_HUSHED\",\"id\":\""
                        + first + "\"},{\"reply_approval_status\":\"pending\",\"hide_status\":\"NOT_HUSHED\",\"id\":\""
                        + second + "\"}]");
        assertThat(salon.field(bob, first, "reply_approval_status")).isEqualTo("ignored");
        decide(ann, first, "true");
        assertThat(salon.field(bob, first, "reply_approval_status")).isEmpty();
    }

    @Test // 10 §10.6, 15 §15.6
    void showsWhatWaitsToTheTwoConcernedOnly() {
        assertThat(salon.as(ann).get("/" + first).status()).isEqualTo(200);
        assertThat(salon.as(bob).get("/" + first).status()).isEqualTo(200);
        assertThat(salon.as(eve).get("/" + first).at("/error/error_subcode")).isEqualTo("33");
        assertThat(salon.list(bob, "/me/replies")).containsExactly(first);
        assertThat(salon.field(ann, root, "has_replies")).isEqualTo("false");
        for (Id somebody : List.of(ann, bob, eve)) {
            assertThat(salon.attempt(somebody, "x", "reply_to_id", first).at("/error/message"))
                    .isEqualTo("Param reply_to_id is not a valid threads_media ID");
        }

        decide(ann, first, "true");
        assertThat(salon.field(eve, root, "has_replies")).isEqualTo("true");
    }

    @Test // 06 §6: a number that may be anybody's says nothing about who exists
    void answersUnknownNumbersAsMissingObjects() {
        for (String unknown : List.of("0", "999", "18073912352326148")) {
            for (GraphClient.Answer answer : List.of(
                    salon.as(ann).post("/" + unknown + "/manage_pending_reply", "approve", "true"),
                    salon.as(ann).get("/" + unknown + "/pending_replies"),
                    salon.as(ann).get("/" + unknown + "/conversation"))) {
                assertThat(answer.at("/error/error_subcode")).as(unknown).isEqualTo("33");
            }
            assertThat(salon.as(ann).get("/" + unknown + "/likes").at("/error/message"))
                    .isEqualTo("Tried accessing nonexisting field (likes)");
        }
        assertThat(salon.as(ann).post("/me/manage_pending_reply").at("/error/message"))
                .isEqualTo("Tried accessing nonexisting field (manage_pending_reply)");
    }

    @Test // 10 §10.6
    void holdsBackNestedRepliesButNotTheOwners() {
        decide(ann, first, "true");
        String own = salon.reply(ann, first, "Yes.");
        String nested = salon.reply(eve, own, "Thanks.");

        assertThat(salon.list(ann, "/" + root + "/conversation")).containsExactly(own, first);
        assertThat(pending()).containsExactly(nested, second);
        assertThat(salon.shown).contains(id(own));
    }

    @Test // 10 §10.6
    void decidesForTheOwnerOnly() {
        String free = salon.reply(bob, salon.post(ann, "x"), "y");

        assertThat(decide(bob, first, "true").at("/error/code")).isEqualTo("10");
        assertThat(decide(eve, first, "true").at("/error/error_subcode")).isEqualTo("33");
        assertThat(decide(eve, free, "true").at("/error/code")).isEqualTo("10");
        assertThat(salon.as(bob).get("/" + root + "/pending_replies").at("/error/code"))
                .isEqualTo("10");
        assertThat(salon.as(ann).post("/" + first + "/manage_pending_reply").at("/error/message"))
                .isEqualTo("The parameter approve is required");
        assertThat(pending()).containsExactly(second, first);
    }

    @Test // 10 §10.6
    void leavesAloneWhatDoesNotWait() {
        String free = salon.reply(bob, salon.post(ann, "x"), "y");
        decide(ann, first, "true");

        assertThat(decide(ann, free, "true").status()).isEqualTo(200);
        assertThat(decide(ann, free, "false").at("/error/code")).isEqualTo("100");
        assertThat(decide(ann, first, "false").at("/error/code")).isEqualTo("100");
        assertThat(decide(ann, second, "false").status()).isEqualTo(200);
        assertThat(decide(ann, second, "false").status()).isEqualTo(200);
    }

    @Test // 10 §10.6
    void forgetsWhatItsAuthorDeletes() {
        salon.as(bob).delete("/" + first);

        assertThat(pending()).containsExactly(second);
        assertThat(decide(ann, first, "true").at("/error/error_subcode")).isEqualTo("33");
        assertThat(salon.list(ann, "/" + salon.post(ann, "x") + "/pending_replies"))
                .isEmpty();
    }

    private List<String> replies() {
        return salon.list(ann, "/" + root + "/replies");
    }

    private List<String> pending(String... parameters) {
        return salon.list(ann, "/" + root + "/pending_replies", parameters);
    }

    private GraphClient.Answer decide(Id who, String which, String approve) {
        return salon.as(who).post("/" + which + "/manage_pending_reply", "approve", approve);
    }

    private static Id id(String text) {
        return Id.parse(text).orElseThrow();
    }
}
