package org.guesscheck.core.problem;

import java.util.concurrent.CancellationException;

/** How the making of a problem is stopped: by interrupting its thread. */
final class InterruptCheck {
    private InterruptCheck() {}

    /** Ends the work of an interrupted thread; the thread stays interrupted. */
    static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
