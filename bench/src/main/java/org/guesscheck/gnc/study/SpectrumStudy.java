package org.guesscheck.gnc.study;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.core.estimate.Moments;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.RejectionSampler;

/**
 * Normalized singular values, s_i / sqrt(sum s^2) with the largest first, of the products of accepted draws and of the prior, at several
 * depths. {@link RankStudy} condenses them to one number.
 */
final class SpectrumStudy implements Study {
    private static final int[] DEPTHS = {2, 4, 10};

    @Override
    public String name() {
        return "beyond-spectrum";
    }

    @Override
    public String shows() {
        return "normalized singular values of accepted products and of the prior's at several depths";
    }

    @Override
    public Curves run(Setting setting) {
        Problem problem = setting.problem();
        Curves curves = new Curves(
                "normalized Gaussian prior, linear, width 5, eps " + Products.EPS,
                "number of the singular value",
                "singular value of the normalized product",
                false,
                true);
        for (int depth : DEPTHS) {
            Products products = Products.draw(setting, problem, depth);
            add(curves, "depth " + depth + ", accepted", products.accepted(), problem);
            add(curves, "depth " + depth + ", prior", products.prior(), problem);
            setting.log().accept("depth " + depth + ": " + products.accepted().size() + " accepted products");
        }
        return curves;
    }

    private static void add(Curves curves, String name, List<float[]> products, Problem problem) {
        if (products.size() < 2) {
            return;
        }
        Moments[] moments = Stream.generate(Moments::new).limit(problem.cols()).toArray(Moments[]::new);
        for (float[] product : products) {
            double[] values = SingularValues.of(product, problem.rows(), problem.cols());
            double norm = Math.sqrt(Arrays.stream(values).map(s -> s * s).sum());
            for (int i = 0; i < values.length; i++) {
                moments[i].add(values[i] / norm);
            }
        }
        for (int i = 0; i < moments.length; i++) {
            curves.add(name, i + 1, moments[i], RejectionSampler.NAME);
        }
    }
}
