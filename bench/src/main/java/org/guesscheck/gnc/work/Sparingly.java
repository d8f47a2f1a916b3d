package org.guesscheck.gnc.work;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Repeats what takes the longer the more there is, for so small a share of the time that it does not matter. For one thread. */
public final class Sparingly {
    private static final long LEAST_NANOS = TimeUnit.SECONDS.toNanos(5);

    /** Between two times there passes this many times what one takes. */
    private static final int RARER = 50;

    private final LongSupplier nanoTime;
    private boolean ran;
    private long endedAt;
    private long took;

    /** What is repeated. */
    public interface Action {
        /** Does it. */
        void run() throws IOException;
    }

    /** Takes the clock. */
    public Sparingly(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Does it the first time, and then only if it was not done a moment ago. */
    public void run(Action action) throws IOException {
        long start = nanoTime.getAsLong();
        if (ran && start - endedAt < Math.max(LEAST_NANOS, RARER * took)) {
            return;
        }
        action.run();
        ran = true;
        endedAt = nanoTime.getAsLong();
        took = endedAt - start;
    }
}
