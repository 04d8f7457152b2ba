package bobbin.post;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Id;
import bobbin.base.Setting;
import bobbin.post.Sight.Author;
import bobbin.post.Sight.Reply;
import bobbin.post.Sight.Tie;
import bobbin.post.Sight.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The rules of 15 §15.6, one after the other. */
class SightTest {
    private static final Author PUBLIC = new Author(true, false, false);
    private static final Author PRIVATE = new Author(true, true, false);
    private static final Author INACTIVE = new Author(false, false, false);
    private static final Tie FOLLOWER = new Tie(false, false, true);
    private static final Tie BLOCKED = new Tie(false, true, false);
    private static final Reply ORDINARY = new Reply(false, false, false, false, false);

    @Test
    void everybodySeesAPublicPost() {
        assertThat(of(PUBLIC, Tie.NONE).canSee()).isTrue();
        assertThat(of(PUBLIC, Tie.NONE).canReadThroughApp(true)).isTrue();
    }

    @Test
    void nobodySeesADeletedPost() {
        Sight own = Sight.of(post(true), PUBLIC, Tie.OWN, Viewer.UNKNOWN);
        Sight others = Sight.of(post(true), PUBLIC, FOLLOWER, Viewer.UNKNOWN);
        Sight reply = reply(others, new Reply(true, false, false, false, false));

        for (Sight gone : List.of(own, others, reply)) {
            assertThat(gone.canSee()).isFalse();
            assertThat(gone.canReadThroughApp(true)).isFalse();
        }
    }

    @Test
    void nobodySeesThePostsOfAnInactiveAccount() {
        assertThat(of(INACTIVE, FOLLOWER).canSee()).isFalse();
        assertThat(reply(of(INACTIVE, Tie.NONE), new Reply(true, false, false, false, false))
                        .canReadThroughApp(true))
                .isFalse();
    }

    @Test
    void authorsSeeTheirOwnWhateverItIs() {
        Sight own = new Sight(
                post(false, "US"),
                PRIVATE,
                Tie.OWN,
                Viewer.UNKNOWN,
                true,
                Optional.of(new Reply(false, false, true, true, true)),
                Optional.of(of(PRIVATE, Tie.NONE)));

        assertThat(own.canSee()).isTrue();
        assertThat(own.canReadThroughApp(false)).isTrue();
    }

    @Test
    void whoIsBlockedSeesNothing() {
        assertThat(of(PUBLIC, BLOCKED).canSee()).isFalse();
        assertThat(of(PUBLIC, BLOCKED).canReadThroughApp(true)).isFalse();
        assertThat(of(PUBLIC, new Tie(false, true, true)).canSee()).isFalse();
    }

    @Test
    void followersOfAPrivateProfileSeeItOnOurPagesOnly() {
        assertThat(of(PRIVATE, FOLLOWER).canSee()).isTrue();
        assertThat(of(PRIVATE, FOLLOWER).canReadThroughApp(true)).isFalse();
        assertThat(of(PRIVATE, Tie.NONE).canSee()).isFalse();
        assertThat(of(PRIVATE, Tie.NONE).canReadThroughApp(true)).isFalse();
    }

    @Test
    void onlyTheListedCountriesSeeALimitedPost() {
        assertThat(from("US").canSee()).isTrue();
        assertThat(from("CA").canSee()).isTrue();
        assertThat(from("DE").canSee()).isFalse();
        assertThat(Sight.of(post(false, "US"), PUBLIC, Tie.NONE, Viewer.UNKNOWN).canSee())
                .isFalse();
        assertThat(from("DE").canReadThroughApp(true)).isFalse();
    }

    /** 15 §15.17. */
    @Test
    void onlyAdultsSeeWhatTheOperatorKeepsFromTheYoung() {
        Author forAdults = new Author(true, false, true);

        assertThat(of(forAdults, FOLLOWER).canSee()).isFalse();
        assertThat(of(forAdults, Tie.NONE).canReadThroughApp(true)).isFalse();
        assertThat(of(forAdults, Tie.OWN).canSee()).isTrue();
        assertThat(Sight.of(post(false), forAdults, Tie.NONE, new Viewer(Optional.empty(), true))
                        .canSee())
                .isTrue();
    }

    @Test
    void nobodyElseSeesAnArchivedGhostPost() {
        Sight archived =
                new Sight(post(false), PUBLIC, FOLLOWER, Viewer.UNKNOWN, true, Optional.empty(), Optional.empty());

        assertThat(archived.canSee()).isFalse();
        assertThat(archived.canReadThroughApp(true)).isFalse();
    }

