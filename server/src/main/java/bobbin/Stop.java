package bobbin;

import java.util.concurrent.CountDownLatch;

/** The wish that a running server stops, and the news that it has. */
final class Stop {
    private final CountDownLatch wished = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    /** Asks for the stop; does not wait. */
    void wish() {
        wished.countDown();
    }

    /** Waits until somebody asks for the stop. */
    void awaitWish() throws InterruptedException {
        wished.await();
    }

    /** Tells that everything has been stopped in order. */
    void tellDone() {
        done.countDown();
    }

    /** Waits until everything has been stopped in order. */
    void awaitDone() throws InterruptedException {
        done.await();
    }
}
