package org.guesscheck.gnc.cli;

import java.util.OptionalInt;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.gnc.text.InputException;
import picocli.CommandLine.Option;

/** How draws are made, without effect on their result. */
final class SamplerOptions {
    private static final int MOST_THREADS = 1024;

    @Option(names = "--threads", paramLabel = "N", description = "Threads (all of the machine's).")
    Integer threads;

    @Option(
            names = "--backend",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto, vector, jni or scalar, or one of their widths such as vector-256, jni-avx2"
                    + " (${DEFAULT-VALUE}).")
    String backend;

    void check() {
        Choice.of("--backend", backend, Backends.names());
        if (threads != null && (threads < 1 || threads > MOST_THREADS)) {
            throw new InputException("--threads " + threads + ": 1 to " + MOST_THREADS + " is allowed");
        }
    }

    OptionalInt threads() {
        return threads == null ? OptionalInt.empty() : OptionalInt.of(threads);
    }
}
