package org.guesscheck.bench.sweep;

import org.guesscheck.core.descent.Descent;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.ThresholdEstimate;

/**
 * What is known of one trial at one width or depth, once both methods are done.
 *
 * @param trial number of the trial, from 0
 * @param index index of the width or depth
 * @param problem the trial's problem
 * @param posterior of guess and check
 * @param descent of gradient descent
 */
public record Cell(int trial, int index, Problem problem, Posterior posterior, Descent descent) {
    /** The estimate of the sweep's one threshold. */
    public ThresholdEstimate estimate() {
        return posterior.thresholds().getFirst();
    }

    /** Whether guess and check's estimate passed its checks. */
    public boolean trustworthy() {
        return posterior.diagnostics().trustworthy();
    }

    /** Mean generalization loss of the accepted draws, NaN where none was accepted. */
    public double posteriorMean() {
        return estimate().generalizationLoss().map(loss -> loss.mean()).orElse(Double.NaN);
    }

    /** Generalization loss of the matrix that is zero everywhere. */
    public double zeroMatrixLoss() {
        return problem.generalizationLoss(new double[problem.rows() * problem.cols()]);
    }
}
