package org.guesscheck.gnc.files;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Whether the program waits for the other end of a pipe or for a terminal. Such a wait can't be ended from within, and nothing is
 * unsaved, so Ctrl-C need not wait for it.
 */
public final class Waiting {
    private static final AtomicInteger NOW = new AtomicInteger();

    private Waiting() {}

    /** A call that may wait for the other end of a pipe. */
    interface Call<T> {
        /** Makes the call. */
        T call() throws IOException;
    }

    /** Makes a call, and counts it as waiting until it returns. */
    static <T> T during(Call<T> call) throws IOException {
        NOW.incrementAndGet();
        try {
            return call.call();
        } finally {
            NOW.decrementAndGet();
        }
    }

    /** Whether such a call is under way. */
    public static boolean now() {
        return NOW.get() > 0;
    }
}
