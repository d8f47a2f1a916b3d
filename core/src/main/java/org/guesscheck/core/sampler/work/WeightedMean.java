package org.guesscheck.core.sampler.work;

/** A weighted sum of predicted matrices, in double precision and in the order in which they come. For one thread. */
public final class WeightedMean {
    private final double[] sum;
    private double weight;

    /**
     * Starts with no matrices.
     *
     * @param entries of a matrix; 0 for a mean of nothing
     */
    public WeightedMean(int entries) {
        sum = new double[entries];
    }

    /**
     * Adds a matrix.
     *
     * @param predicted row by row
     * @param itsWeight 0 or more
     */
    public void add(float[] predicted, double itsWeight) {
        for (int e = 0; e < sum.length; e++) {
            sum[e] = Math.fma(itsWeight, predicted[e], sum[e]);
        }
        weight += itsWeight;
    }

    /**
     * Adds a mean of several matrices.
     *
     * @param mean row by row
     * @param itsWeight the sum of their weights
     */
    public void add(double[] mean, double itsWeight) {
        for (int e = 0; e < sum.length; e++) {
            sum[e] = Math.fma(itsWeight, mean[e], sum[e]);
        }
        weight += itsWeight;
    }

    /**
     * Adds the matrices of another sum.
     *
     * @param next of as many entries
     */
    public void add(WeightedMean next) {
        for (int e = 0; e < sum.length; e++) {
            sum[e] += next.sum[e];
        }
        weight += next.weight;
    }

    /**
     * Multiplies all weights so far.
     *
     * @param factor 0 or more
     */
    public void rescale(double factor) {
        for (int e = 0; e < sum.length; e++) {
            sum[e] *= factor;
        }
        weight *= factor;
    }

    /**
     * The sum of the weights.
     *
     * @return 0 or more
     */
    public double weight() {
        return weight;
    }

    /**
     * The weighted mean.
     *
     * @return row by row; empty if the weights are 0
     */
    public double[] mean() {
        if (weight == 0) {
            return new double[0];
        }
        double[] mean = new double[sum.length];
        for (int e = 0; e < mean.length; e++) {
            mean[e] = sum[e] / weight;
        }
        return mean;
    }
}
