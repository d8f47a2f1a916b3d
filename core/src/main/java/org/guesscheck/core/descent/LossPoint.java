package org.guesscheck.core.descent;

import org.guesscheck.core.problem.Problem;

/**
 * Losses at one epoch of a run.
 *
 * @param epoch number of steps taken; 0 for the initial weights
 * @param trainLoss mean squared residual over the training measurements
 * @param generalizationLoss mean squared residual over the test measurements
 */
public record LossPoint(int epoch, double trainLoss, double generalizationLoss) {
    /** The losses of a predicted matrix, evaluated in double precision. */
    static LossPoint of(int epoch, Problem problem, float[] predicted) {
        double[] values = new double[predicted.length];
        for (int e = 0; e < values.length; e++) {
            values[e] = predicted[e];
        }
        return new LossPoint(epoch, problem.trainLoss(values), problem.generalizationLoss(values));
    }

    /** Whether the training loss is as small a share of the zero matrix's as a fitted run's. */
    boolean converged(Problem problem) {
        return trainLoss <= Descent.CONVERGED_SHARE * problem.trainLoss(new double[problem.rows() * problem.cols()]);
    }
}
