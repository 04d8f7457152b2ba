package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.json.Json;
import bobbin.json.Node;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator does on the command line, in a folder without a server. */
class OperatorCommandsTest {
    private static final Map<String, String> KEY = Map.of("BOBBIN_SECRET_KEY", "0123456789abcdef".repeat(2));

    @TempDir
    Path folder;

    @Test
    void makesPeopleAndDecidesAboutThem() throws Exception {
        Files.writeString(folder.resolve("password"), "correct horse battery\nnot this");
        CommandRun made = run("user", "create", "ann", "--name", "Ann", "--password-file", "password");
        assertThat(made.code()).as(made.err()).isEqualTo(Exit.DONE);
        assertThat(made.out()).contains("ann").doesNotContain("password");
        assertThat(json("user", "create", "bob").text("password").orElseThrow()).hasSizeGreaterThan(15);

        assertThat(run("user", "set", "ann", "--verified", "true", "--private", "true")
                        .code())
                .isEqualTo(Exit.DONE);
        assertThat(json("user", "show", "@ann").get("state").orElseThrow().items())
                .extracting(state -> state.text().orElseThrow())
                .containsExactly("active", "private", "verified");
        assertThat(run("user", "rename", "ann", "annie").code()).isEqualTo(Exit.DONE);
        assertThat(run("user", "reset-password", "annie").out())
                .containsPattern("link +http://127.0.0.1:8080/\\S+secret=");
        assertThat(run("user", "deactivate", "bob").code()).isEqualTo(Exit.DONE);
        assertThat(run("user", "list").out())
                .containsPattern("bob +deactivated")
                .containsPattern("annie +active");
    }

    @Test
    void refusesInOneSentence() {
        run("user", "create", "ann");

        for (String[] words :
                new String[][] {{"user", "show", "nobody"}, {"user", "create", "ann"}, {"user", "create", "a b"}}) {
            CommandRun run = run(words);
            assertThat(run.code()).isEqualTo(Exit.REFUSED);
            assertThat(run.err()).hasLineCount(1).endsWith(".\n");
            assertThat(run.out()).isEmpty();
        }
        assertThat(run("app", "show", "demo").code()).isEqualTo(Exit.MISUSED);
        assertThat(CommandRun.in(folder, "user", "list").err()).contains("secret.key is missing");
    }

    @Test
    void makesAppsAndInvitesPeople() {
        run("user", "create", "dan");
        run("user", "create", "bob");
        Node app = json("app", "create", "Demo", "--admin", "dan", "--redirect", "https://app.example/callback");
        String id = app.text("id").orElseThrow();
        assertThat(app.text("secret")).isPresent();

        assertThat(run("app", "add-redirect", id, "https://app.example/other").code())
                .isEqualTo(Exit.DONE);
        assertThat(run("app", "invite", id, "bob", "threads_tester").code()).isEqualTo(Exit.DONE);
        assertThat(run("app", "access", id, "threads_delete", "standard").code())
                .isEqualTo(Exit.DONE);
        assertThat(run("app", "set", id, "--mode", "development").code()).isEqualTo(Exit.DONE);
        assertThat(run("app", "show", id).out())
                .contains("https://app.example/other", "bob (threads_tester, invited)", "threads_delete (standard)")
                .contains("development")
                .doesNotContain(app.text("secret").orElseThrow());
        assertThat(run("app", "access", id, "threads_delet", "standard").err())
                .contains("Did you mean threads_delete?");
        assertThat(run("app", "list").out()).contains("Demo");
    }

    @Test // 02 §4
    void takesAnAppFromAPerson() {
        run("user", "create", "ann");
        run("user", "create", "dan");
        String app = json("app", "create", "Demo", "--admin", "dan").text("id").orElseThrow();
        String token = json("token", "issue", "ann", app).text("access_token").orElseThrow();

        assertThat(run("app", "remove-from", app, "ann").code()).isEqualTo(Exit.DONE);
        assertThat(run("token", "debug", token).out()).contains("467");
        CommandRun again = run("app", "remove-from", app, "ann");
        assertThat(again.code()).isEqualTo(Exit.MISUSED);
        assertThat(again.err()).isEqualTo("ann allows the app nothing.\n");
    }

