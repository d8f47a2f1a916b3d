package org.guesscheck.core.estimate;

import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/** Losses with weights, all kept in memory. For one thread. */
public final class WeightedSample {
    private float[] losses = new float[1024];
    private double[] weights = new double[1024];
    private int count;
    private double total;
    private double sum;

    /** Starts empty. */
    public WeightedSample() {}

    /**
     * Adds a loss.
     *
     * @param loss a finite number
     * @param weight above 0
     */
    public void add(float loss, double weight) {
        if (count == losses.length) {
            losses = Arrays.copyOf(losses, 2 * count);
            weights = Arrays.copyOf(weights, 2 * count);
        }
        losses[count] = loss;
        weights[count++] = weight;
        total += weight;
        sum += weight * loss;
    }

    /**
     * How many losses there are.
     *
     * @return 0 or more
     */
    public int count() {
        return count;
    }

    /**
     * The weighted variance.
     *
     * @return 0 or more; NaN if there are no losses
     */
    public double variance() {
        double mean = sum / total;
        double squares = 0;
        for (int i = 0; i < count; i++) {
            squares += weights[i] * (losses[i] - mean) * (losses[i] - mean);
        }
        return squares / total;
    }

    /**
     * The quantiles at 0.05, 0.25, 0.5, 0.75 and 0.95: the smallest loss such that at least that share of the weight is at or
     * below it.
     *
     * @return losses by probability; empty if there are no losses
     */
    public SortedMap<Double, Double> quantiles() {
        // Losses are not negative, so their bits have the order of their values.
        // The index in the low half fixes the order of equal losses.
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            order[i] = ((long) Float.floatToRawIntBits(losses[i]) << 32) | i;
        }
        Arrays.sort(order);
        double[] probabilities = Quantiles.PROBABILITIES;
        TreeMap<Double, Double> quantiles = new TreeMap<>();
        double below = 0;
        int next = 0;
        for (int k = 0; k < count; k++) {
            int i = (int) order[k];
            below += weights[i];
            while (next < probabilities.length && (below >= probabilities[next] * total || k == count - 1)) {
                quantiles.put(probabilities[next++], (double) losses[i]);
            }
        }
        return quantiles;
    }
}