    @Test
    void onlyTheAuthorOfAGhostPostSeesRepliesToIt() {
        assertThat(reply(new Reply(false, false, true, false, false)).canSee()).isFalse();
        assertThat(reply(new Reply(true, false, true, false, false)).canSee()).isTrue();
    }

    @Test
    void onlyTheOwnerOfTheRootSeesAReplyThatWaits() {
        assertThat(reply(new Reply(false, false, false, true, false)).canSee()).isFalse();
        assertThat(reply(new Reply(false, false, false, true, false)).canReadThroughApp(true))
                .isFalse();
        assertThat(reply(new Reply(true, false, false, true, false)).canSee()).isTrue();
        assertThat(reply(new Reply(true, false, false, true, false)).canReadThroughApp(false))
                .isTrue();
    }

    @Test
    void onlyTheOwnerOfTheRootSeesARestrictedReply() {
        assertThat(reply(new Reply(false, false, false, false, true)).canSee()).isFalse();
        assertThat(reply(new Reply(true, false, false, false, true)).canSee()).isTrue();
    }

    @Test
    void theOwnerOfTheRootReadsABlockedReplyThroughAnAppOnly() {
        Sight blocked = reply(of(PUBLIC, BLOCKED), new Reply(true, false, false, false, true));

        assertThat(blocked.canSee()).isFalse();
        assertThat(blocked.canReadThroughApp(true)).isTrue();
    }

    @Test
    void aRepostIsSeenAsItsOriginalIs() {
        assertThat(repost(of(PUBLIC, Tie.NONE)).canSee()).isTrue();
        assertThat(repost(of(PUBLIC, BLOCKED)).canSee()).isFalse();
        assertThat(repost(of(INACTIVE, Tie.NONE)).canSee()).isFalse();
        assertThat(repost(from("DE")).canSee()).isFalse();
    }

    @Test
    void aRepostOfAPrivateProfileIsNotSeenEvenByFollowers() {
        assertThat(repost(of(PRIVATE, FOLLOWER)).canSee()).isFalse();
    }

    @Test
    void everybodySeesAnOrdinaryReply() {
        assertThat(reply(ORDINARY).canSee()).isTrue();
        assertThat(reply(ORDINARY).canReadThroughApp(true)).isTrue();
    }

    @Test
    void anAppReadsOthersOnlyAsFarAsItReaches() {
        assertThat(of(PUBLIC, Tie.NONE).canReadThroughApp(false)).isFalse();
        assertThat(of(PUBLIC, Tie.OWN).canReadThroughApp(false)).isTrue();
    }

    @Test
    void repliesUnderOnesOwnPostAreReadUnlessTheirAuthorIsPrivate() {
        Reply underOwn = new Reply(true, false, false, false, false);

        assertThat(reply(of(PUBLIC, Tie.NONE), underOwn).canReadThroughApp(false))
                .isTrue();
        assertThat(reply(of(PRIVATE, Tie.NONE), underOwn).canReadThroughApp(false))
                .isFalse();
        assertThat(reply(of(PRIVATE, FOLLOWER), underOwn).canReadThroughApp(false))
                .isTrue();
    }

    private static Sight of(Author author, Tie tie) {
        return Sight.of(post(false), author, tie, Viewer.UNKNOWN);
    }

    private static Sight from(String country) {
        return Sight.of(post(false, "US", "CA"), PUBLIC, Tie.NONE, new Viewer(Optional.of(country), false));
    }

    private static Sight reply(Reply reply) {
        return reply(of(PUBLIC, Tie.NONE), reply);
    }

    private static Sight reply(Sight sight, Reply reply) {
        return new Sight(
                sight.post(), sight.author(), sight.tie(), sight.viewer(), false, Optional.of(reply), Optional.empty());
    }

    private static Sight repost(Sight original) {
        return new Sight(post(false), PUBLIC, Tie.NONE, Viewer.UNKNOWN, false, Optional.empty(), Optional.of(original));
    }

    private static Post post(boolean deleted, String... countries) {
        Content content = Content.of(new Sketch().countries(countries).draft(), PostSettings.from(Setting::standard));
        return new Post(
                new Id(1),
                new Id(2),
                Optional.empty(),
                content,
                deleted ? Optional.of(Instant.EPOCH) : Optional.empty());
    }
}
