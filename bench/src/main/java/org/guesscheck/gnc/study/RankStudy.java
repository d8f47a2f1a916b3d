package org.guesscheck.gnc.study;

import java.util.List;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;

/**
 * Effective rank of the products of accepted draws and of the prior, against depth: the mechanism of the theorem on depth. The
 * effective rank is the participation ratio of the squared singular values, (sum s^2)^2 / sum s^4.
 */
final class RankStudy implements Study {
    private static final int[] DEPTHS = {2, 3, 4, 5, 6, 8, 10};

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
                "normalized Gaussian prior, linear, width 5, eps " + Products.EPS,
                "depth",
                "effective rank",
                false,
                false);
        for (int depth : DEPTHS) {
            Products products = Products.draw(setting, problem, depth);
            add(curves, "accepted", depth, products.accepted(), problem);
            add(curves, "prior", depth, products.prior(), problem);
            setting.log().accept("depth " + depth + ": " + products.accepted().size() + " accepted products");
        }
        return curves;
    }

    private static void add(Curves curves, String name, int depth, List<float[]> products, Problem problem) {
        Moments ranks = new Moments();
        products.forEach(w -> ranks.add(effectiveRank(w, problem.rows(), problem.cols())));
        if (ranks.count() >= 2) {
            curves.add(name, depth, ranks, RejectionSampler.NAME);
        }
    }

    /** (tr W W^T)^2 / ||W W^T||^2, since the trace is the sum of s^2 and the squared Frobenius norm is the sum of s^4. */
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
