package org.guesscheck.gnc.study;

import java.util.Locale;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;

/** Guess and check against its threshold, down to accepted networks that interpolate the training data. */
final class EpsStudy implements Study {
    private static final double[] THRESHOLDS = {1, 0.1, 0.03, 0.01, 1e-3, 1e-4, 1e-6};
    private static final long MOST_DRAWS = 1 << 17;
    private static final int[][] SHAPES = {{5, 2}, {20, 2}, {160, 2}};

    @Override
    public String name() {
        return "beyond-eps";
    }

    @Override
    public String shows() {
        return "generalization loss of the accepted against the threshold, down to interpolation";
    }

    @Override
    public Curves run(Setting setting) {
        Problem problem = setting.problem();
        Curves curves = new Curves(
                "Gaussian prior, linear, 5 x 5, rank 1, 15 measurements",
                "threshold of the training loss",
                "generalization loss of the accepted",
                true,
                false);
        for (int[] shape : SHAPES) {
            for (double eps : THRESHOLDS) {
                Posterior posterior = setting.with(ConditionalSampler.of(problem, Network.linear(shape[0], shape[1])))
                        .eps(eps)
                        .draws(MOST_DRAWS)
                        .relativeError(0.03)
                        .run();
                curves.add("width " + shape[0] + ", depth " + shape[1], eps, posterior);
                setting.log()
                        .accept(String.format(
                                Locale.ROOT,
                                "width %d depth %d eps %s: p %.3g, %s",
                                shape[0],
                                shape[1],
                                eps,
                                posterior.thresholds().getFirst().probability(),
                                posterior.origin().sampler()));
            }
        }
        return curves;
    }
}
