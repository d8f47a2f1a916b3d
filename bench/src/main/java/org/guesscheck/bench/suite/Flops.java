package org.guesscheck.bench.suite;

import org.guesscheck.core.network.Network;

/**
 * Floating-point operations that the work needs, an fma counted as two; integer operations, conversions and moves are not
 * counted, so that a generator alone can keep a core busy at a small share of its FMA peak.
 */
final class Flops {
    /**
     * Of one normal number: of a pair, 15 fma, 7 multiplications or subtractions and a square root (see {@code
     * NormalPolynomial}).
     */
    static final double NORMAL = (2 * 15 + 7 + 1) / 2.0;

    /** Residuals that are counted for every draw, since most draws are rejected after them. */
    private static final int RESIDUALS = 4;

    private Flops() {}

    /** Of one draw of a linear network on a problem of that side. */
    static double draw(int side, Network network) {
        double entries = side * side;
        double judging = RESIDUALS * (2 * entries + 4);
        double normalizing = network.normalized() ? 2 * entries + 4 : 0;
        return NORMAL * weights(side, network) + product(side, network) + normalizing + judging;
    }

    /** Of one epoch of gradient descent: forward, twice as much backward, the residuals, and a step for every weight. */
    static double epoch(Network network) {
        double entries = Shape.SIDE * Shape.SIDE;
        return 3 * product(Shape.SIDE, network) + 4 * entries * Shape.MEASUREMENTS + 4 * weights(Shape.SIDE, network);
    }

    private static double weights(int side, Network network) {
        double k = network.width();
        return 2 * k * side + k * k * (network.depth() - 2);
    }

    private static double product(int side, Network network) {
        double k = network.width();
        return 2 * side * k * (k * (network.depth() - 2) + side);
    }
}
