package org.guesscheck.bench.cli;

import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** How draws are made, without effect on their result. */
final class SamplerOptions {
    @Option(names = "--threads", paramLabel = "N", description = "Threads (all of the machine's).")
    Integer threads;

    @Option(
            names = "--backend",
            defaultValue = "auto",
            paramLabel = "NAME",
            description = "auto, vector or scalar (${DEFAULT-VALUE}).")
    String backend;

    void check() {
        Choice.of("--backend", backend, List.of("auto", "vector", "scalar"));
    }

    OptionalInt threads() {
        return threads == null ? OptionalInt.empty() : OptionalInt.of(threads);
    }
}
