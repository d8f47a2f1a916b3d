package org.guesscheck.core.sampler.rejection;

import org.guesscheck.core.estimate.ExactMoments;
import org.guesscheck.core.posterior.Diagnostics;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.sampler.work.PriorSample;

/**
 * Folds the prior's losses, in order. Those of a subsample come as exact sums, so that a part of a long run has a few numbers in
 * the place of a loss for every 64th draw.
 */
final class PriorLosses {
    private final PriorSample all = new PriorSample();
    private final ExactMoments subsample = new ExactMoments();
    private long others;

    void add(ClaimResult claim) {
        for (int i = 0; i < claim.sampled; i++) {
            all.add(claim.prior[i]);
        }
        subsample.add(claim.priorSums);
        others += claim.priorOthers;
    }

    private boolean sampled() {
        return subsample.count() + others > 0;
    }

    PriorMean mean() {
        return sampled() ? new PriorMean(subsample.mean(), subsample.standardError(), subsample.count()) : all.mean();
    }

    void judge(Diagnostics.Builder out) {
        if (sampled()) {
            PriorSample.judge(others, subsample.count(), out);
        } else {
            all.judge(out);
        }
    }
}
