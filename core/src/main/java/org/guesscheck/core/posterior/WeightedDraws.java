package org.guesscheck.core.posterior;

import java.util.Objects;

/**
 * A weighted sample of networks: generalization losses, their weights, and the groups of draws that may depend on each other. Groups are
 * independent and have one law, so that resampling them tells how far the sample may be from that law. The arrays are not to be changed.
 *
 * <p>By rejection every accepted draw has weight 1 and a group of its own. By splitting the particles of a replica are a group, and a
 * replica that lost all its particles is a group without draws. The conditional sampler's points with the same hidden features are a group.
 *
 * @param losses generalization losses, finite
 * @param weights a weight for each, above 0
 * @param groups the number of each draw's group, 0 to groupCount - 1
 * @param groupCount how many groups there are, those without draws included
 * @param meanPredicted the weighted mean of the predicted matrices, row by row; empty if there are no draws
 */
public record WeightedDraws(double[] losses, double[] weights, int[] groups, int groupCount, double[] meanPredicted) {
    /** The most draws that a sampler keeps: the first ones. */
    public static final int MOST = 1 << 20;

    /** No draws. */
    public static final WeightedDraws NONE =
            new WeightedDraws(new double[0], new double[0], new int[0], 0, new double[0]);

    /**
     * Checks the lengths.
     *
     * @throws IllegalArgumentException if they differ
     */
    public WeightedDraws {
        Objects.requireNonNull(meanPredicted, "meanPredicted");
        if (losses.length != weights.length || losses.length != groups.length) {
            throw new IllegalArgumentException("losses: " + losses.length + ", weights: " + weights.length
                    + ", groups: " + groups.length + "; equal numbers are needed");
        }
    }

    /**
     * Draws with equal weights, each a group of its own.
     *
     * @param losses generalization losses, finite
     * @param meanPredicted the mean of the predicted matrices, row by row
     * @return a sample
     */
    public static WeightedDraws independent(double[] losses, double[] meanPredicted) {
        double[] weights = new double[losses.length];
        int[] groups = new int[losses.length];
        for (int i = 0; i < losses.length; i++) {
            weights[i] = 1;
            groups[i] = i;
        }
        return new WeightedDraws(losses, weights, groups, losses.length, meanPredicted);
    }

    /**
     * How many draws there are.
     *
     * @return 0 or more
     */
    public int count() {
        return losses.length;
    }

    /**
     * The weights of the groups.
     *
     * @return one for each group, 0 for a group without draws
     */
    public double[] groupWeights() {
        double[] sums = new double[groupCount];
        for (int i = 0; i < groups.length; i++) {
            sums[groups[i]] += weights[i];
        }
        return sums;
    }

    /**
     * How many groups of equal weight would be worth as much (Kish 1965).
     *
     * @return (sum w)^2 / sum w^2 over the groups; 0 if there are no draws
     */
    public double effectiveGroups() {
        double sum = 0;
        double squares = 0;
        for (double weight : groupWeights()) {
            sum += weight;
            squares += weight * weight;
        }
        return squares > 0 ? sum / squares * sum : 0;
    }
}
