package org.guesscheck.core.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleSupplier;

/** The mean of independent draws with its standard error. */
record DrawnMean(double value, double standardError) {
    /** Standard errors between two means that agree: by chance, one comparison in 16,000 is further off. */
    private static final double SIGMAS = 4;

    /** Where nothing is drawn, what quadrature and rounding may differ by. */
    private static final double ROUNDING = 1e-8;

    static DrawnMean of(int draws, DoubleSupplier draw) {
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < draws; k++) {
            double x = draw.getAsDouble();
            sum += x;
            squares += x * x;
        }
        double mean = sum / draws;
        return new DrawnMean(mean, Math.sqrt(Math.max(0, squares / draws - mean * mean) / draws));
    }

    /** Asserts that this is the same as another mean, and that the error of both is below a share of it. */
    void assertSame(DrawnMean other, double relativeError) {
        double error = Math.hypot(standardError, other.standardError);
        assertTrue(error <= relativeError * Math.abs(value), () -> "too inexact: " + this + " and " + other);
        assertEquals(value, other.value, SIGMAS * error + ROUNDING * Math.abs(value));
    }
}
