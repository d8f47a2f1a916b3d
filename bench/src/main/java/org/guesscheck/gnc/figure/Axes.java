package org.guesscheck.gnc.figure;

import java.text.NumberFormat;
import java.util.Locale;
import java.util.function.DoublePredicate;
import java.util.stream.DoubleStream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.ValueAxis;

/**
 * Axes with a finite range and few ticks, whatever the values are: JFreeChart draws ticks without end on an axis whose end is not
 * finite. Labels do not depend on the locale.
 */
public final class Axes {
    /** A smaller number counts as this on a logarithmic axis, and as 0 on another. */
    private static final double LEAST = 1e-250;

    /** A number further from 0 counts as this. */
    private static final double MOST = 1e250;

    /** More ticks than these would cover each other's labels. */
    private static final int MOST_DECADES = 14;

    /** The share of a linear range beyond its outermost values, which JFreeChart has too. */
    private static final double LINEAR_MARGIN = 0.05;

    /** Below this share of the values, the range between them is that of rounding. */
    private static final double LEAST_RANGE = 1e-9;

    private Axes() {}

    /** Whether a value has a place on a logarithmic axis. */
    public static boolean hasLogarithm(double value) {
        return Double.isFinite(value) && value >= LEAST;
    }

    /**
     * An axis from below the smallest to above the largest value.
     *
     * @param margin the room beyond them, as a factor
     * @param values the values; one without a logarithm does not count
     */
    public static ValueAxis logarithmic(String label, double margin, DoubleStream values) {
        double[] range = range(values, Axes::hasLogarithm);
        double low = Math.clamp(range[0], LEAST, MOST) / margin;
        double high = Math.clamp(range[1], LEAST, MOST) * margin;
        LogAxis axis = new LogAxis(label);
        axis.setRange(low, high);
        double decades = Math.log10(high) - Math.log10(low);
        axis.setTickUnit(new NumberTickUnit(
                Math.max(1, Math.ceil(decades / MOST_DECADES)), NumberFormat.getIntegerInstance(Locale.ROOT)));
        axis.setBaseSymbol("10");
        return axis;
    }

    /**
     * An axis from the smallest to the largest value, or to 0.
     *
     * @param values the values; one that is not finite does not count
     */
    public static NumberAxis linear(String label, boolean withZero, DoubleStream values) {
        double[] range = range(values, Double::isFinite);
        double low = bounded(range[0]);
        double high = bounded(range[1]);
        if (withZero) {
            low = Math.min(low, 0);
            high = Math.max(high, 0);
        }
        double size = Math.max(Math.abs(low), Math.abs(high));
        if (high - low <= LEAST_RANGE * size) {
            double half = size == 0 ? 0.5 : size / 2;
            low -= half;
            high += half;
        }
        double room = LINEAR_MARGIN * (high - low);
        NumberAxis axis = new NumberAxis(label);
        // A loss is not below 0.
        axis.setRange(
                low >= 0 ? Math.max(0, low - room) : low - room, high <= 0 ? Math.min(0, high + room) : high + room);
        axis.setStandardTickUnits(new DecimalTicks(false));
        return axis;
    }

    /** Ticks at whole numbers. */
    public static void integerTicks(ValueAxis axis) {
        axis.setStandardTickUnits(new DecimalTicks(true));
    }

    /** The value, or the end of the range that axes show if the value is beyond it. */
    public static double bounded(double value) {
        return Math.abs(value) < LEAST ? 0 : Math.clamp(value, -MOST, MOST);
    }

    /** The smallest and the largest; 1 where there is none. */
    private static double[] range(DoubleStream values, DoublePredicate counts) {
        double[] counted = values.filter(counts).sorted().toArray();
        return counted.length == 0 ? new double[] {1, 1} : new double[] {counted[0], counted[counted.length - 1]};
    }
}
