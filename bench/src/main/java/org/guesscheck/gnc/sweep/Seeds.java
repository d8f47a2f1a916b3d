package org.guesscheck.gnc.sweep;

import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.gnc.config.CellId;
import org.guesscheck.gnc.config.Point;
import org.guesscheck.gnc.config.SweepConfig;

/**
 * The seeds of a sweep, functions of its seed and of trial and value: a subset of a sweep repeats the same numbers. Any seed of 64
 * bits is allowed, since sums wrap around.
 */
public final class Seeds {
    private Seeds() {}

    /** The problem of a trial, shared by all places of the sweep. */
    public static long problem(SweepConfig c, int trial) {
        return mixed(c.trials().seed(), 0, trial);
    }

    /** The draws of a cell. */
    public static long draws(SweepConfig c, CellId cell) {
        return placed(problem(c, cell.trial()), 1, cell.value());
    }

    /** The initial weights of a run of a cell. Initialization 0 has those of a sweep with one initialization. */
    static long descent(SweepConfig c, CellId cell, int init) {
        long first = placed(problem(c, cell.trial()), 2, cell.value());
        return init == 0 ? first : mixed(first, 3, init);
    }

    private static long placed(long seed, int use, Point place) {
        long mixed = seed;
        for (double value : place.values()) {
            mixed = mixed(mixed, use, number(value));
        }
        return mixed;
    }

    /** Whole numbers as they are, and others by their bits. */
    private static long number(double value) {
        return value == (int) value ? (int) value : Double.doubleToLongBits(value);
    }

    private static long mixed(long seed, int use, long number) {
        return SplitMix64.mix(SplitMix64.mix(seed) + ((long) use << 32) + number);
    }
}
