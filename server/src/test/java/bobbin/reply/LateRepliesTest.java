package bobbin.reply;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Scope;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers and quotes whose target changes between the two steps of publishing (04 §9, 10 §10.7, §10.8). */
class LateRepliesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Salon salon = new Salon(fixture);
    private final Id ann = salon.town.ann;
    private final Id bob = salon.town.bob;
    private final Id eve = salon.person("eve");

    @Test // 10 §10.7, 04 §9, 10 §10.10.9
    void asksTheAudienceAgainWhenItPublishes() {
        salon.relations.follow(bob, ann);
        String late = draft(bob, salon.post(ann, "x", "reply_control", "followers_only"));
        salon.relations.unfollow(bob, ann);

        GraphClient.Answer refused = publish(bob, late);
        assertThat(refused.at("/error/code")).isEqualTo("10");
        assertThat(refused.at("/error/error_user_title")).isEqualTo("Cannot reply");
        salon.relations.follow(bob, ann);
        assertThat(publish(bob, late).status()).as("nothing was spent").isEqualTo(200);
    }

    @Test // 10 §10.7, 04 §9, 02 §8.2
    void asksForPermissionAgainWhenItPublishes() {
        String late = draft(bob, salon.post(ann, "x"));
        Set<Scope> rest = EnumSet.of(Scope.BASIC, Scope.CONTENT_PUBLISH, Scope.MANAGE_REPLIES);

        assertThat(publish(bob, rest, late).at("/error/code")).isEqualTo("10");
        assertThat(publish(bob, EnumSet.complementOf(EnumSet.of(Scope.MANAGE_REPLIES)), late)
                        .at("/error/code"))
                .isEqualTo("10");
        rest.add(Scope.KEYWORD_SEARCH);
        assertThat(publish(bob, rest, late).status()).isEqualTo(200);
    }

    @ParameterizedTest // 10 §10.7, 04 §9
    @EnumSource
    void publishesNoAnswerToWhatIsOutOfReachByThen(Fate fate) {
        Id mia = salon.person("mia");
        String root = salon.post(ann, "x");
        String target = salon.reply(mia, root, "y");
        String late = draft(bob, target);
        fate.strike(salon, root, target, mia);

        GraphClient.Answer gone = publish(bob, late);
        assertThat(gone.at("/error/code")).isEqualTo("24");
        assertThat(gone.at("/error/error_subcode")).isEqualTo("4279009");
        assertThat(gone.at("/error/error_user_msg")).isEqualTo("The media with id " + target + " cannot be found.");
    }

    /** What may become of an answered reply between the two steps. */
    enum Fate {
        REPLY_DELETED,
        ROOT_DELETED,
        AUTHOR_BLOCKS_WHO_ANSWERS,
        OWNER_BLOCKS_WHO_ANSWERS,
        OWNER_BLOCKS_THE_AUTHOR,
        AUTHOR_GOES_PRIVATE;

        void strike(Salon salon, String root, String reply, Id author) {
            switch (this) {
                case REPLY_DELETED -> salon.as(author).delete("/" + reply);
                case ROOT_DELETED -> salon.as(salon.town.ann).delete("/" + root);
                case AUTHOR_BLOCKS_WHO_ANSWERS -> salon.relations.block(author, salon.town.bob);
                case OWNER_BLOCKS_WHO_ANSWERS -> salon.relations.block(salon.town.ann, salon.town.bob);
                case OWNER_BLOCKS_THE_AUTHOR -> salon.relations.block(salon.town.ann, author);
                case AUTHOR_GOES_PRIVATE -> salon.town.accounts.makePrivate(author);
            }
        }
    }

    @Test // 10 §10.7, 10 §10.4
    void publishesAnAnswerToWhatWasHiddenMeanwhile() {
        String reply = salon.reply(bob, salon.post(ann, "x"), "y");
        String late = draft(eve, reply);
        salon.as(ann).post("/" + reply + "/manage_reply", "hide", "true");

        String nested = publish(eve, late).at("/id");
        assertThat(salon.field(ann, nested, "hide_status")).isEqualTo("HIDDEN");
    }

    @Test // 10 §10.8, 04 §5.5, 15 §15.23.12
    void publishesNoQuoteOfWhatIsOutOfReachByThen() {
        String open = salon.post(ann, "x");
        String late = draftQuote(bob, open);
        salon.town.accounts.makePrivate(ann);
        assertThat(publish(bob, late).at("/error/error_user_msg"))
                .isEqualTo("The media with id " + open + " cannot be found.");
        assertThat(publish(ann, draftQuote(ann, open)).status())
                .as("one's own may be quoted")
                .isEqualTo(200);

        salon.town.accounts.makePublic(ann);
        salon.relations.follow(bob, ann);
        String closed = draftQuote(bob, salon.post(ann, "x", "reply_control", "followers_only"));
        salon.relations.unfollow(bob, ann);
        assertThat(publish(bob, closed).at("/error/error_user_title")).isEqualTo("Cannot quote");
        assertThat(publish(bob, late).status()).as("open again").isEqualTo(200);
    }

    private String draft(Id author, String target) {
        return salon.as(author)
                .post("/me/threads", "media_type", "TEXT", "text", "x", "reply_to_id", target)
                .at("/id");
    }

    private String draftQuote(Id author, String quoted) {
        return salon.as(author)
                .post("/me/threads", "media_type", "TEXT", "text", "x", "quote_post_id", quoted)
                .at("/id");
    }

    private GraphClient.Answer publish(Id author, String container) {
        return publish(author, EnumSet.allOf(Scope.class), container);
    }

    private GraphClient.Answer publish(Id author, Set<Scope> scopes, String container) {
        return salon.as(author, scopes).post("/me/threads_publish", "creation_id", container);
    }
}
