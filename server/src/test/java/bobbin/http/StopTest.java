package bobbin.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.base.Setting;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Which connections a stop ends at once, and which it waits for. */
class StopTest {
    private static final HttpSettings SETTINGS =
            HttpSettings.from(Setting::standard).onPorts(0, 0);

    private static Response echo(Request request) {
        return Response.text(200, request.path() + " " + request.bodyText());
    }

    @Test
    void letsARunningRequestEndWhenItStops() throws Exception {
        var begun = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        Handler slow = request -> {
            if (request.path().equals("/quick")) {
                return Response.text(200, "quick");
            }
            begun.countDown();
            try {
                return Response.text(200, String.valueOf(goOn.await(10, TimeUnit.SECONDS)));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        };
        var stopping = Server.start(SETTINGS, slow, slow);
        try (var wire = new Wire(stopping.port());
                var idle = new Wire(stopping.port());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            idle.send("GET /quick HTTP/1.1\nHost: x\n\n").answer();
            wire.send("GET /a HTTP/1.1\nHost: x\n\n");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            var stopped = threads.submit(stopping::close);
            assertThat(idle.isClosed()).isTrue();
            goOn.countDown();
            var answer = wire.answer();
            assertThat(answer.text()).isEqualTo("true");
            assertThat(answer.header("Connection")).isEqualTo("close");
            assertThat(wire.isClosed()).isTrue();
            stopped.get(10, TimeUnit.SECONDS);
        }
        assertThatThrownBy(() -> new Wire(stopping.port()).close()).isInstanceOf(Exception.class);
    }

    @Test
    void answersARequestThatHadBegunToComeWhenItStops() throws Exception {
        try (var server = Server.start(SETTINGS, StopTest::echo, StopTest::echo);
                var begun = new Wire(server.port());
                var idle = new Wire(server.port());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            begun.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 3\nExpect: 100-continue\n\n");
            assertThat(begun.answer().status()).isEqualTo(100);
            idle.send("GET /b HTTP/1.1\nHost: x\n\n").answer();
            var stopped = threads.submit(server::close);
            assertThat(idle.isClosed()).isTrue();

            var answer = begun.send("one").answer();

            assertThat(answer.text()).isEqualTo("/a one");
            assertThat(answer.header("Connection")).isEqualTo("close");
            stopped.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void waitsForNobodyWhoIsSilentWhenItStops() throws Exception {
        for (int i = 0; i < 20; i++) {
            try (var stopping = Server.start(SETTINGS, StopTest::echo, StopTest::echo);
                    var rested = new Wire(stopping.port())) {
                rested.send("GET /a HTTP/1.1\nHost: x\n\n").answer();
                try (var _ = new Wire(stopping.port());
                        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                    threads.submit(stopping::close).get(5, TimeUnit.SECONDS);
                    assertThat(rested.isClosed()).isTrue();
                }
            }
        }
    }
}
