package bobbin.account;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.Browser;
import bobbin.Browser.Sight;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SettingsPagesTest {
    @RegisterExtension
    final House house = new House(Map.of());

    private final Accounts accounts = house.door.cast.accounts;
    private final Account ann = house.door.cast.join("ann");
    private final Browser browser = house.browserOf("ann");

    @Test
    void editsTheProfile() {
        Sight saved = browser.submit(
                browser.get("/settings"), "/settings/profile", Map.of("name", "Ann <b>", "biography", "One.\r\nTwo."));

        assertThat(saved.text("[role=status]")).isEqualTo("Saved.");
        assertThat(saved.page().select("textarea").eachText()).containsExactly("One.\nTwo.");
        assertThat(browser.get("/@ann").text("h1")).isEqualTo("Ann <b>");
        assertThat(accounts.get(ann.id()).profile().biography()).isEqualTo("One.\nTwo.");
    }

    @Test
    void showsWhatWasWrongAndKeepsWhatWasTyped() {
        Sight refused = browser.submit(
                browser.get("/settings"), "/settings/profile", Map.of("name", "x".repeat(31), "biography", "mine"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("[role=alert]")).isEqualTo("A name has at most 30 characters.");
        assertThat(refused.text("textarea")).isEqualTo("mine");
    }

    @Test
    void renames() {
        Sight renamed = browser.submit(browser.get("/settings"), "/settings/username", Map.of("username", "anna"));

        assertThat(renamed.text("header nav")).contains("@anna");
        assertThat(browser.get("/@ann").status()).isEqualTo(404);
        assertThat(browser.submit(renamed, "/settings/username", Map.of("username", "login"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void takesAPictureAndServesItForEver() throws IOException {
        Sight saved = browser.upload(browser.get("/settings"), "/settings/picture", "picture", png());
        String address = saved.page().select("main img.face").attr("src");
        Sight picture = house.browser().get(address.substring(address.indexOf("/p/")));

        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(picture.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(picture.header("X-Content-Type-Options")).isEqualTo("nosniff");
        Sight removed = browser.submit(saved, "/settings/picture/remove", Map.of());
        assertThat(removed.page().select("main img.face").attr("src")).contains("/p/default-");
        assertThat(house.browser()
                        .get(address.substring(address.indexOf("/p/")))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void refusesAFileThatIsNoPicture() {
        Sight refused = browser.upload(browser.get("/settings"), "/settings/picture", "picture", new byte[] {1, 2, 3});

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("[role=alert]")).isEqualTo("A picture is a JPEG or PNG file.");
    }

    @Test
    void keepsPrivateDetails() {
        Sight page = browser.get("/settings/about");
        Sight saved = browser.submit(
                page,
                "/settings/about",
                Map.of(
                        "birth_date", "1990-02-03",
                        "gender", "F",
                        "country", "NO",
                        "city", "Oslo",
                        "language", "nb_NO",
                        "time_zone", "Europe/Oslo"));

        assertThat(accounts.get(ann.id()).details())
                .isEqualTo(Details.read("1990-02-03", "F", "NO", "Oslo", "nb_NO", "Europe/Oslo"));
        assertThat(saved.page().select("select[name=country] option[selected]").text())
                .isEqualTo("Norway");
        assertThat(browser.submit(saved, "/settings/about", Map.of("country", "XX"))
                        .text("[role=alert]"))
                .isEqualTo("There is no country with the code XX.");
    }

    @Test
    void turnsPrivateAndBack() {
        browser.submit(
                browser.get("/settings/privacy"), "/settings/privacy", Map.of("private", "1", "mentions", "NOBODY"));
        assertThat(accounts.get(ann.id()).isPrivate()).isTrue();
        assertThat(accounts.get(ann.id()).mentions()).isEqualTo(MentionPolicy.NOBODY);
        assertThat(browser.get("/@ann").text(".who")).contains("Private");

        browser.submit(browser.get("/settings/privacy"), "/settings/privacy", Map.of("private", ""));
        assertThat(accounts.get(ann.id()).isPrivate()).isFalse();
    }

    @Test
    void answersRequests() {
        accounts.makePrivate(ann.id());
        Account bob = house.door.cast.join("bob");
        Account cleo = house.door.cast.join("cleo");
        house.relations.follow(bob.id(), ann.id());
        house.relations.follow(cleo.id(), ann.id());

        Sight asked = browser.get("/settings/privacy");
        Sight accepted = browser.submit(asked, "/settings/requests/accept", Map.of("username", "bob"));
        assertThat(accepted.text("[role=status]")).isEqualTo("@bob follows you now.");
        browser.submit(accepted, "/settings/requests/decline", Map.of("username", "cleo"));
        assertThat(house.relations.following(bob.id(), ann.id())).isEqualTo(Relations.Following.ACCEPTED);
        assertThat(house.relations.following(cleo.id(), ann.id())).isEqualTo(Relations.Following.NONE);
    }

    @Test
    void unblocks() {
        Account bob = house.door.cast.join("bob");
        house.relations.block(ann.id(), bob.id());
        browser.submit(browser.get("/settings/privacy"), "/settings/unblock", Map.of());

        assertThat(house.relations.blocked(ann.id())).isEmpty();
    }

    @Test
    void endsRestrictionsAndMutes() {
        Account bob = house.door.cast.join("bob");
        house.relations.restrict(ann.id(), bob.id());
        house.relations.mute(ann.id(), bob.id());
        Sight lifted = browser.submit(browser.get("/settings/privacy"), "/settings/unrestrict", Map.of());
        assertThat(lifted.text("[role=status]")).isEqualTo("@bob is not restricted any more.");
        browser.submit(lifted, "/settings/unmute", Map.of());

        assertThat(house.relations.restricted(ann.id())).isEmpty();
        assertThat(house.relations.muted(ann.id())).isEmpty();
    }

    @Test
    void hidesWordsAndShowsThemAgain() {
        Sight hidden = browser.submit(
                browser.get("/settings/privacy"), "/settings/words/hide", Map.of("word", "buy followers"));
        assertThat(house.words.of(ann.id())).extracting(HiddenWord::text).containsExactly("buy followers");
        assertThat(browser.submit(hidden, "/settings/words/hide", Map.of("word", " "))
                        .text("[role=alert]"))
                .isEqualTo("A hidden word has at least one character.");

        browser.submit(hidden, "/settings/words/show", Map.of());
        assertThat(house.words.of(ann.id())).isEmpty();
    }

    @Test
    void asksStrangersToSignIn() {
        for (String path : new String[] {
            "", "/about", "/privacy", "/account", "/email", "/password", "/sessions", "/deactivate", "/delete"
        }) {
            assertThat(house.browser().get("/settings" + path).place()).startsWith("/login?next=%2Fsettings");
        }
    }

    private static byte[] png() throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }
}
