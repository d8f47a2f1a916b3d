package org.guesscheck.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

/** Intervals against the distributions of Apache Commons Statistics. */
class IntervalTest {
    @Test
    void clopperPearsonAgreesWithTheBetaDistribution() {
        long[][] counts = {{1, 10}, {5, 10}, {10, 10}, {3, 1_000_000}, {11_620, 100_000_000}, {999, 1000}};
        for (long[] count : counts) {
            Interval interval = Interval.ofProbability(count[0], count[1]);
            // The oracle's distribution function: its inverse is only good to 1e-9 absolute, coarse for small
            // probabilities.
            BetaDistribution low = BetaDistribution.of(count[0], count[1] - count[0] + 1.0);
            assertEquals(0.025, low.cumulativeProbability(interval.low()), 1e-8);
            if (count[0] < count[1]) {
                BetaDistribution high = BetaDistribution.of(count[0] + 1.0, count[1] - count[0]);
                assertEquals(0.975, high.cumulativeProbability(interval.high()), 1e-8);
            }
        }
        assertEquals(1, Interval.ofProbability(10, 10).high());
        assertEquals(new Interval(0, 0.003), Interval.ofProbability(0, 1000));
        assertThrows(IllegalArgumentException.class, () -> Interval.ofProbability(2, 1));
    }

    /** At the upper end, one success or none in N trials has probability 0.025; the binomial sum has two terms. */
    @Test
    void clopperPearsonIsExactForTinyProbabilities() {
        double n = 0x1p40;
        double x = Interval.ofProbability(1, 1L << 40).high();
        double atMostOne = Math.exp(n * Math.log1p(-x)) + n * x * Math.exp((n - 1) * Math.log1p(-x));
        assertEquals(0.025, atMostOne, 1e-6);
    }

    @Test
    void studentAgreesWithTheTDistribution() {
        for (double freedom : new double[] {1, 2, 7, 30, 1000, 1e6}) {
            double expected = TDistribution.of(freedom).inverseCumulativeProbability(0.975);
            assertEquals(expected, StudentT.twoSided(0.95, freedom), 1e-7 * expected);
        }
    }

    @Test
    void quantilesStayWithinTheirStatedError() {
        LossHistogram histogram = new LossHistogram();
        for (int i = 1; i <= 100_000; i++) {
            histogram.add(i * 1e-5f);
        }
        for (double probability : new double[] {0.05, 0.25, 0.5, 0.75, 0.95}) {
            assertEquals(probability, histogram.quantile(probability), 2.6e-4 * probability);
        }
        assertTrue(histogram.quantile(1) <= 1.001);
    }

    @Test
    void intervalsThatTouchMeetAndUnknownOnesDoNot() {
        Interval low = new Interval(1, 2);
        assertTrue(low.meets(new Interval(2, 3)) && new Interval(2, 3).meets(low));
        assertFalse(low.meets(new Interval(2.5, 3)) || new Interval(2.5, 3).meets(low));
        assertFalse(low.meets(Interval.UNKNOWN) || Interval.UNKNOWN.contains(1));
        assertTrue(low.known() && !Interval.UNKNOWN.known() && !new Interval(0, Double.POSITIVE_INFINITY).known());
        assertTrue(low.contains(1) && low.contains(2) && !low.contains(2.1));
        assertEquals(1, low.width());
    }
}
