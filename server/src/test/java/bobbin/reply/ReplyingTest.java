package bobbin.reply;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.account.HiddenWord;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.limit.Limit;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may answer and quote (04 §12, 10 §10.7, §10.8, §10.9), and what that costs (05 §2). */
class ReplyingTest {
    private static final String NO_MEDIA = "Param reply_to_id is not a valid threads_media ID";

    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Salon salon = new Salon(fixture);
    private final Id ann = salon.town.ann;
    private final Id bob = salon.town.bob;
    private final Id eve = salon.person("eve");

    @Test // 10 §10.7
    void knowsTheParentAndTheRoot() {
        String root = salon.post(ann, "one");
        String first = salon.reply(bob, root, "two");
        String second = salon.reply(ann, first, "three");

        assertThat(salon.as(ann)
                        .get("/" + second, "fields", "root_post,replied_to,is_reply")
                        .text())
                .isEqualTo("{\"root_post\":{\"id\":\"" + root + "\"},\"replied_to\":{\"id\":\"" + first
                        + "\"},\"is_reply\":true,\"id\":\"" + second + "\"}");
        assertThat(salon.list(ann, "/me/threads")).containsExactly(root);
    }

    @ParameterizedTest // 10 §10.10.8
    @CsvSource({"KEYWORD_SEARCH, true", "MANAGE_MENTIONS, true", "READ_REPLIES, false"})
    void answersStrangersWithAPermissionToFindThem(Scope scope, boolean allowed) {
        String root = salon.post(ann, "one");
        Set<Scope> scopes = EnumSet.of(Scope.BASIC, Scope.CONTENT_PUBLISH, Scope.MANAGE_REPLIES, scope);

        assertThat(answer(bob, scopes, root).status()).isEqualTo(allowed ? 200 : 403);
        assertThat(answer(ann, scopes, root).status()).isEqualTo(200);
    }

    @Test // 10 §10.7
    void answersOneselfUnderAForeignRootWithThatPermissionOnly() {
        String own = salon.reply(bob, salon.post(ann, "one"), "two");

        assertThat(answer(bob, EnumSet.of(Scope.BASIC, Scope.CONTENT_PUBLISH, Scope.MANAGE_REPLIES), own)
                        .at("/error/code"))
                .isEqualTo("10");
    }

    @Test // 02 §8.2
    void needsThePermissionToManageReplies() {
        String root = salon.post(ann, "one");
        EnumSet<Scope> others = EnumSet.complementOf(EnumSet.of(Scope.MANAGE_REPLIES));

        assertThat(answer(ann, others, root).at("/error/message"))
                .isEqualTo("Application does not have permission for this action");
    }

    @Test // 10 §10.7, 02 §8.2
    void needsNoneOfTheseIfTheOperatorSaysSo() {
        var open = new Salon(
                fixture,
                new ReplySettings(ReplySettings.ReadScope.PUBLIC, false, false, ReplySettings.Ghosts.PRIVATE),
                salon.town);
        String root = open.post(ann, "one");

        assertThat(answer(open, bob, EnumSet.of(Scope.BASIC, Scope.CONTENT_PUBLISH), root)
                        .status())
                .isEqualTo(200);
    }

    @Test // 10 §10.10.9
    void letsFollowersAndMentionedPeopleAnswer() {
        salon.relations.follow(bob, ann);
        String root = salon.post(ann, "for friends and @eve", "reply_control", "followers_only");

        assertThat(salon.attempt(bob, "x", "reply_to_id", root).status()).isEqualTo(200);
        assertThat(salon.attempt(eve, "x", "reply_to_id", root).status()).isEqualTo(200);
        refused(salon.person("sam"), root, "Only followers of the author and profiles that are mentioned can reply");
    }

    @Test // 10 §10.8
    void letsPeopleAnswerWhomTheAuthorFollows() {
        salon.relations.follow(ann, bob);
        salon.relations.follow(eve, ann);
        String root = salon.post(ann, "x", "reply_control", "accounts_you_follow");

        assertThat(salon.attempt(bob, "x", "reply_to_id", root).status()).isEqualTo(200);
        refused(eve, root, "Only profiles that the author follows");
    }

    @Test // 10 §10.8
    void letsMentionedPeopleAnswerOnly() {
        salon.relations.follow(bob, ann);
        String root = salon.post(ann, "only @eve", "reply_control", "mentioned_only");

        assertThat(salon.attempt(eve, "x", "reply_to_id", root).status()).isEqualTo(200);
        assertThat(salon.attempt(ann, "x", "reply_to_id", root).status()).isEqualTo(200);
        refused(bob, root, "Only profiles that are mentioned can reply");
    }

    @Test // 10 §10.8
    void letsTheAuthorOfTheParentAnswerOnly() {
        String root = salon.post(ann, "x");
        String reply = salon.reply(bob, root, "y", "reply_control", "parent_post_author_only");
        String closed = salon.post(ann, "@bob", "reply_control", "parent_post_author_only");

        assertThat(salon.attempt(ann, "x", "reply_to_id", reply).status()).isEqualTo(200);
        refused(eve, reply, "Only the author of the parent post can reply");
        refused(bob, closed, "Only the author can reply");
        assertThat(salon.attempt(ann, "x", "reply_to_id", closed).status()).isEqualTo(200);
    }

    @Test // 10 §10.8
    void asksTheRootToo() {
        salon.relations.follow(bob, ann);
        String root = salon.post(ann, "x", "reply_control", "followers_only");
        String reply = salon.reply(bob, root, "y");

        refused(eve, reply, "Only followers of the author");
        String closed = salon.reply(bob, root, "y", "reply_control", "mentioned_only");
        assertThat(salon.attempt(ann, "x", "reply_to_id", closed).status())
                .as("the owner may always answer")
                .isEqualTo(200);
    }

