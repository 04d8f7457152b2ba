package bobbin.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Rung when there is something to tell, so that it does not wait for the next look. For one listener. */
final class Bell {
    private final Semaphore rung = new Semaphore(0);

    void ring() {
        rung.release();
    }

    /** Waits until it is rung, but no longer than this. */
    void listen(Duration time) throws InterruptedException {
        if (rung.tryAcquire(time.toMillis(), TimeUnit.MILLISECONDS)) {
            rung.drainPermits();
        }
    }
}
