package org.guesscheck.core.estimate;

/**
 * Counts of numbers in bins of one width.
 *
 * @param low where the first bin begins
 * @param high where the last bin ends
 * @param counts numbers in each bin, not to be changed; a number on the border of two bins is in the upper one, and one that
 *     equals {@code high} in the last
 * @param below how many numbers are below {@code low}
 * @param above how many numbers are above {@code high}
 */
public record EqualBins(double low, double high, long[] counts, long below, long above) {
    /**
     * Counts numbers.
     *
     * @param values the numbers
     * @param low where the first bin begins, finite
     * @param high where the last bin ends, finite and at least {@code low}; if equal to it, the last bin has the numbers that equal both
     * @param bins how many, at least 1
     * @return the counts
     * @throws IllegalArgumentException if there are no bins
     */
    public static EqualBins of(double[] values, double low, double high, int bins) {
        if (bins < 1) {
            throw new IllegalArgumentException("bins: " + bins + "; at least 1 is allowed");
        }
        long[] counts = new long[bins];
        long below = 0;
        long above = 0;
        for (double value : values) {
            if (value < low) {
                below++;
            } else if (value > high) {
                above++;
            } else {
                int bin = value == high ? bins - 1 : (int) ((value - low) / (high - low) * bins);
                counts[Math.min(bin, bins - 1)]++;
            }
        }
        return new EqualBins(low, high, counts, below, above);
    }
}
