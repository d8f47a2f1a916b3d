package org.guesscheck.gnc.page;

import java.util.ArrayList;
import java.util.List;

/**
 * An axis of a plot.
 *
 * @param low value at its beginning
 * @param high value at its end, above low
 * @param logarithmic whether equal lengths are equal ratios
 */
public record Scale(double low, double high, boolean logarithmic) {
    /** Ticks of a linear axis are so many or up to about twice as many. */
    private static final int LEAST_TICKS = 4;

    /** With more decades than these, only powers of ten have ticks. */
    private static final double FEW_DECADES = 3;

    /** Refuses a range that has no length or no logarithm. */
    public Scale {
        if (!(low < high) || !Double.isFinite(high - low) || logarithmic && !(low > 0)) {
            throw new IllegalArgumentException("a scale from " + low + " to " + high);
        }
    }

    /** A logarithmic axis whose ends are 1, 2 or 5 times a power of ten, around two values above 0. */
    public static Scale logarithmic(double least, double most) {
        double low = Math.pow(10, Math.floor(Math.log10(least)));
        double high = Math.pow(10, Math.ceil(Math.log10(most)));
        low = 5 * low <= least ? 5 * low : 2 * low <= least ? 2 * low : low;
        high = high / 5 >= most ? high / 5 : high / 2 >= most ? high / 2 : high;
        return new Scale(low, high > low ? high : 10 * low, true);
    }

    /** A linear axis. */
    public static Scale linear(double low, double high) {
        return new Scale(low, high, false);
    }

    /** The place of a value: 0 at the beginning, 1 at the end. */
    public double at(double value) {
        return logarithmic
                ? (Math.log(value) - Math.log(low)) / (Math.log(high) - Math.log(low))
                : (value - low) / (high - low);
    }

    /** Values with ticks. */
    public List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic) {
            int[] steps = Math.log10(high / low) > FEW_DECADES ? new int[] {1} : new int[] {1, 2, 5};
            for (int power = (int) Math.floor(Math.log10(low)); Math.pow(10, power) <= high; power++) {
                for (int step : steps) {
                    addInside(ticks, step * Math.pow(10, power));
                }
            }
        } else {
            double step = Math.pow(10, Math.floor(Math.log10((high - low) / LEAST_TICKS)));
            step *= (high - low) / (5 * step) >= LEAST_TICKS ? 5 : (high - low) / (2 * step) >= LEAST_TICKS ? 2 : 1;
            for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high * (1 + 1e-12); i++) {
                addInside(ticks, i * step);
            }
        }
        return ticks;
    }

    private void addInside(List<Double> ticks, double value) {
        if (value >= low * (1 - 1e-12) && value <= high * (1 + 1e-12)) {
            ticks.add(value);
        }
    }
}
