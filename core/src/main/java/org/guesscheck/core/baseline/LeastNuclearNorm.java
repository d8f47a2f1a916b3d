package org.guesscheck.core.baseline;

import org.guesscheck.core.problem.Problem;

/**
 * The matrix of least nuclear norm by the alternating direction method of multipliers (Boyd, Parikh, Chu, Peleato and Eckstein
 * 2011, section 5.2): singular values are shrunk (Cai, Candes and Shen 2010) and the result projected onto the matrices that
 * fit, in turns. The sum of all misfits, scaled, is a certificate: it bounds the least norm from below.
 */
final class LeastNuclearNorm {
    private static final double GAP = 1e-7;
    private static final int MOST_ITERATIONS = 100_000;

    /** Iterations between two looks at the gap, which costs two decompositions. */
    private static final int LOOK = 25;

    private final Problem problem;
    private final FittingMatrices fitting;
    private final double[] start;

    /** By how much singular values are shrunk, and steps of the dual are divided. */
    private final double amount;

    private double[] fit;
    private final double[] misfit;

    private LeastNuclearNorm(Problem problem) {
        this.problem = problem;
        fitting = FittingMatrices.of(problem);
        start = fitting.closestToZero();
        // A share of the mean singular value, so that the result does not depend on the unit of the targets.
        amount = 0.2 * decomposed(start).nuclearNorm() / Math.min(problem.rows(), problem.cols());
        fit = start.clone();
        misfit = new double[start.length];
    }

    static Baseline of(Problem problem) {
        LeastNuclearNorm all = new LeastNuclearNorm(problem);
        return all.amount > 0 ? all.solve() : new Baseline(all.fit, problem.generalizationLoss(all.fit), 0, 0);
    }

    private Baseline solve() {
        double norm = decomposed(fit).nuclearNorm();
        double gap = 1;
        for (int i = 1; i <= MOST_ITERATIONS && gap > GAP; i++) {
            step();
            if (i % LOOK == 0) {
                norm = decomposed(fit).nuclearNorm();
                gap = (norm - bound()) / norm;
            }
        }
        return new Baseline(fit, problem.generalizationLoss(fit), norm, gap);
    }

    private void step() {
        double[] shifted = fit.clone();
        FittingMatrices.add(shifted, -1, misfit);
        double[] low = decomposed(shifted).shrunk(amount);
        FittingMatrices.add(misfit, 1, low);
        fit = misfit.clone();
        fitting.project(fit);
        FittingMatrices.add(misfit, -1, fit);
    }

    /** A lower bound of the least norm: the inner product with a matrix of the data's span whose spectral norm is at most 1. */
    private double bound() {
        double spectral = decomposed(misfit).spectralNorm() / amount;
        double along = -FittingMatrices.dot(misfit, start) / amount;
        return along / Math.max(1, spectral);
    }

    private SingularValues decomposed(double[] matrix) {
        return SingularValues.of(problem.rows(), problem.cols(), matrix);
    }
}