    @Test // 04 §12, 15 §15.5
    void answersNothingThatCannotBeSeen() {
        String root = salon.post(ann, "x");
        salon.relations.block(ann, bob);

        assertThat(salon.attempt(bob, "y", "reply_to_id", root).at("/error/message"))
                .isEqualTo(NO_MEDIA);
    }

    @Test // 10 §10.8, 15 §15.8
    void letsTheAudienceQuoteOnly() {
        String closed = salon.post(ann, "x", "reply_control", "followers_only");
        GraphClient.Answer refused = salon.attempt(bob, "so true", "quote_post_id", closed);

        assertThat(refused.at("/error/code")).isEqualTo("10");
        assertThat(refused.at("/error/error_user_title")).isEqualTo("Cannot quote");
        assertThat(salon.attempt(ann, "so true", "quote_post_id", closed).status())
                .isEqualTo(200);
    }

    @Test // 15 §15.8, §15.12
    void quotesNeitherGhostsNorWhatWaits() {
        String ghost = salon.post(ann, "boo", "is_ghost_post", "true");
        String waiting = salon.reply(bob, salon.post(ann, "x", "enable_reply_approvals", "true"), "y");

        for (Id somebody : Set.of(ann, bob)) {
            for (String post : Set.of(ghost, waiting)) {
                assertThat(salon.attempt(somebody, "z", "quote_post_id", post).at("/error/message"))
                        .isEqualTo("Param quote_post_id is not a valid threads_media ID");
                assertThat(salon.as(somebody).post("/" + post + "/repost").at("/error/error_subcode"))
                        .isEqualTo("33");
            }
        }
    }

    @Test // 05 §2, 04 §12
    void spendsTheQuotaOfReplies() {
        String root = salon.post(ann, "x");
        salon.reply(ann, root, "y");

        assertThat(salon.limits.used(ann, Limit.POSTS)).isEqualTo(1);
        assertThat(salon.limits.used(ann, Limit.REPLIES)).isEqualTo(1);
        salon.limits.give(ann, Limit.REPLIES, java.util.Optional.of(1));
        assertThat(salon.attempt(ann, "z", "reply_to_id", root).at("/error/code"))
                .isEqualTo("613");
        assertThat(salon.attempt(ann, "z").status()).isEqualTo(200);
    }

    @Test // 15 §15.12, 10 §10.3.1
    void keepsAnswersToGhostsBetweenTwo() {
        String ghost = salon.post(ann, "boo", "is_ghost_post", "true");
        String reply = salon.reply(bob, ghost, "hoo");
        String back = salon.reply(ann, reply, "boo hoo");

        assertThat(salon.list(ann, "/" + ghost + "/conversation")).containsExactly(back, reply);
        assertThat(salon.list(bob, "/" + reply + "/replies")).containsExactly(back);
        assertThat(salon.as(bob).get("/" + back).status()).isEqualTo(200);
        assertThat(salon.as(eve).get("/" + reply).at("/error/error_subcode")).isEqualTo("33");
        assertThat(salon.field(eve, ghost, "has_replies")).isEqualTo("false");
        fixture.time.pass(Duration.ofHours(24));
        assertThat(salon.attempt(bob, "late", "reply_to_id", ghost).at("/error/message"))
                .isEqualTo(NO_MEDIA);
        for (String target : List.of(ghost, reply)) {
            assertThat(salon.attempt(ann, "later", "reply_to_id", target).at("/error/message"))
                    .isEqualTo(NO_MEDIA);
        }
        assertThat(salon.list(ann, "/" + ghost + "/replies")).containsExactly(reply);
    }

    @Test // 15 §15.12
    void answersNoGhostsIfTheOperatorSaysSo() {
        var mute = new Salon(
                fixture,
                new ReplySettings(ReplySettings.ReadScope.OWN, true, true, ReplySettings.Ghosts.OFF),
                salon.town);
        String ghost = mute.post(ann, "boo", "is_ghost_post", "true");

        assertThat(mute.attempt(bob, "hoo", "reply_to_id", ghost).at("/error/message"))
                .isEqualTo(NO_MEDIA);
    }

    @Test // 15 §15.5
    void coversRepliesWithHiddenWords() {
        salon.words.hide(ann, new HiddenWord("spam"));
        String root = salon.post(ann, "x");
        String covered = salon.reply(bob, root, "Buy SPAM!");
        String own = salon.reply(ann, root, "No spam please.");

        assertThat(salon.field(ann, covered, "hide_status")).isEqualTo("COVERED");
        assertThat(salon.field(ann, own, "hide_status")).isEqualTo("NOT_HUSHED");
    }

    private void refused(Id who, String target, String words) {
        GraphClient.Answer answer = salon.attempt(who, "x", "reply_to_id", target);

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.at("/error/type")).isEqualTo("THApiException");
        assertThat(answer.at("/error/code")).isEqualTo("10");
        assertThat(answer.at("/error/error_user_title")).isEqualTo("Cannot reply");
        assertThat(answer.at("/error/error_user_msg")).startsWith(words);
    }

    private GraphClient.Answer answer(Id author, Set<Scope> scopes, String target) {
        return answer(salon, author, scopes, target);
    }

    private static GraphClient.Answer answer(Salon salon, Id author, Set<Scope> scopes, String target) {
        return salon.as(author, scopes).post("/me/threads", "media_type", "TEXT", "text", "x", "reply_to_id", target);
    }
}
