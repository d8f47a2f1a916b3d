package org.guesscheck.bench.suite;

import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.WeightLayout;
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

    private Flops() {}

    /** Of one draw of a linear network, which is judged by its first residuals, as most are. */
    static double draw(Question question) {
        Network network = question.network();
        double entries = question.rows() * question.cols();
        double judging = question.firstResiduals() * (2 * entries + 4);
        double normalizing = network.normalized() ? 2 * entries + 4 : 0;
        return NORMAL * question.layout().weights() + product(question.rows(), network) + normalizing + judging;
    }

    /** Of one epoch of gradient descent: forward, twice as much backward, the residuals, and a step for every weight. */
    static double epoch(Network network) {
        double entries = Shape.SIDE * Shape.SIDE;
        return 3 * product(Shape.SIDE, network) + 4 * entries * Shape.MEASUREMENTS + 4 * weights(network);
    }

    private static double weights(Network network) {
        return WeightLayout.of(Shape.SIDE, Shape.SIDE, network).weights();
    }

    private static double product(int side, Network network) {
        double k = network.width();
        return 2 * side * k * (k * (network.depth() - 2) + side);
    }
}
