package org.guesscheck.core.linear;

import java.util.concurrent.CancellationException;

/** Stops preparation that takes long when its thread is interrupted. */
public final class InterruptCheck {
    private InterruptCheck() {}

    /**
     * Throws if the thread is interrupted, and leaves its interrupt status set.
     *
     * @throws CancellationException if it is
     */
    public static void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("interrupted");
        }
    }
}
