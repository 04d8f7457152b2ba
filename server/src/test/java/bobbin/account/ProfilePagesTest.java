package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser;
import bobbin.Browser.Sight;
import bobbin.base.Id;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ProfilePagesTest {
    @RegisterExtension
    final House house = new House(Map.of());

    private final Id ann = house.door.cast.join("ann").id();
    private final Id bob = house.door.cast.join("bob").id();

    @Test
    void showsAProfileToEverybody() {
        house.door.cast.accounts.editProfile(ann, new Profile("Ann", "Builds.\n<script>"));
        house.door.moderation.verify(ann);
        Sight profile = house.browser().get("/@ANN");

        assertThat(profile.text("h1")).isEqualTo("Ann");
        assertThat(profile.text(".lines")).isEqualTo("Builds. <script>");
        assertThat(profile.text(".who")).contains("Verified");
        assertThat(profile.text("main")).contains("0 followers");
        assertThat(profile.page().select("main form")).isEmpty();
        assertThat(profile.page().select("main img").attr("src")).contains("/p/default-");
    }

    @Test
    void followsAndUnfollows() {
        Browser browser = house.browserOf("bob");
        Sight followed = browser.submit(browser.get("/@ann"), "/@ann/follow", Map.of());

        assertThat(followed.text("main")).contains("1 follower");
        Sight unfollowed = browser.submit(followed, "/@ann/unfollow", Map.of());
        assertThat(unfollowed.text("main")).contains("0 followers");
    }

    @Test
    void asksAPrivateProfile() {
        house.door.cast.accounts.makePrivate(ann);
        Browser browser = house.browserOf("bob");
        Sight profile = browser.get("/@ann");

        assertThat(profile.text("form[action=/@ann/follow]")).isEqualTo("Ask to follow");
        assertThat(browser.submit(profile, "/@ann/follow", Map.of()).text("form[action=/@ann/unfollow]"))
                .isEqualTo("Withdraw the request");
    }

    @Test
    void blocksAndUnblocks() {
        Browser browser = house.browserOf("bob");
        Sight blocked = browser.submit(browser.get("/@ann"), "/@ann/block", Map.of());

        assertThat(house.browserOf("ann").get("/@bob").status()).isEqualTo(404);
        assertThat(blocked.page().select("main form").eachAttr("action")).containsExactly("/@ann/unblock");
        browser.submit(blocked, "/@ann/unblock", Map.of());
        assertThat(house.browserOf("ann").get("/@bob").status()).isEqualTo(200);
    }

    @Test
    void mutesAndRestricts() {
        Browser browser = house.browserOf("bob");
        Sight muted = browser.submit(browser.get("/@ann"), "/@ann/mute", Map.of());
        Sight restricted = browser.submit(muted, "/@ann/restrict", Map.of());
        assertThat(house.relations.muted(bob)).containsExactly(ann);
        assertThat(house.relations.restricted(bob)).containsExactly(ann);

        browser.submit(browser.submit(restricted, "/@ann/unmute", Map.of()), "/@ann/unrestrict", Map.of());
        assertThat(house.relations.muted(bob)).isEmpty();
        assertThat(house.relations.restricted(bob)).isEmpty();
    }

    @Test
    void hidesWhoLeft() {
        house.door.departures.deactivate(ann);

        assertThat(house.browser().get("/@ann").status()).isEqualTo(404);
        assertThat(house.browser().get("/@nobody").status()).isEqualTo(404);
        assertThat(house.browser().get("/@not..a..name").status()).isEqualTo(404);
    }

    @Test
    void saysWhoIsSignedIn() {
        assertThat(house.browserOf("bob").get("/").text("h1")).isEqualTo("Hello, @bob");
        assertThat(house.browser().get("/").page().select("main a").eachAttr("href"))
                .containsExactly("/login", "/signup");
        assertThat(bob).isNotNull();
    }

    @Test
    void labelsEveryField() {
        Browser browser = house.browserOf("bob");

        for (String path : List.of(
                "/login",
                "/signup",
                "/settings",
                "/settings/about",
                "/settings/privacy",
                "/settings/email",
                "/settings/password",
                "/settings/deactivate",
                "/settings/delete")) {
            Sight page = browser.get(path);
            page.page()
                    .select("main input:not([type=hidden], [hidden]), main select, main textarea")
                    .forEach(field -> assertThat(page.page().select("label[for=" + field.id() + "]"))
                            .as("%s has a label for %s", path, field.attr("name"))
                            .hasSize(1));
            assertThat(page.page().select("h1")).as("%s has one heading", path).hasSize(1);
            assertThat(page.page().select("script, [style]")).isEmpty();
        }
    }

    @Test
    void keepsItsFirstWordsFromBeingUsernames() {
        assertThat(house.site.routes().firstWords()).isNotEmpty().allMatch(word -> new Username(word).isReserved());
    }
}
