package org.guesscheck.gnc.options;

import java.util.OptionalInt;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** The threads and the backend that compute; the result does not depend on them. */
public final class SamplerOptions {
    private static final int MOST_THREADS = 1024;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (one for each processor).")
    private Integer threads;

    @Option(
            names = "--backend",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto, vector, jni or scalar, or a width or tier of one, such as vector-256 or jni-avx2"
                    + " (${DEFAULT-VALUE}).")
    private String backend;

    /**
     * Checks both before any work is done.
     *
     * @throws InputException if one is not allowed
     */
    public void check() {
        Choice.of("--backend", backend, Backends.names());
        if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
            throw new InputException("--threads " + threads + ": 1 to " + MOST_THREADS + " is allowed");
        }
    }

    /** The name of a backend, or {@code auto}. */
    public String backend() {
        return backend;
    }

    /** How many threads were asked for. */
    public OptionalInt threads() {
        return threads == null ? OptionalInt.empty() : OptionalInt.of(threads);
    }
}
