package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What happens to what was accepted when the machine fails. */
class FaultTest {
    private static final int CLIENTS = 16;
    private static final Map<String, String> WITHOUT_QUOTAS = Map.of("BOBBIN_LIMITS_PROFILE", "off");

    @TempDir
    Path folder;

    /** Drafts that were acknowledged, by text, and publishes that were. */
    private final Map<String, String> containers = new ConcurrentHashMap<>();

    private final Map<String, String> posts = new ConcurrentHashMap<>();

    @Test
    @Spec({"04 §9", "15 §15.1"})
    void losesNothingAndDoublesNothingWhenItIsKilled() throws Exception {
        Path data = folder.resolve("data");
        try (Launched server = Launched.dev(data, WITHOUT_QUOTAS)) {
            CountDownLatch enough = new CountDownLatch(20 * CLIENTS);
            try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
                for (int client = 0; client < CLIENTS; client++) {
                    String name = "client " + client;
                    clients.execute(() -> publishUntilItFails(server.dev().as("bob"), name, enough));
                }
                assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
                server.kill();
            }
        }

        assertThat(posts).hasSizeGreaterThanOrEqualTo(20 * CLIENTS);
        try (Launched server = Launched.dev(data, WITHOUT_QUOTAS)) {
            Api bob = server.dev().as("bob");
            posts.forEach((text, post) -> assertThat(
                            bob.get("/" + post, "fields", "text").ok().text("/text"))
                    .isEqualTo(text));
            containers.forEach((text, container) -> {
                String post = bob.post("/me/threads_publish", "creation_id", container)
                        .ok()
                        .text("/id");
                assertThat(posts.getOrDefault(text, post)).isEqualTo(post);
            });
            List<String> texts = allTexts(bob);
            assertThat(texts).doesNotHaveDuplicates().containsAll(containers.keySet());
        }
    }

    @Test
    @Spec({"06 §4.1", "06 §3"})
    void saysSoOnAFullDiskAndRecoversWithoutARestart() {
        Path data = folder.resolve("full");
        Launched.dev(data, WITHOUT_QUOTAS).close();
        // Files may not grow beyond 4 MiB, as if the disk were full.
        try (Launched server = Launched.dev(data, WITHOUT_QUOTAS, "ulimit -S -f 4096; exec \"$0\" \"$@\"")) {
            Api ann = server.dev().as("ann");
            Set<String> accepted = new HashSet<>();
            Answer answer = draft(ann);
            for (int i = 0; i < 50_000 && answer.status() == 200; i++) {
                accepted.add(answer.text("/id"));
                answer = draft(ann);
            }
            answer.refused(500, 2, "An unexpected error has occurred. Please retry your request later.");
            assertThat(answer.at("/error/is_transient").asBoolean(false)).isTrue();
            assertThat(ann.get("/me").status()).isEqualTo(200);

            Launched.runAny(List.of("prlimit", "--pid", Long.toString(server.pid()), "--fsize=unlimited"));
            accepted.add(draft(ann).ok().text("/id"));
            accepted.stream()
                    .skip(accepted.size() - 50L)
                    .forEach(id -> ann.get("/" + id).ok());
        }
    }

    @Test
    @Spec({"04 §8", "04 §9"})
    void takesUpAVideoThatWasOnItsWayWhenItIsKilled() throws Exception {
        Path data = folder.resolve("video");
        try (SlowOrigin origin = new SlowOrigin()) {
            String container;
            try (Launched server = Launched.dev(data, WITHOUT_QUOTAS)) {
                Api ann = server.dev().as("ann");
                origin.serve(server.dev().media().video());
                container = ann.post("/me/threads", "media_type", "VIDEO", "video_url", origin.url())
                        .ok()
                        .text("/id");
                origin.awaitHalf();
                server.kill();
            }
            origin.goOn();
            try (Launched server = Launched.dev(data, WITHOUT_QUOTAS)) {
                Api ann = server.dev().as("ann");
                String post = ann.post("/me/threads_publish", "creation_id", container)
                        .ok()
                        .text("/id");
                assertThat(ann.post("/me/threads_publish", "creation_id", container)
                                .ok()
                                .text("/id"))
                        .isEqualTo(post);
                assertThat(ann.get("/me/threads", "fields", "media_type")
                                .ok()
                                .at("/data")
                                .valueStream())
                        .filteredOn(shown -> shown.path("media_type").asString().equals("VIDEO"))
                        .extracting(shown -> shown.path("id").asString())
                        .containsExactly(post);
            }
            assertThat(origin.times()).isEqualTo(2);
        }
    }

    private void publishUntilItFails(Api api, String name, CountDownLatch enough) {
        try {
            for (int i = 0; ; i++) {
                String text = name + " post " + i;
                String container = api.post("/me/threads", "media_type", "TEXT", "text", text)
                        .ok()
                        .text("/id");
                containers.put(text, container);
                posts.put(
                        text,
                        api.post("/me/threads_publish", "creation_id", container)
                                .ok()
                                .text("/id"));
                enough.countDown();
            }
        } catch (java.io.UncheckedIOException _) {
            // The server is gone, as the test wants it.
        }
    }

    private static Answer draft(Api api) {
        return api.post("/me/threads", "media_type", "TEXT", "text", "x".repeat(500));
    }

    private static List<String> allTexts(Api api) {
        List<String> texts = new ArrayList<>();
        Answer page = api.get("/me/threads", "fields", "text", "limit", "100").ok();
        while (page.has("/data/0")) {
            texts.addAll(page.at("/data")
                    .valueStream()
                    .map(post -> post.path("text"))
                    .map(JsonNode::asString)
                    .toList());
            page = api.get("/me/threads", "fields", "text", "limit", "100", "after", page.text("/paging/cursors/after"))
                    .ok();
        }
        return texts;
    }
}
