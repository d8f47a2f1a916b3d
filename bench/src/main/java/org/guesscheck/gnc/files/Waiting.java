package org.guesscheck.gnc.files;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the program waits for the other end of a pipe or for a terminal. Nothing wakes it there, and nothing is unsaved, so who
 * asks it to stop need not wait too.
 */
public final class Waiting {
    private static final AtomicInteger NOW = new AtomicInteger();

    private Waiting() {}

    /** What may take until somebody else acts. */
    interface Call<T> {
        /** Does it. */
        T call() throws IOException;
    }

    static <T> T during(Call<T> call) throws IOException {
        NOW.incrementAndGet();
        try {
            return call.call();
        } finally {
            NOW.decrementAndGet();
        }
    }

    /** Whether somebody else has to act. */
    public static boolean now() {
        return NOW.get() > 0;
    }
}
