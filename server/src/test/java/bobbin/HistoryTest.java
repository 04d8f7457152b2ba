package bobbin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.account.Account;
import bobbin.base.DataDirectory;
import bobbin.base.OperatorKey;
import bobbin.base.Setting;
import bobbin.json.Json;
import bobbin.lab.History;
import bobbin.lab.LabClock;
import bobbin.script.Acts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened before the first start of a developer's Bobbin (15 §15.20). */
class HistoryTest {
    @TempDir
    Path folder;

    @Test
    void hasALifeBehindIt() {
        try (DevServer server = DevServer.start(folder)) {
            String ann = server.token("ann");
            assertThat(followers(server, "ann")).isGreaterThan(100);
            assertThat(followers(server, "threads")).isGreaterThan(100);
            assertThat(followers(server, "bob")).isEqualTo(99);
            assertThat(server.graph("/me/threads", "fields", "text,timestamp,poll_attachment", "access_token", ann)
                            .body())
                    .contains("tomato plants", "\"total_votes\":12", "Gone by tomorrow")
                    .doesNotContain("Nobody will remember");
            assertThat(server.graph("/me/ghost_posts", "fields", "ghost_post_status,text", "access_token", ann)
                            .body())
                    .contains("ACTIVE", "ARCHIVED", "Nobody will remember");
            String plants = idOf(server, "ann", "tomato plants");
            assertThat(server.graph("/" + plants + "/conversation", "fields", "text,hide_status", "access_token", ann)
                            .body())
                    .contains("NOT_HUSHED", "HIDDEN", "COVERED", "BLOCKED", "RESTRICTED", "I will try that");
            String seeds = idOf(server, "ann", "about seeds");
            assertThat(server.graph(
                                    "/" + seeds + "/pending_replies",
                                    "fields",
                                    "reply_approval_status",
                                    "access_token",
                                    ann)
                            .body())
                    .contains("\"pending\"", "\"ignored\"");
            assertThat(server.graph("/" + seeds + "/replies", "fields", "text", "access_token", ann)
                            .body())
                    .contains("the easiest");
            assertThat(act("bob", "activity")).contains("\"kind\":\"reply\",\"by\":\"ann\"");
            assertThat(server.graph("/me/threads", "fields", "text", "access_token", server.token("threads"))
                            .body())
                    .contains("Welcome to Bobbin", "Only in North America");
            assertThat(server.graph(
                                    "/me/threads",
                                    "fields",
                                    "text",
                                    "since",
                                    "-2 hours",
                                    "access_token",
                                    server.token("threads"))
                            .body())
                    .as("all of it is in the past")
                    .isEqualTo("{\"data\":[]}");
        }
    }

    @Test
    void hasAnotherAppThatReadsItsTestersOnly() {
        try (DevServer server = DevServer.start(folder)) {
            String id = server.note()
                    .get("standard_app")
                    .flatMap(app -> app.text("id"))
                    .orElseThrow();
            String token = Json.parse(run("token", "issue", "dan", id).out())
                    .text("access_token")
                    .orElseThrow();
            String post = idOf(server, "ann", "tomato plants");

            assertThat(server.graph("/" + post, "access_token", server.token("dan"))
                            .status())
                    .isEqualTo(200);
            assertThat(server.graph("/" + post, "access_token", token).body()).contains("\"error_subcode\":33");
        }
    }

    @Test
    void livesThroughItOnce() {
        DevServer.start(folder).close();
        try (DevServer server = DevServer.start(folder)) {
            assertThat(followers(server, "bob")).isEqualTo(99);
            assertThat(server.graph("/me/threads", "fields", "text", "access_token", server.token("ann"))
                            .body())
                    .containsOnlyOnce("tomato plants");
        }
    }

    @Test
    void beginsAnewIfTheFirstStartBrokeOff() {
        Path begun = folder.resolve(".bobbin/beginning");
        breakOff(300);
        assertThat(begun).exists();

        try (DevServer server = DevServer.start(folder)) {
            assertThat(begun).doesNotExist();
            assertThat(followers(server, "bob")).isEqualTo(99);
            assertThat(server.graph("/me/threads", "fields", "text", "access_token", server.token("ann"))
                            .body())
                    .containsOnlyOnce("tomato plants");
        }
        DevServer.start(folder).close();
    }

    /** A first start whose power fails after some deeds. */
    private void breakOff(int deeds) {
        DeveloperFolder developers = new DeveloperFolder(folder.resolve(".bobbin"));
        LabClock clock = developers.clock(InstantSource.system());
        Instant now = clock.instant();
        clock.standAt(now.minus(History.LENGTH));
        Map<Setting<?>, Object> said =
                Map.of(DataDirectory.SETTING, developers.path(), OperatorKey.SETTING, "0123456789abcdef".repeat(4));
        AtomicInteger done = new AtomicInteger();
        try (Parts parts = Parts.of(
                Settings.from(new Setting.Values() {
                    @Override
                    public <T> T get(Setting<T> setting) {
                        return setting.type().cast(said.getOrDefault(setting, setting.standard()));
                    }
                }),
                clock)) {
            developers.key().keep("0123456789abcdef".repeat(4));
            Acts failing = new Acts(
                    username -> {
                        if (done.incrementAndGet() > deeds) {
                            throw new IllegalStateException("no power");
                        }
                        return parts.people.accounts.byUsername(username).map(Account::id);
                    },
                    List.of(List.copyOf(parts.acts.all())));
            History history =
                    new History(parts.people.accounts, parts.seed(), failing, clock, developers.beginning(), now);
            assertThatThrownBy(history::happen).hasMessage("no power");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int followers(DevServer server, String username) {
        String page = server.get(server.note("web_url") + "/@" + username).body();
        return Integer.parseInt(page.replaceAll("(?s).*?(\\d+) followers.*", "$1"));
    }

    /** The id of a post of somebody that holds these words. */
    private static String idOf(DevServer server, String author, String words) {
        return server
                .graph("/me/threads", "fields", "id,text", "access_token", server.token(author))
                .json()
                .get("data")
                .orElseThrow()
                .items()
                .stream()
                .filter(post -> post.text("text").orElse("").contains(words))
                .findFirst()
                .flatMap(post -> post.text("id"))
                .orElseThrow();
    }

    private String act(String as, String act) {
        return run("act", as, act).out();
    }

    private CommandRun run(String... words) {
        return CommandRun.in(
                folder,
                Stream.concat(Stream.of(words), Stream.of("--json", "--data", ".bobbin"))
                        .toArray(String[]::new));
    }
}
