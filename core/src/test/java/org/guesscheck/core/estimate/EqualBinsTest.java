package org.guesscheck.core.estimate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Counts in bins of one width. */
class EqualBinsTest {
    @Test
    void bordersBelongToTheUpperBinAndTheEndToTheLast() {
        EqualBins bins = EqualBins.of(new double[] {0.5, 1, 1.5, 2, 2.9, 3, 4, 5, 5.1, 6}, 1, 5, 4);
        assertArrayEquals(new long[] {2, 2, 1, 2}, bins.counts());
        assertEquals(1, bins.below());
        assertEquals(2, bins.above());
    }

    @Test
    void equalNumbersAreInTheLastBin() {
        EqualBins bins = EqualBins.of(new double[] {3, 3, 4}, 3, 3, 2);
        assertArrayEquals(new long[] {0, 2}, bins.counts());
        assertEquals(1, bins.above());
    }

    @Test
    void noBinsAreRefused() {
        assertEquals(
                "bins: 0; at least 1 is allowed",
                assertThrows(IllegalArgumentException.class, () -> EqualBins.of(new double[] {1}, 0, 1, 0))
                        .getMessage());
    }
}
