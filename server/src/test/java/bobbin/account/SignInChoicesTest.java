package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser;
import bobbin.Browser.Sight;
import bobbin.account.AccountSettings.Resets;
import bobbin.account.AccountSettings.SignUps;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The pages for signing in where the operator has chosen otherwise. */
class SignInChoicesTest {
    @RegisterExtension
    final House house =
            new House(Map.of(AccountSettings.SIGN_UP, SignUps.OPERATOR, AccountSettings.RESETS, Resets.SHOWN));

    @Test
    void showsTheLinkOnADevelopersMachine() {
        house.door.cast.accounts.create(SignUp.of("ann", Cast.PASSWORD));
        Browser browser = house.browser();
        Sight shown = browser.submit(browser.get("/reset"), "/reset", Map.of("username", "ann"));

        assertThat(browser.get(shown.page().select("main a.button").attr("href"))
                        .text("h1"))
                .isEqualTo("New password");
    }

    @Test
    void closesTheSignUp() {
        Browser browser = house.browser();

        assertThat(browser.get("/signup").text("h1")).isEqualTo("No sign-up here");
        String token =
                browser.get("/login").page().select("input[name=form_token]").val();
        Sight refused = browser.post(
                "/signup",
                Map.of("form_token", token, "username", "x", "email", "x@example.org", "password", Cast.PASSWORD));
        assertThat(refused.status()).isEqualTo(403);
    }
}
