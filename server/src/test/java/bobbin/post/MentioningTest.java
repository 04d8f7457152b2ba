package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Fixture;
import bobbin.account.MentionPolicy;
import bobbin.base.Id;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who becomes mentioned (15 §15.9). */
class MentioningTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Town town = new Town(fixture);
    private final Mentioning mentioning = new Mentioning(town.accounts, town.relations);
    private final Publishing publishing = town.publishing(Town.SETTINGS, new Authors(town.accounts), mentioning);

    @Test
    void mentionsThoseWhoExistInTheOrderOfTheText() {
        Id cleo = town.person("cleo");

        assertThat(mentionedIn("hi @Cleo, @nobody and @bob. @bob!")).containsExactly(cleo, town.bob);
    }

    @Test
    void mentionsNobodyTwiceAndNotOneself() {
        assertThat(mentionedIn("@ann @bob @BOB")).containsExactly(town.bob);
    }

    @Test
    void mentionsNobodyWhoIsBlockedOrBlocks() {
        town.relations.block(town.bob, town.ann);
        assertThat(mentionedIn("@bob")).isEmpty();

        town.relations.unblock(town.bob, town.ann);
        town.relations.block(town.ann, town.bob);
        assertThat(mentionedIn("@bob")).isEmpty();
    }

    @Test
    void mentionsOnlyWhoWantsToBe() {
        town.accounts.setMentions(town.bob, MentionPolicy.NOBODY);
        assertThat(mentionedIn("@bob")).isEmpty();

        town.accounts.setMentions(town.bob, MentionPolicy.FOLLOWED);
        assertThat(mentionedIn("@bob")).isEmpty();
        town.relations.follow(town.bob, town.ann);
        assertThat(mentionedIn("@bob")).containsExactly(town.bob);

        town.accounts.setMentions(town.bob, MentionPolicy.FOLLOWERS);
        assertThat(mentionedIn("@bob")).isEmpty();
        town.relations.follow(town.ann, town.bob);
        assertThat(mentionedIn("@bob")).containsExactly(town.bob);
    }

    @Test
    void forgetsMentionsOfAndByARemovedPerson() {
        Id byAnn = publish(town.ann, "@bob");
        Id byBob = publish(town.bob, "@ann");
        fixture.database.change(tx -> new Farewell(town.deletions()).removed(tx, town.bob));

        assertThat(in(byAnn)).isEmpty();
        assertThat(in(byBob)).isEmpty();
        assertThat(exists(byBob)).isFalse();
        assertThat(exists(byAnn)).isTrue();
    }

    private List<Id> mentionedIn(String text) {
        return in(publish(town.ann, text));
    }

    private List<Id> in(Id post) {
        return fixture.database.read(tx -> mentioning.in(tx, post));
    }

    private boolean exists(Id post) {
        return fixture.database.read(tx -> new PostStore().post(tx, post).isPresent());
    }

    private Id publish(Id author, String text) {
        return publishing
                .publishAtOnce(Writer.through(town.demo, author), Draft.text(text))
                .post();
    }
}
