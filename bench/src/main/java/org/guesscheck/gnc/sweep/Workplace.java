package org.guesscheck.gnc.sweep;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Where the units of work of a sweep are computed: by threads of this machine, or on a cluster. No result depends on it. May be used by
 * several threads.
 */
public sealed interface Workplace permits ThisMachine, OnCluster {
    /** How many units may be under way at once. */
    int together();

    /**
     * How many cells of a place a unit of gradient descent has.
     *
     * @param cells that the place has
     * @param inits runs of each cell
     * @param lanes runs that go side by side on a thread, 1 where they do not
     */
    int teamSize(int cells, int inits, int lanes);

    /**
     * Waits until another unit is to be begun.
     *
     * @param stop asked often; true ends the waiting
     * @return who computes the unit, to be closed after it
     * @throws CancellationException if the waiting was ended
     */
    UnitWorker enter(BooleanSupplier stop);
}
