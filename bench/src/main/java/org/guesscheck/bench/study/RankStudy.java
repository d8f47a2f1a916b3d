package org.guesscheck.bench.study;

import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.AcceptedDraw;
import org.guesscheck.core.sampler.Posterior;
import org.guesscheck.core.sampler.RejectionSampler;

/**
 * Effective rank of the product, among the accepted and under the prior, against depth: the mechanism of the theorem on
 * depth. The effective rank is the participation ratio of the squared singular values, (sum s^2)^2 / sum s^4.
 */
final class RankStudy implements Study {
    private static final int[] DEPTHS = {2, 3, 4, 5, 6, 8, 10};
    private static final double EPS = 0.02;
    private static final long MOST_DRAWS = 20_000_000;

    /** Products that are made again for each point; each takes as long as half a chunk of draws. */
    private static final int PRODUCTS = 100;

    @Override
    public String name() {
        return "beyond-rank";
    }

    @Override
    public String shows() {
        return "effective rank of accepted products and of the prior's against depth";
    }

    @Override
    public Curves run(Setting setting) {
        Problem problem = setting.problem();
        Curves curves = new Curves(
                "normalized Gaussian prior, linear, width 5, eps " + EPS, "depth", "effective rank", false, false);
        for (int depth : DEPTHS) {
            RejectionSampler sampler = setting.with(RejectionSampler.of(
                            problem, Network.linear(5, depth).normalize()))
                    .eps(EPS)
                    .draws(MOST_DRAWS)
                    .relativeError(0.05);
            Posterior posterior = sampler.run();
            long[] accepted = posterior.accepted().stream()
                    .mapToLong(AcceptedDraw::draw)
                    .limit(PRODUCTS)
                    .toArray();
            add(curves, "accepted", depth, sampler, accepted, problem);
            // All draws before any condition, so these are the prior's.
            long[] first = java.util.stream.LongStream.range(0, PRODUCTS).toArray();
            add(curves, "prior", depth, sampler, first, problem);
            setting.log().accept("depth " + depth + ": " + accepted.length + " accepted products");
        }
        return curves;
    }

    private static void add(
            Curves curves, String name, int depth, RejectionSampler sampler, long[] draws, Problem problem) {
        if (draws.length < 2) {
            return;
        }
        double sum = 0;
        double squares = 0;
        for (long draw : draws) {
            double rank = effectiveRank(sampler.replay(draw).product(), problem.rows(), problem.cols());
            sum += rank;
            squares += rank * rank;
        }
        double mean = sum / draws.length;
        double half = 1.96 * Math.sqrt((squares / draws.length - mean * mean) / (draws.length - 1.0));
        curves.add(name, new Curves.Point(depth, mean, mean - half, mean + half, true, RejectionSampler.NAME));
    }

    /** From the entries of W W^T: its trace is the sum of squared singular values, its squared norm that of their squares. */
    static double effectiveRank(float[] product, int rows, int cols) {
        double trace = 0;
        double squaredNorm = 0;
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < rows; s++) {
                double dot = 0;
                for (int c = 0; c < cols; c++) {
                    dot += (double) product[r * cols + c] * product[s * cols + c];
                }
                squaredNorm += dot * dot;
                trace += r == s ? dot : 0;
            }
        }
        return trace * trace / squaredNorm;
    }
}
