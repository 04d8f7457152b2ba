package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** What people show of themselves (09 §9.2, 15 §15.2). */
class ProfileTest {
    @Test
    void takesNamesOf30AndBiographiesOf150Characters() {
        String emoji = "\uD83E\uDDF5";
        Profile profile = new Profile(emoji.repeat(30), emoji.repeat(150));

        assertThat(profile.name()).isEqualTo(emoji.repeat(30));
        assertThat(profile.biography()).isEqualTo(emoji.repeat(150));
        assertThatThrownBy(() -> new Profile("x".repeat(31), "")).hasMessage("Shorten the name");
        assertThatThrownBy(() -> new Profile("", "x".repeat(151))).hasMessage("Shorten the biography");
    }

    @Test
    void keepsTheLinesOfABiographyAndNoneOfAName() {
        Profile profile = new Profile("  Ann\r\nof\tBobbin ", " Builds.\r\nShares.\u0007 ");

        assertThat(profile.name()).isEqualTo("Ann of Bobbin");
        assertThat(profile.biography()).isEqualTo("Builds.\nShares.");
    }
}
