package org.guesscheck.gnc.terminal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.guesscheck.gnc.files.Waiting;

/** Ctrl-C: asks the work to stop and keeps the JVM alive until the finished part is saved. */
public final class Interruption {
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch over = new CountDownLatch(1);
    private volatile boolean requested;

    /** Hears Ctrl-C from now on. */
    public void listen() {
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

    /** Asks the work to stop, as Ctrl-C does. */
    public void request() {
        requested = true;
    }

    /** Whether the work is to stop. */
    public boolean requested() {
        return requested;
    }

    /** Lets the JVM end. */
    public void workIsOver() {
        over.countDown();
    }
}
