package org.guesscheck.gnc.sweep;

import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.random.SplitMix64;
import org.guesscheck.gnc.config.SweepConfig;

/**
 * The seeds of a sweep, functions of its seed and of trial and value: a subset of a sweep repeats the same numbers. Any seed of 64
 * bits is allowed, since sums wrap around.
 */
public final class Seeds {
    private Seeds() {}

    /** The problem of a trial, shared by all widths or depths. */
    public static Problem problem(SweepConfig c, int trial) {
        long seed = problemSeed(c, trial);
        return c.completion()
                ? Problem.completion(c.rows(), c.cols(), c.rank(), c.measurements(), seed)
                : Problem.sensing(c.rows(), c.cols(), c.rank(), c.measurements(), seed);
    }

    static long problemSeed(SweepConfig c, int trial) {
        return mixed(c.seed(), 0, trial);
    }

    /** The seed of the draws of a trial at a width or depth. */
    public static long draws(SweepConfig c, int trial, int index) {
        return mixed(problemSeed(c, trial), 1, c.values().get(index));
    }

    static long descent(SweepConfig c, int trial, int index) {
        return mixed(problemSeed(c, trial), 2, c.values().get(index));
    }

    private static long mixed(long seed, int use, int number) {
        return SplitMix64.mix(SplitMix64.mix(seed) + ((long) use << 32) + number);
    }
}
