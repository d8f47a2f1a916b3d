package org.guesscheck.gnc.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guesscheck.gnc.files.Waiting;

/** Ctrl-C: asks the work to stop and keeps the JVM alive until what is finished is saved. */
final class Interruption {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean requested;

    void listen() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "gnc-interruption"));
    }

    private void stop() {
        requested = true;
        if (Waiting.now()) {
            System.err.println("gnc: interrupted; nothing was finished");
            return;
        }
        try {
            if (!over.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("gnc: the work did not stop within " + PATIENCE_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void request() {
        requested = true;
    }

    boolean requested() {
        return requested;
    }

    void workIsOver() {
        over.countDown();
    }
}
