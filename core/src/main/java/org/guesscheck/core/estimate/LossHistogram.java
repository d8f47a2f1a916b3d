package org.guesscheck.core.estimate;

/**
 * Counts or weights of losses in cells of one 2048th of their value, so that quantiles need the same memory for any number of draws.
 *
 * <p>A loss falls into the cell of its exponent and its 11 leading mantissa bits: relative width 2^-11 or less, from 2^-60 to
 * 2^40; what lies outside goes to the first or last cell.
 */
public final class LossHistogram {
    private static final int DROPPED_BITS = 12;
    private static final int LOWEST = Float.floatToRawIntBits(0x1p-60f) >>> DROPPED_BITS;
    private static final int HIGHEST = Float.floatToRawIntBits(0x1p40f) >>> DROPPED_BITS;

    private final double[] cells = new double[HIGHEST - LOWEST + 1];
    private double total;

    /** Starts empty. */
    public LossHistogram() {}

    /**
     * Counts a loss.
     *
     * @param loss a number not below 0
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
        int cell = (Float.floatToRawIntBits(loss) >>> DROPPED_BITS) - LOWEST;
        cells[Math.clamp(cell, 0, cells.length - 1)] += weight;
        total += weight;
    }

    /**
     * Multiplies all weights so far.
     *
     * @param factor a number not below 0
     */
    public void rescale(double factor) {
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] *= factor;
        }
        total *= factor;
    }

    /**
     * A quantile, to half a cell: within 2.5e-4 of its value.
     *
     * @param probability 0 to 1
     * @return the middle of the cell that holds it
     * @throws IllegalStateException if no loss was counted
     */
    public double quantile(double probability) {
        if (total == 0) {
            throw new IllegalStateException("no loss was counted");
        }
        double below = 0;
        int cell = -1;
        while ((below < probability * total || below == 0) && cell < cells.length - 1) {
            below += cells[++cell];
        }
        double low = Float.intBitsToFloat(cell + LOWEST << DROPPED_BITS);
        double high = Float.intBitsToFloat(cell + LOWEST + 1 << DROPPED_BITS);
        return (low + high) / 2;
    }
}
