package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who may answer, as it is chosen and as it is shown (10 §10.8). */
class AudienceTest {
    private final Api ann = Dev.server().as("ann");
    private final Api bob = Dev.server().as("bob");

    @Test
    @Spec({"10 §10.8", "07 §7.3"})
    void showsEachAudienceToTheAuthorOnly() {
        Map.of(
                        "everyone", "EVERYONE",
                        "accounts_you_follow", "ACCOUNTS_YOU_FOLLOW",
                        "mentioned_only", "MENTIONED_ONLY",
                        "followers_only", "FOLLOWERS_ONLY",
                        "parent_post_author_only", "PARENT_POST_AUTHOR_ONLY")
                .forEach((chosen, shown) -> {
                    String post = ann.publish("for " + chosen, "reply_control", chosen);
                    assertThat(ann.get("/" + post, "fields", "reply_audience")
                                    .ok()
                                    .text("/reply_audience"))
                            .isEqualTo(shown);
                    assertThat(bob.get("/" + post, "fields", "reply_audience")
                                    .ok()
                                    .has("/reply_audience"))
                            .isFalse();
                });
        assertThat(ann.get("/" + ann.publish("for all"), "fields", "reply_audience")
                        .text("/reply_audience"))
                .isEqualTo("EVERYONE");
    }
}
