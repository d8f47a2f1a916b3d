package org.guesscheck.gnc.sweep;

import java.util.OptionalInt;
import java.util.function.BooleanSupplier;

/**
 * How a sweep is executed; no result depends on it.
 *
 * @param workplace where units of work are computed
 * @param cancelled asked often; true stops the run
 */
public record SweepExecution(Workplace workplace, BooleanSupplier cancelled) {
    /**
     * By threads of this machine.
     *
     * @param threads of all cells together, or as many as the machine has
     * @param backend of the sampler
     */
    public SweepExecution(OptionalInt threads, String backend, BooleanSupplier cancelled) {
        this(new ThisMachine(threads, backend), cancelled);
    }
}