    @Test
    void makesNoAppIfOneOfItsAddressesIsNone() {
        run("user", "create", "dan");
        CommandRun refused = run(
                "app",
                "create",
                "Third",
                "--admin",
                "dan",
                "--redirect",
                "https://app.example/callback",
                "--redirect",
                "http://x.example/");

        assertThat(refused.code()).isEqualTo(Exit.REFUSED);
        assertThat(refused.err()).contains("must begin with https://");
        assertThat(run("app", "list").out()).doesNotContain("Third");
        assertThat(run("token", "issue", "dan", "999999999999").code()).isEqualTo(Exit.REFUSED);
    }

    @Test
    void givesLimitsAndTakesThemBack() {
        run("user", "create", "ann");
        run("user", "create", "dan");
        String app = json("app", "create", "Demo", "--admin", "dan").text("id").orElseThrow();
        assertThat(run("limit", "list").out()).isEqualTo("None.\n");

        assertThat(run("limit", "give", "ann", "posts", "1000").code()).isEqualTo(Exit.DONE);
        assertThat(run("limit", "give", "ann", "posts", "7").code()).isEqualTo(Exit.DONE);
        assertThat(run("limit", "give", app, "calls", "500000").code()).isEqualTo(Exit.DONE);
        assertThat(run("limit", "list").out())
                .containsPattern("(?m)^ann +posts +7$")
                .containsPattern("(?m)^" + app + " +calls +500000$");

        assertThat(run("limit", "take-back", "ann", "posts").code()).isEqualTo(Exit.DONE);
        assertThat(run("limit", "take-back", app, "calls").code()).isEqualTo(Exit.DONE);
        assertThat(run("limit", "list").out()).isEqualTo("None.\n");
    }

    @Test
    void givesNoLimitThatDoesNotExist() {
        run("user", "create", "ann");

        assertThat(run("limit", "give", "ann", "post", "1").err()).contains("Did you mean posts?");
        assertThat(run("limit", "give", "ann", "posts", "-1").err()).contains("0 or more");
        assertThat(run("limit", "give", "nobody", "posts", "1").code()).isEqualTo(Exit.REFUSED);
        assertThat(run("limit", "list").out()).isEqualTo("None.\n");
    }

    @Test
    void bringsPlaces() throws Exception {
        Path file = Files.writeString(
                folder.resolve("places.csv"),
                "id,name,city,latitude,longitude\n1,Harbour Library,Galway,53.27,-9.05\n2,Quay,Galway,53.26,-9.06\n");
        assertThat(run("place", "import", "places.csv").out()).containsPattern("added +2");
        assertThat(json("place", "import", "places.csv").text("unchanged")).contains("2");
        assertThat(run("place", "list", "harbour", "galway").out())
                .contains("Harbour Library")
                .doesNotContain("Quay");
        assertThat(run("place", "list", "--limit", "1").out()).hasLineCount(2);
        Node place = json("place", "show", "1");
        assertThat(place.text("latitude")).contains("53.27");
        assertThat(json("place", "show", place.text("id").orElseThrow())).isEqualTo(place);

        Files.writeString(file, "id,name,latitude,longitude\n1,Renamed,1,1\n2,Quay,95,1\n3,,1,1\n");
        CommandRun refused = run("place", "import", "places.csv");
        assertThat(refused.code()).isEqualTo(Exit.MISUSED);
        assertThat(refused.err())
                .isEqualTo("Line 3: latitude is a number from -90 to 90, not \"95\".\nLine 4: name is missing.\n");
        assertThat(run("place", "show", "1").out()).contains("Harbour Library");
        assertThat(run("place", "import", "missing.csv").code()).isEqualTo(Exit.UNAVAILABLE);
        assertThat(run("place", "show", "3").code()).isEqualTo(Exit.REFUSED);
    }

    private Node json(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = "--json";
        return Json.parse(run(all).out());
    }

    private CommandRun run(String... words) {
        return CommandRun.with(KEY, folder, words);
    }
}
