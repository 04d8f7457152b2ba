package bobbin.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bobbin.Fixture;
import bobbin.TestEngine;
import bobbin.base.Id;
import bobbin.base.Setting;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A start where no other server can be running: on SQLite. */
class TakeOverTest {
    private static final WorkSettings SETTINGS = WorkSettings.from(Setting::standard);

    @RegisterExtension
    final Fixture fixture = new Fixture(TestEngine.SQLITE);

    private final Jobs jobs = new Jobs(fixture.ids);

    @Test
    void beginsWithWhatADeadServerHeld() throws InterruptedException {
        Id ann = fixture.ids.newOwner(Id.Kind.ACCOUNT);
        fixture.database.change(tx -> {
            jobs.add(tx, "deed", ann, tx.now());
            jobs.add(tx, "later", ann, tx.now().plusSeconds(1));
        });
        Handler dies = _ -> {
            throw new DeadServer();
        };
        var dead = new Worker(fixture.database, jobs, Map.of("deed", dies), SETTINGS);
        assertThatThrownBy(dead::runDue).isInstanceOf(DeadServer.class);

        CountDownLatch done = new CountDownLatch(1);
        CountDownLatch early = new CountDownLatch(1);
        try (var _ = Worker.start(
                fixture.database,
                jobs,
                Map.of("deed", Handler.of(_ -> done.countDown()), "later", Handler.of(_ -> early.countDown())),
                SETTINGS)) {
            assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(early.getCount())
                    .as("what was never begun is done in its time")
                    .isEqualTo(1);
        }
    }

    /** What no worker catches. */
    private static final class DeadServer extends Error {
        private static final long serialVersionUID = 1;
    }
}
