package org.guesscheck.core.comparison;

import java.util.Arrays;
import java.util.Collection;
import org.guesscheck.core.posterior.WeightedDraws;

/**
 * Bins of generalization losses that all samples of a comparison share; immutable.
 *
 * <p>They are equally wide, on a logarithmic scale where the medians of the samples are more than a factor of {@value #LINEAR_UP_TO}
 * apart. They reach to the 0.995 quantile of the sample where that is largest, and on a logarithmic scale from the least 0.005 quantile
 * on, otherwise from the smallest loss. The first and the last bin also have the losses beyond, which are few and may be far away.
 */
public final class LossBins {
    /** Ratio of medians up to which bins are equally wide on a linear scale. */
    static final double LINEAR_UP_TO = 10;

    private static final int BINS = 60;

    /** The share of a sample beyond the last bin's end. */
    private static final double BEYOND = 0.005;

    /** A smaller loss counts as this on a logarithmic scale, in the first bin. */
    private static final double LEAST = 1e-12;

    private final double[] edges;
    private final boolean logarithmic;

    private LossBins(double[] edges, boolean logarithmic) {
        this.edges = edges;
        this.logarithmic = logarithmic;
    }

    /**
     * Bins for some samples.
     *
     * @param samples the samples; one without draws does not count
     * @return their common bins; from 0 to 1 if there are no draws
     */
    public static LossBins common(Collection<WeightedDraws> samples) {
        double smallest = Double.POSITIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        double leastMedian = Double.POSITIVE_INFINITY;
        double mostMedian = 0;
        for (WeightedDraws draws : samples) {
            if (draws.count() > 0) {
                double[] at = LossSummary.quantiles(draws, 0, BEYOND, 0.5, 1 - BEYOND);
                smallest = Math.min(smallest, at[0]);
                low = Math.min(low, at[1]);
                leastMedian = Math.min(leastMedian, at[2]);
                mostMedian = Math.max(mostMedian, at[2]);
                high = Math.max(high, at[3]);
            }
        }
        if (low > high) {
            return new LossBins(edges(0, 1), false);
        }
        if (mostMedian > LINEAR_UP_TO * leastMedian) {
            double[] exponents = edges(StrictMath.log10(Math.max(low, LEAST)), StrictMath.log10(Math.max(high, LEAST)));
            double[] edges = Arrays.stream(exponents)
                    .map(exponent -> StrictMath.pow(10, exponent))
                    .toArray();
            return new LossBins(edges, true);
        }
        return new LossBins(edges(smallest, high), false);
    }

    private static double[] edges(double low, double high) {
        double width = high > low ? (high - low) / BINS : Math.max(Math.abs(low), 1) * 1e-3;
        double[] edges = new double[BINS + 1];
        Arrays.setAll(edges, i -> low + i * width);
        return edges;
    }

    /**
     * Whether bins are equally wide on a logarithmic scale.
     *
     * @return false for a linear scale
     */
    public boolean logarithmic() {
        return logarithmic;
    }

    /**
     * Where bins begin and end.
     *
     * @return rising losses, one more than there are bins
     */
    public double[] edges() {
        return edges.clone();
    }

    /**
     * A sample's histogram.
     *
     * @param draws the sample
     * @return the share of its weight in each bin, 1 in all; zeros without draws
     */
    public double[] shares(WeightedDraws draws) {
        double[] shares = new double[edges.length - 1];
        double total = 0;
        for (int i = 0; i < draws.count(); i++) {
            int found = Arrays.binarySearch(edges, draws.losses()[i]);
            int bin = found >= 0 ? found : -found - 2;
            shares[Math.clamp(bin, 0, shares.length - 1)] += draws.weights()[i];
            total += draws.weights()[i];
        }
        for (int bin = 0; total > 0 && bin < shares.length; bin++) {
            shares[bin] /= total;
        }
        return shares;
    }
}
