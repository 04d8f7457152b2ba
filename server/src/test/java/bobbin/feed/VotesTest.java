package bobbin.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.GraphClient;
import bobbin.base.Id;
import bobbin.base.Scope;
import bobbin.base.Setting;
import bobbin.http.HttpSettings;
import bobbin.http.PublicUrls;
import bobbin.post.PostFields;
import bobbin.post.PostGraph;
import bobbin.post.Town;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Votes in polls, and what the API shows of them (15 §15.14, 07 §7.6.1). */
class VotesTest {
    @RegisterExtension
    final Fixture fixture = new Fixture();

    private final Square square = new Square(fixture);
    private final Votes votes = square.votes;
    private final Id ann = square.ann;
    private final Id bob = square.bob;
    private final Id cleo = square.town.person("cleo");
    private final Id dan = square.town.person("dan");
    private final Id poll = square.write("ann", "post", "text", "Tea?", "poll", "Yes,No,\"Perhaps\"");
    private final GraphClient graph = new GraphClient(
            fixture.time,
            ann,
            Set.of(Scope.BASIC),
            new PostGraph(
                    square.town.posts(),
                    new PostFields(
                            square.town.posts(),
                            square.town.accounts,
                            _ -> Map.of(),
                            votes,
                            Town.SETTINGS,
                            new PublicUrls(HttpSettings.from(Setting::standard)))));

    @Test
    void areShownAsSharesWithTwoDecimals() {
        votes.vote(bob, poll, 1);
        votes.vote(cleo, poll, 1);
        votes.vote(dan, poll, 3);

        assertThat(shown())
                .contains("\"option_a_votes_percentage\":0.67,\"option_b_votes_percentage\":0,"
                        + "\"option_c_votes_percentage\":0.33,\"total_votes\":3");
    }

    @Test
    void areOneWhenAllAgreeAndZeroWhenNobodyVoted() {
        assertThat(shown()).contains("\"option_a_votes_percentage\":0,", "\"total_votes\":0");
        votes.vote(bob, poll, 2);
        assertThat(shown()).contains("\"option_b_votes_percentage\":1,", "\"total_votes\":1");
    }

    @Test
    void areGivenOnceAndNotChanged() {
        votes.vote(bob, poll, 1);

        assertThatThrownBy(() -> votes.vote(bob, poll, 2)).hasMessage("You have voted");
        assertThat(tally()).containsExactly(1L);
    }

    @Test
    void areNotGivenByTheAuthorOrByWhoCannotSeeThePost() {
        assertThatThrownBy(() -> votes.vote(ann, poll, 1)).hasMessage("That is your poll");
        square.relations.block(ann, bob);
        assertThatThrownBy(() -> votes.vote(bob, poll, 1)).hasMessage("Post not found");
    }

    @Test
    void areForOneOfTheOptions() {
        assertThatThrownBy(() -> votes.vote(bob, poll, 0)).hasMessage("Check your choice");
        assertThatThrownBy(() -> votes.vote(bob, poll, 4)).hasMessage("Check your choice");
        assertThatThrownBy(() -> votes.vote(bob, square.post(ann, "no poll"), 1))
                .hasMessage("No poll");
    }

    @Test
    void endWithThePoll() {
        fixture.time.pass(Duration.ofHours(24).minusMillis(1));
        votes.vote(bob, poll, 1);
        fixture.time.pass(Duration.ofMillis(1));

        assertThatThrownBy(() -> votes.vote(cleo, poll, 1)).hasMessage("The poll has ended");
    }

    @Test
    void goWithTheAccountAndWithThePost() {
        votes.vote(bob, poll, 1);
        votes.vote(cleo, poll, 2);
        square.departures.delete(bob);
        assertThat(tally()).containsExactly(0L, 1L);

        square.act("ann", "delete", "post", poll.toString());
        assertThat(tally()).isEmpty();
    }

    @Test
    void goWithTheAuthor() {
        votes.vote(bob, poll, 1);
        square.departures.delete(ann);
        fixture.time.pass(Duration.ofDays(31));
        square.work();

        assertThat(tally()).isEmpty();
    }

    private List<Long> tally() {
        return votes.votes(List.of(poll)).getOrDefault(poll, List.of());
    }

    private String shown() {
        return graph.get("/" + poll, "fields", "poll_attachment").text();
    }
}
