package org.guesscheck.gnc.sweep;

import java.util.Arrays;
import java.util.Optional;

/**
 * Median and quartiles with linear interpolation between order statistics, as NumPy's default has them.
 *
 * @param lower first quartile
 * @param median the median
 * @param upper third quartile
 */
public record Quartiles(double lower, double median, double upper) {
    /** Of the finite values, or nothing where there is none. */
    public static Optional<Quartiles> of(double... values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        return sorted.length == 0
                ? Optional.empty()
                : Optional.of(new Quartiles(at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75)));
    }

    private static double at(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
