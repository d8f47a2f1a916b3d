package org.guesscheck.core.estimate;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Counts or weights of losses in cells of one 2048th of their value, so that quantiles need the same memory for any number of draws.
 *
 * <p>A loss falls into the cell of its exponent and its 11 leading mantissa bits, of relative width 2^-11 for normal numbers. Memory
 * is taken for the exponents that occur.
 */
public final class LossHistogram {
    private static final int DROPPED_BITS = 12;
    private static final int EXPONENTS = 256;
    private static final int CELLS = 2048;

    /** The cells of every exponent; null for an exponent that no loss has. */
    private final double[][] cells = new double[EXPONENTS][];

    private double total;

    /** Starts empty. */
    public LossHistogram() {}

    /**
     * Counts a loss.
     *
     * @param loss a number not below 0, infinity included
     */
    public void add(float loss) {
        add(loss, 1);
    }

    /**
     * Counts a loss with a weight.
     *
     * @param loss a number not below 0
     * @param weight a number not below 0; counts stay exact up to 2^53
     */
    public void add(float loss, double weight) {
        // The sign is dropped, because -0 is the same loss as 0.
        int cell = (Float.floatToRawIntBits(loss) & Integer.MAX_VALUE) >>> DROPPED_BITS;
        int exponent = cell / CELLS;
        if (cells[exponent] == null) {
            cells[exponent] = new double[CELLS];
        }
        cells[exponent][cell % CELLS] += weight;
        total += weight;
    }

    /**
     * Multiplies all weights so far.
     *
     * @param factor a number not below 0
     */
    public void rescale(double factor) {
        for (double[] ofExponent : cells) {
            for (int cell = 0; ofExponent != null && cell < CELLS; cell++) {
                ofExponent[cell] *= factor;
            }
        }
        total *= factor;
    }

    /**
     * A quantile, with a relative error of at most half a cell, 2.5e-4.
     *
     * @param probability 0 to 1
     * @return the middle of the cell in which the quantile lies
     * @throws IllegalStateException if no loss was counted
     */
    public double quantile(double probability) {
        if (total == 0) {
            throw new IllegalStateException("no loss was counted");
        }
        double below = 0;
        int last = 0;
        for (int exponent = 0; exponent < EXPONENTS; exponent++) {
            for (int cell = 0; cells[exponent] != null && cell < CELLS; cell++) {
                double weight = cells[exponent][cell];
                below += weight;
                last = weight > 0 ? exponent * CELLS + cell : last;
                if (below > 0 && below >= probability * total) {
                    return middle(last);
                }
            }
        }
        // By rounding, the sum of all cells can be below the total.
        return middle(last);
    }

    /**
     * The quantiles that samplers report.
     *
     * @return losses by probability
     * @throws IllegalStateException if no loss was counted
     */
    public SortedMap<Double, Double> quantiles() {
        TreeMap<Double, Double> quantiles = new TreeMap<>();
        for (double probability : Quantiles.PROBABILITIES) {
            quantiles.put(probability, quantile(probability));
        }
        return quantiles;
    }

    private static double middle(int cell) {
        double low = Float.intBitsToFloat(cell << DROPPED_BITS);
        double high = Float.intBitsToFloat(cell + 1 << DROPPED_BITS);
        return Double.isFinite(high) ? (low + high) / 2 : low;
    }
}
