package org.guesscheck.core.sampler;

import java.util.function.Consumer;

/** Tells a listener of the progress some tens of times a second, however small the pieces of work are. For one thread at a time. */
final class ProgressReports {
    private static final long EVERY_NANOS = 20_000_000;

    private final Consumer<Progress> listener;
    private final long start = System.nanoTime();
    private long told = start;

    ProgressReports(Consumer<Progress> listener) {
        this.listener = listener;
    }

    /** Tells, unless that was done a moment ago. */
    void tell(long draws, long total, long accepted) {
        long now = System.nanoTime();
        if (now - told >= EVERY_NANOS) {
            told = now;
            listener.accept(new Progress(draws, Math.max(draws, total), accepted, (now - start) * 1e-9));
        }
    }

    /** Tells that this is all. */
    void end(long draws, long accepted) {
        listener.accept(new Progress(draws, draws, accepted, seconds()));
    }

    double seconds() {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** How many draws a wanted error takes, by the error that was reached with some: it falls with their square root. */
    static long needed(long draws, double reached, double wanted, long most) {
        double times = reached / wanted;
        return times >= 0 ? (long) Math.min(most, Math.max(draws, draws * times * times)) : most;
    }
}
