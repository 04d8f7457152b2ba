package bobbin.reply;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.HiddenWord;
import bobbin.base.Id;
import bobbin.http.Request;
import bobbin.post.Onlooker;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Hiding replies, and their status (10 §10.4, §10.5, 15 §15.5). */
class HidingTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Salon salon = new Salon(
            fixture, new ReplySettings(ReplySettings.ReadScope.PUBLIC, true, true, ReplySettings.Ghosts.PRIVATE));
    private final Id ann = salon.town.ann;
    private final Id bob = salon.town.bob;
    private final Id eve = salon.person("eve");
    private final String root = salon.post(ann, "Tea?");
    private final String reply = salon.reply(bob, root, "Always.");
    private final String nested = salon.reply(eve, reply, "Never.");

    @Test // 10 §10.10.3
    void hidesAndShowsWithEverythingBelow() {
        assertThat(hide(ann, reply, "true").text()).isEqualTo("{\"success\":true}");
        assertThat(status(reply)).isEqualTo("HIDDEN");
        assertThat(status(nested)).isEqualTo("HIDDEN");
        assertThat(hide(ann, reply, "true").status()).isEqualTo(200);

        assertThat(hide(ann, reply, "false").text()).isEqualTo("{\"success\":true}");
        assertThat(status(reply)).isEqualTo("UNHUSHED");
        assertThat(status(nested)).isEqualTo("UNHUSHED");
        assertThat(hide(ann, nested, "true").at("/error/message")).isEqualTo("Only top-level replies can be hidden");
    }

    @Test // 10 §10.5
    void leavesAloneWhatWasNeverHidden() {
        assertThat(hide(ann, reply, "false").text()).isEqualTo("{\"success\":true}");
        assertThat(status(reply)).isEqualTo("NOT_HUSHED");
    }

    @Test // 10 §10.10.4
    void takesEveryEncoding() {
        String path = "/" + reply + "/manage_reply";
        GraphClient client = salon.as(ann);

        client.answer(Request.of("POST", path + "?access_token=t&hide=true"));
        assertThat(status(reply)).isEqualTo("HIDDEN");
        client.answer(Request.of("POST", path + "?access_token=t").withBody("application/json", "{\"hide\":false}"));
        assertThat(status(reply)).isEqualTo("UNHUSHED");
        client.answer(Request.of("POST", path + "?access_token=t")
                .withBody("application/x-www-form-urlencoded", "hide=true"));
        assertThat(status(reply)).isEqualTo("HIDDEN");
        client.answer(Request.of("POST", path + "?access_token=t")
                .withBody(
                        "multipart/form-data; boundary=b",
                        "--b\r\nContent-Disposition: form-data; name=hide\r\n\r\nfalse\r\n--b--\r\n"
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(status(reply)).isEqualTo("UNHUSHED");
    }

    @Test // 10 §10.5
    void refusesWhatCannotBeHidden() {
        String own = salon.reply(ann, root, "Both.");

        assertThat(hide(ann, own, "true").at("/error/message")).isEqualTo("Only replies of others can be hidden");
        assertThat(hide(ann, root, "true").at("/error/message")).isEqualTo("Only top-level replies can be hidden");
        assertThat(hide(eve, reply, "true").at("/error/code")).isEqualTo("10");
        assertThat(hide(bob, reply, "true").at("/error/code")).isEqualTo("10");
        assertThat(salon.as(ann).post("/" + reply + "/manage_reply").at("/error/message"))
                .isEqualTo("The parameter hide is required");
        assertThat(hide(ann, reply, "perhaps").at("/error/code")).isEqualTo("100");
        assertThat(status(reply)).isEqualTo("NOT_HUSHED");
        salon.as(bob).delete("/" + reply);
        assertThat(hide(ann, reply, "true").at("/error/error_subcode")).isEqualTo("33");
    }

    @Test // 10 §10.3.1, 07 §7.4
    void leavesHiddenRepliesOutOfTheListsOfOthersOnly() {
        hide(ann, reply, "true");

        assertThat(salon.list(ann, "/" + root + "/conversation")).containsExactly(nested, reply);
        assertThat(salon.list(eve, "/" + root + "/conversation")).isEmpty();
        assertThat(salon.field(eve, root, "has_replies")).isEqualTo("false");
        assertThat(salon.as(eve).get("/" + reply).status()).isEqualTo(200);
        assertThat(salon.field(eve, reply, "hide_status")).isEmpty();
    }

    @Test // 10 §10.4, 15 §15.5, §15.6
    void tellsWhomTheOwnerBlocksOrRestricts() {
        salon.relations.restrict(ann, bob);
        String restricted = salon.reply(bob, root, "Still here.");
        hide(ann, restricted, "true");

        assertThat(status(restricted)).isEqualTo("RESTRICTED");
        assertThat(status(reply)).as("written before").isEqualTo("NOT_HUSHED");
        assertThat(salon.as(eve).get("/" + restricted).at("/error/error_subcode"))
                .isEqualTo("33");
        assertThat(salon.as(bob).get("/" + restricted).status()).isEqualTo(200);
        assertThat(salon.list(eve, "/" + root + "/replies")).containsExactly(reply);

        salon.relations.block(ann, bob);
        assertThat(status(reply)).isEqualTo("BLOCKED");
        assertThat(status(nested)).as("inherited").isEqualTo("BLOCKED");
        assertThat(salon.list(ann, "/" + root + "/replies")).containsExactly(restricted, reply);
        assertThat(salon.list(eve, "/" + root + "/replies")).isEmpty();
    }

    @Test // 10 §10.4
    void uncoversEverythingBelowWhatIsShownAgain() {
        salon.words.hide(ann, new HiddenWord("spam"));
        String covered = salon.reply(eve, reply, "spam");
        assertThat(status(covered)).isEqualTo("COVERED");

        hide(ann, reply, "true");
        assertThat(status(covered)).isEqualTo("HIDDEN");
        hide(ann, reply, "false");
        assertThat(status(covered)).isEqualTo("UNHUSHED");
        assertThat(status(salon.reply(eve, reply, "more spam"))).isEqualTo("COVERED");
    }

    @Test // 10 §10.4
    void showsACoveredReplyAgain() {
        salon.words.hide(ann, new HiddenWord("spam"));
        String covered = salon.reply(eve, root, "spam");
        assertThat(salon.list(bob, "/" + root + "/replies")).containsExactly(reply);

        hide(ann, covered, "false");
        assertThat(status(covered)).isEqualTo("UNHUSHED");
        assertThat(salon.list(bob, "/" + root + "/replies")).containsExactly(covered, reply);
    }

    @Test // 07 §7.1.1
    void fillsPagesAroundWhatIsLeftOut() {
        for (int i = 0; i < 30; i++) {
            hide(ann, salon.reply(bob, root, "no " + i), "true");
        }
        String last = salon.reply(eve, root, "yes");

        assertThat(salon.list(eve, "/" + root + "/replies", "limit", "2")).containsExactly(last, reply);
        assertThat(salon.list(eve, "/" + root + "/replies", "limit", "1", "reverse", "false"))
                .containsExactly(reply);
    }

    @Test // 15 §15.6
    void leavesHiddenAndWaitingRepliesOutOfWhatOthersFind() {
        hide(ann, reply, "true");
        String waiting = salon.reply(bob, salon.post(ann, "x", "enable_reply_approvals", "true"), "y");

        assertThat(found(eve, reply, waiting)).isEmpty();
        assertThat(found(ann, reply, waiting)).containsExactly(reply);
        assertThat(found(bob, reply, waiting)).containsExactly(reply, waiting);
    }

    private List<String> found(Id who, String... some) {
        return salon.town.database.read(tx -> salon
                .visibility
                .listed(
                        tx,
                        Onlooker.of(who),
                        Arrays.stream(some)
                                .map(id -> salon.posts
                                        .find(tx, Id.parse(id).orElseThrow())
                                        .orElseThrow())
                                .toList())
                .stream()
                .map(post -> post.id().toString())
                .toList());
    }

    private GraphClient.Answer hide(Id who, String which, String hide) {
        fixture.time.pass(java.time.Duration.ofSeconds(1));
        return salon.as(who).post("/" + which + "/manage_reply", "hide", hide);
    }

    private String status(String which) {
        return salon.field(ann, which, "hide_status");
    }
}
