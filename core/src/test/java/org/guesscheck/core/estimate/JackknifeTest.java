package org.guesscheck.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Against what is known of means, and of weights that are all too small for a double. */
class JackknifeTest {
    @Test
    void withEqualWeightsItIsTheMeansStandardError() {
        Jackknife.Estimate mean = new Jackknife(new double[] {-7, -7, -7, -7}).mean(new double[] {1, 2, 3, 6});
        assertEquals(3, mean.value(), 1e-12);
        // Squared deviations 4 + 1 + 0 + 9, over n (n - 1).
        assertEquals(Math.sqrt(14.0 / 12), mean.standardError(), 1e-12);
    }

    @Test
    void aFactorOnAllWeightsChangesTheLogarithmAndNotItsError() {
        Jackknife.Estimate near = new Jackknife(new double[] {0, 0.3, -0.2, 0.1}).logMean();
        Jackknife.Estimate far = new Jackknife(new double[] {-9000, -8999.7, -9000.2, -8999.9}).logMean();
        assertEquals(near.value() - 9000, far.value(), 1e-9);
        assertEquals(near.standardError(), far.standardError(), 1e-9);
    }

    @Test
    void aBiasedRatioHasALargerError() {
        double[] values = {1, 2, 3, 6};
        Jackknife unequal = new Jackknife(new double[] {0, 0, 0, Math.log(2)});
        Jackknife.Estimate mean = unequal.mean(values);
        assertEquals(18.0 / 5, mean.value(), 1e-12);
        double[] left = {17.0 / 4, 16.0 / 4, 15.0 / 4, 6.0 / 3};
        double average = (left[0] + left[1] + left[2] + left[3]) / 4;
        double squares = 0;
        for (double l : left) {
            squares += (l - average) * (l - average) * 3 / 4;
        }
        double bias = 3 * (average - mean.value());
        assertTrue(Math.abs(bias) > 0.1, "a test of nothing");
        assertEquals(Math.sqrt(squares + bias * bias), mean.standardError(), 1e-12);
    }
}
