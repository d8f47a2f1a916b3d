package org.guesscheck.gnc.study;

import java.util.Arrays;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.AcceptedDraw;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;

/**
 * Histograms of the generalization loss of accepted draws and of the prior, at several widths, for the theorem on width. All draws must
 * have the same weight, so the histograms come from rejection.
 */
final class DistributionStudy implements Study {
    private static final int[] WIDTHS = {5, 20, 80, 320};
    private static final int BINS = 30;
    private static final double HIGHEST = 0.6;
    private static final double EPS = 0.05;
    private static final long MOST_DRAWS = 200_000_000;

    @Override
    public String name() {
        return "beyond-distribution";
    }

    @Override
    public String shows() {
        return "histograms of the generalization loss among the accepted at several widths";
    }

    @Override
    public Curves run(Setting setting) {
        Problem problem = setting.problem();
        Curves curves = new Curves(
                "Gaussian prior, linear, depth 2, eps " + EPS, "generalization loss", "density", false, false);
        for (int width : WIDTHS) {
            Network network = Network.linear(width, 2);
            // The losses' relative spread is near 0.5, so a relative error of 0.6 % takes some 7,000 accepted draws.
            double[] accepted = losses(setting.with(RejectionSampler.of(problem, network))
                    .eps(EPS)
                    .draws(MOST_DRAWS)
                    .relativeError(0.006));
            histogram(curves, "width " + width, accepted);
            setting.log().accept("width " + width + ": " + accepted.length + " accepted");
        }
        int widest = WIDTHS[WIDTHS.length - 1];
        double[] prior = losses(setting.with(RejectionSampler.of(problem, Network.linear(widest, 2)))
                .eps(Float.MAX_VALUE)
                .draws(RejectionSampler.RECORDED));
        histogram(curves, "prior, width " + widest, prior);
        return curves;
    }

    private static double[] losses(RejectionSampler sampler) {
        return sampler.run().accepted().stream()
                .mapToDouble(AcceptedDraw::generalizationLoss)
                .toArray();
    }

    private static void histogram(Curves curves, String name, double[] losses) {
        double bin = HIGHEST / BINS;
        for (int i = 0; i < BINS; i++) {
            double from = i * bin;
            long count = Arrays.stream(losses)
                    .filter(loss -> loss >= from && loss < from + bin)
                    .count();
            curves.add(name, from + bin / 2, count / (bin * losses.length));
        }
    }
}
