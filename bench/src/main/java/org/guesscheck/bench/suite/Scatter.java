package org.guesscheck.bench.suite;

import java.util.List;
import org.guesscheck.core.estimate.StudentT;

/**
 * The scatter of rounds. Few rounds of one figure may agree by chance, but there are many figures. So a figure's variance counts as at
 * least the median variance of all figures, with {@link #PRIOR_DEGREES} further degrees of freedom, in the manner of Smyth, "Linear
 * models and empirical Bayes methods for assessing differential expression", 2004.
 */
final class Scatter {
    private static final int PRIOR_DEGREES = 4;

    private final double usual;

    /** Takes the figures of all runs. */
    Scatter(List<MeasuredRate> figures) {
        usual = figures.isEmpty()
                ? 0
                : Stopwatch.median(
                        figures.stream().mapToDouble(MeasuredRate::variance).toArray());
    }

    /** Half the width of the interval of the logarithm of a figure's rate. */
    double halfWidth(double confidence, MeasuredRate figure) {
        int rounds = figure.rates().length;
        return StudentT.twoSided(confidence, rounds - 1 + PRIOR_DEGREES)
                * Math.sqrt(Math.max(usual, figure.variance()) / rounds);
    }

    /** Half the width of the interval of the logarithm of the ratio of two rates. */
    double halfWidth(double confidence, MeasuredRate a, MeasuredRate b) {
        int m = a.rates().length;
        int n = b.rates().length;
        double pooled = ((m - 1) * a.variance() + (n - 1) * b.variance()) / (m + n - 2);
        return StudentT.twoSided(confidence, m + n - 2 + PRIOR_DEGREES)
                * Math.sqrt(Math.max(usual, pooled) * (1.0 / m + 1.0 / n));
    }
}
