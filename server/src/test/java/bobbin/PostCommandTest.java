package bobbin;

import static org.assertj.core.api.Assertions.assertThat;

import bobbin.base.Id;
import bobbin.json.Json;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostCommandTest {
    @TempDir
    Path folder;

    @Test // 15 §15.17
    void removesAnybodysPostBesideAServer() {
        try (DevServer server = DevServer.start(folder)) {
            String token = server.token("ann");
            for (String form : List.of("%s", "%s/@ann/post/%s/?x=1#y", "%s/t/%s")) {
                String id = server.post(
                                "/me/threads",
                                "media_type",
                                "TEXT",
                                "text",
                                "Buy now",
                                "auto_publish_text",
                                "true",
                                "access_token",
                                token)
                        .text("id");
                String code = Id.parse(id).orElseThrow().shortcode();
                String named = form.equals("%s") ? id : form.formatted(server.note("web_url"), code);

                CommandRun removed = CommandRun.in(folder, "post", "remove", named, "--json");
                assertThat(removed.code()).as(removed.err()).isEqualTo(Exit.DONE);
                assertThat(Json.parse(removed.out()).text("removed")).contains(id);
                assertThat(Json.parse(removed.out()).text("username")).contains("ann");
                assertThat(Json.parse(removed.out()).text("text")).contains("Buy now");
                assertThat(server.graph("/" + id, "access_token", token).body()).contains("\"error_subcode\":33");

                CommandRun again = CommandRun.in(folder, "post", "remove", code);
                assertThat(again.code()).isEqualTo(Exit.REFUSED);
                assertThat(again.err()).isEqualTo("There is no post " + code + ".\n");
            }
        }
    }
}
