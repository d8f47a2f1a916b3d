package org.guesscheck.core.estimate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
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

    @Test
    void withoutSkewnessTheIntervalIsStudents() {
        Interval student = Interval.ofMean(3, 0.5, 16);
        for (double skewness : new double[] {0, 1e-9, Double.NaN}) {
            Interval skewed = Interval.ofSkewed(3, 0.5, 15, skewness);
            assertEquals(student.low(), skewed.low(), 1e-6);
            assertEquals(student.high(), skewed.high(), 1e-6);
        }
        assertEquals(student.low(), Interval.ofSkewed(3, 0.5, 15, 1e-4).low(), 1e-3);
    }

    @Test
    void itReachesFartherToTheLongerTailAndNotBelowZero() {
        Interval right = Interval.ofSkewed(3, 0.5, 15, 0.3);
        assertTrue(right.high() - 3 > 1.2 * (3 - right.low()));
        Interval left = Interval.ofSkewed(3, 0.5, 15, -0.3);
        assertEquals(right.high() - 3, 3 - left.low(), 1e-12);
        assertEquals(0, Interval.ofSkewed(0.1, 0.5, 15, 0.5).low());
    }

    /**
     * 20,000 means of 16 exponential numbers: Student's interval covers 90 % to 91 %, nearly all of its misses being below the mean.
     * The standard deviation of a share is 0.2 %.
     */
    @Test
    void skewedMeansAreCoveredMoreOften() {
        SplittableRandom random = new SplittableRandom(5);
        int student = 0;
        int skewed = 0;
        int runs = 20_000;
        for (int run = 0; run < runs; run++) {
            Moments moments = new Moments();
            for (int i = 0; i < 16; i++) {
                moments.add(-Math.log(1 - random.nextDouble()));
            }
            double mean = moments.mean();
            double error = moments.standardError();
            student += Interval.ofMean(mean, error, 16).contains(1) ? 1 : 0;
            skewed += Interval.ofSkewed(mean, error, 15, moments.skewness() / 4).contains(1) ? 1 : 0;
        }
        assertEquals(0.95, (double) skewed / runs, 0.02, student + " and " + skewed + " of " + runs);
        assertTrue(skewed > student + 0.02 * runs, student + " and " + skewed + " of " + runs);
    }

    @Test
    void skewnessIsThatOfAllNumbers() {
        SplittableRandom random = new SplittableRandom(6);
        double[] numbers = random.doubles(1000).map(x -> x * x * x).toArray();
        Moments parts = new Moments();
        for (int from = 0; from < 1000; from += 250) {
            Moments part = new Moments();
            Arrays.stream(numbers, from, from + 250).forEach(part::add);
            parts.add(part);
        }
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double squares =
                Arrays.stream(numbers).map(x -> Math.pow(x - mean, 2)).average().orElseThrow();
        double cubes =
                Arrays.stream(numbers).map(x -> Math.pow(x - mean, 3)).average().orElseThrow();
        assertEquals(cubes / Math.pow(squares, 1.5), parts.skewness(), 1e-12);
    }
}
