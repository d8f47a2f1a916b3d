package org.guesscheck.core.descent;

/**
 * Where gradient descent starts. Immutable.
 *
 * @param scale factor on the initial weights, finite and above 0
 * @param seed seed of the initial weights
 */
record Initialization(double scale, long seed) {
    /** The width experiment's scale, and seed 0. */
    static final Initialization DEFAULTS = new Initialization(1e-3, 0);

    Initialization scale(double value) {
        Ranges.require(value > 0 && value < Double.POSITIVE_INFINITY, "initScale", value, "a finite number above 0");
        return new Initialization(value, seed);
    }

    Initialization seed(long value) {
        return new Initialization(scale, value);
    }
}
