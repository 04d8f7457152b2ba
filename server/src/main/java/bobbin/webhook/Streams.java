package bobbin.webhook;

import java.util.concurrent.atomic.AtomicLong;

/** Wakes those who wait for what happens next. */
public final class Streams {
    private final AtomicLong count = new AtomicLong();

    void wake() {
        synchronized (this) {
            count.incrementAndGet();
            notifyAll();
        }
    }
}
