package org.guesscheck.core.sampler.auto;

import org.guesscheck.core.kernel.Reduction;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.conditional.ConditionalRun;
import org.guesscheck.core.sampler.splitting.SplittingRun;

/**
 * How long each method would take for a wanted error, in seconds of one core of the development machine. Only ratios matter, and
 * they are functions of the question, not of a clock, so that the same question always takes the same method.
 */
final class CostModel {
    /** Nanoseconds to draw one weight and multiply by it, all in vectors; or a number of the reduced form, which takes no longer. */
    private static final double PER_WEIGHT = 0.2;

    /** Nanoseconds of a draw that do not depend on the network. */
    private static final double PER_DRAW = 2;

    /** Nanoseconds for one operation of the factorizations behind the conditional estimator, which are not in vectors. */
    private static final double PER_OPERATION = 2.5;

    /** Evaluations of splitting for a relative error of 1, over the square of the logarithm of p; a rough figure. */
    private static final double EVALUATIONS = 8;

    private final double weights;
    private final double drawNanos;
    private final double conditionalNanos;

    CostModel(Problem problem, Network network) {
        int rows = problem.rows();
        weights = Reduction.layout(rows, problem.cols(), network).vectors();
        drawNanos = PER_DRAW + PER_WEIGHT * weights;
        double entries = (double) problem.rows() * problem.cols();
        double n = problem.train().count();
        double tests = problem.test().count();
        double lastUnits = Reduction.applies(rows, network) ? rows : network.width();
        double features = network.depth() == 1 ? 0 : weights - lastUnits * problem.cols();
        double perDraw = entries * n * (problem.rows() + n / 2 + tests) + n * n * (n / 3 + tests / 2);
        double perPoint = entries * (problem.rows() + 2 * n + tests) + n * (2 * n + tests);
        conditionalNanos = PER_WEIGHT * features + PER_OPERATION * (perDraw + ConditionalRun.POINTS * perPoint);
    }

    /** Weights that a draw has, or the numbers of its reduced form. */
    double weights() {
        return weights;
    }

    double rejection(double draws) {
        return 1e-9 * drawNanos * draws;
    }

    double conditional(double draws) {
        return 1e-9 * conditionalNanos * draws;
    }

    double splitting(double probability, double relativeError) {
        double levels = Math.max(1, -StrictMath.log(probability));
        return rejection(SplittingRun.MOVE_IN_DRAWS * EVALUATIONS * levels * levels / (relativeError * relativeError));
    }
}
