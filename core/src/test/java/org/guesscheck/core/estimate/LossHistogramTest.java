package org.guesscheck.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossHistogramTest {
    /** Losses of any size keep their quantiles: nothing is pushed into a range. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-36, 1e-30, 1e-18, 1e-3, 1, 1.07e13, 1e25, 3e38})
    void quantilesAreWithinHalfACell(double scale) {
        LossHistogram histogram = new LossHistogram();
        for (int i = 1; i <= 1000; i++) {
            histogram.add((float) (scale * i / 1000));
        }
        for (double probability : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            double expected = scale * probability;
            assertEquals(expected, histogram.quantile(probability), 2.5e-4 * expected + 1e-45);
        }
    }

    @Test
    void zerosAndInfinitiesAreLossesToo() {
        LossHistogram histogram = new LossHistogram();
        histogram.add(0f);
        histogram.add(-0f);
        histogram.add(Float.POSITIVE_INFINITY);
        assertEquals(0, histogram.quantile(0.5), 1e-40);
        assertEquals(Double.POSITIVE_INFINITY, histogram.quantile(0.95));
    }

    @Test
    void weightsCountAsMuchAsTheyAre() {
        LossHistogram histogram = new LossHistogram();
        histogram.add(1f, 0.25);
        histogram.add(2f, 0.75);
        assertEquals(1, histogram.quantile(0.25), 1e-3);
        assertEquals(2, histogram.quantile(0.26), 1e-3);
        histogram.rescale(0x1p-600);
        assertEquals(2, histogram.quantile(0.5), 1e-3);
    }

    @Test
    void nothingHasNoQuantile() {
        assertThrows(IllegalStateException.class, () -> new LossHistogram().quantile(0.5));
    }
}
