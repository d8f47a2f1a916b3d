package org.guesscheck.core.problem;

import java.util.concurrent.CancellationException;

/** Stops the making of a problem when its thread is interrupted. */
final class InterruptCheck {
    private InterruptCheck() {}

    /** Throws if the thread is interrupted, and leaves its interrupt status set. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
