package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Polls with as many options as there may be (04 §5.2, 07 §7.6.1, 15 §15.14). */
class PollTest {
    private final Dev dev = Dev.server();
    private final Api ann = dev.as("ann");

    @Test
    @Spec({"04 §5.2", "07 §7.6.1", "15 §15.14", "15 §15.23.8"})
    void countsTheVotesForFourOptions() {
        String poll = ann.publish(
                "Which?",
                "poll_attachment",
                "{\"option_a\":\"tea\",\"option_b\":\"coffee\",\"option_c\":\"milk\",\"option_d\":\"water\"}");
        vote("bob", poll, "4");
        vote("dan", poll, "4");
        vote("eve", poll, "1");
        vote("cleo", poll, "3");

        Answer shown = ann.get("/" + poll, "fields", "poll_attachment").ok();
        assertThat(shown.text("/poll_attachment/option_d")).isEqualTo("water");
        assertThat(shown.text("/poll_attachment/option_c")).isEqualTo("milk");
        assertThat(shown.at("/poll_attachment/option_a_votes_percentage").asDouble())
                .isEqualTo(0.25);
        assertThat(shown.at("/poll_attachment/option_b_votes_percentage").asInt())
                .isZero();
        assertThat(shown.at("/poll_attachment/option_c_votes_percentage").asDouble())
                .isEqualTo(0.25);
        assertThat(shown.at("/poll_attachment/option_d_votes_percentage").asDouble())
                .isEqualTo(0.5);
        assertThat(shown.at("/poll_attachment/total_votes").asInt()).isEqualTo(4);
        assertThat(dev.script()
                        .tryTo(dev.user("bob"), "vote", "post", poll, "option", "1")
                        .text())
                .contains("You have voted already");
    }

    private void vote(String voter, String poll, String option) {
        dev.script().act(dev.user(voter), "vote", "post", poll, "option", option);
    }
}
