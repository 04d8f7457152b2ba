package bobbin.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the process of a server ends, as docs/operate/install.md promises it to those who supervise it. */
class StopTest {
    /** Whoever started the tests may have had interrupts ignored, which children inherit. */
    private static final String WITH_SIGNALS = "exec env --default-signal=INT,TERM \"$0\" \"$@\"";

    @TempDir
    Path folder;

    @Test
    void endsWith143WhenItIsToldToStop() {
        assertThat(endAfter("TERM")).isEqualTo(143);
    }

    @Test
    void endsWith130WhenItIsInterrupted() {
        assertThat(endAfter("INT")).isEqualTo(130);
    }

    /** Whatever was acknowledged before is there after the next start. */
    private int endAfter(String signal) {
        Path data = folder.resolve("data");
        String post;
        int code;
        try (Launched server = Launched.dev(data, Map.of(), WITH_SIGNALS)) {
            post = server.dev()
                    .as("ann")
                    .post("/me/threads", "media_type", "TEXT", "text", "Hello", "auto_publish_text", "true")
                    .ok()
                    .text("/id");
            server.signal(signal);
            code = server.awaitEnd();
        }
        try (Launched server = Launched.dev(data, Map.of())) {
            server.dev().as("ann").get("/" + post).ok();
        }
        return code;
    }
}
