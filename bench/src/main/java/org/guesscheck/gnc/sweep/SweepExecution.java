package org.guesscheck.gnc.sweep;

import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * How a sweep is executed; no result depends on it.
 *
 * @param threads of all cells together, or as many as the machine has
 * @param backend of the sampler
 * @param cancelled asked often; true stops the run
 */
public record SweepExecution(OptionalInt threads, String backend, BooleanSupplier cancelled) {
    int allThreads() {
        return threads.orElse(Runtime.getRuntime().availableProcessors());
    }
}
