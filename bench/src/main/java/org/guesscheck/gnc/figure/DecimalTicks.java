package org.guesscheck.gnc.figure;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnit;
import org.jfree.chart.axis.TickUnitSource;

/** Distances of ticks: 1, 2 and 5 times powers of ten. JFreeChart has the same, but its labels follow the JVM's locale. */
final class DecimalTicks implements TickUnitSource {
    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ROOT);
    private static final int[] FACTORS = {1, 2, 5, 10};

    /** More than the rounding of a distance, and less than from one to the next. */
    private static final double ROUNDING = 1e-6;

    private final boolean integers;

    /** Takes whether all ticks are at whole numbers. */
    DecimalTicks(boolean integers) {
        this.integers = integers;
    }

    @Override
    public TickUnit getLargerTickUnit(TickUnit unit) {
        return getCeilingTickUnit(unit.getSize() * (1 + 2 * ROUNDING));
    }

    @Override
    public TickUnit getCeilingTickUnit(TickUnit unit) {
        return getCeilingTickUnit(unit.getSize());
    }

    @Override
    public TickUnit getCeilingTickUnit(double size) {
        double least = integers ? Math.max(1, size) : size;
        int power = (int) Math.floor(Math.log10(least));
        for (int factor : FACTORS) {
            double distance = factor * Math.pow(10, power);
            if (distance >= least * (1 - ROUNDING)) {
                return new NumberTickUnit(distance, new DecimalFormat(pattern(distance), SYMBOLS));
            }
        }
        throw new IllegalArgumentException("no distance of ticks is " + size + " or more");
    }

    private static String pattern(double distance) {
        int power = (int) Math.floor(Math.log10(distance) + ROUNDING);
        if (power < -4 || power > 6) {
            return "#.######E0";
        }
        return power < 0 ? "0." + "0".repeat(-power) : "#,##0";
    }
}
