package org.guesscheck.core.sampler.work;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** How a worker hears that it is to stop: by the caller's condition, or by the interruption of its thread. */
public final class Cancellation {
    private Cancellation() {}

    /**
     * Ends the work where it is to stop; the thread stays interrupted.
     *
     * @param cancelled the caller's condition
     * @throws CancellationException if the condition is true or the thread was interrupted
     */
    public static void check(BooleanSupplier cancelled) {
        if (cancelled.getAsBoolean() || Thread.currentThread().isInterrupted()) {
            throw new CancellationException("cancelled");
        }
    }
}
