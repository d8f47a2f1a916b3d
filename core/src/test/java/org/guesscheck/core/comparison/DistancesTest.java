package org.guesscheck.core.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.posterior.WeightedDraws;
import org.junit.jupiter.api.Test;

/** Distances of samples with weights and ties, against their definitions. */
class DistancesTest {
    private static WeightedDraws draws(double[] losses, double... weights) {
        int[] groups = IntStream.range(0, losses.length).toArray();
        return new WeightedDraws(losses, weights, groups, losses.length, new double[0]);
    }

    private static WeightedDraws equal(double... losses) {
        return WeightedDraws.independent(losses, new double[0]);
    }

    private static double[] distances(WeightedDraws first, WeightedDraws second) {
        Distance[] found = new GroupResampling(1, 99)
                .distances(new GroupResampling.Source(first, 0), new GroupResampling.Source(second, 1));
        return new double[] {found[0].estimate(), found[1].estimate()};
    }

    @Test
    void weightsAndTiesCountAsInTheDefinition() {
        // F is 1/4 from 0 and 1 from 1 on, G is 1 from 1/2 on.
        assertArrayEquals(
                new double[] {0.75, 0.5},
                distances(draws(new double[] {0, 1}, 1, 3), draws(new double[] {0.5}, 7)),
                1e-15);
        // From 1 to 2, F is 2/3 and G is 1/3; at 1 alone, before all equal losses are counted, there is nothing to see.
        assertArrayEquals(new double[] {1.0 / 3, 1.0 / 3}, distances(equal(1, 1, 2), equal(2, 1, 2)), 1e-15);
        // One loss of weight 2 is two losses.
        assertArrayEquals(new double[] {0, 0}, distances(draws(new double[] {3, 1}, 2, 2), equal(1, 3, 1, 3)), 1e-15);
        // A shift by 1/4 is the movement of every loss.
        assertArrayEquals(new double[] {0.5, 0.25}, distances(equal(0, 0.5), equal(0.25, 0.75)), 1e-15);
        // Apart altogether.
        assertArrayEquals(new double[] {1, 10}, distances(equal(1, 2), equal(11, 12)), 1e-12);
    }

    @Test
    void agreesWithTheDefinitionsOnRandomSamples() {
        Random random = new Random(3);
        for (int trial = 0; trial < 50; trial++) {
            WeightedDraws first = random(random, 1 + random.nextInt(40));
            WeightedDraws second = random(random, 1 + random.nextInt(40));
            double[] all = IntStream.concat(
                            Arrays.stream(first.losses()).mapToInt(x -> (int) x),
                            Arrays.stream(second.losses()).mapToInt(x -> (int) x))
                    .mapToDouble(x -> x)
                    .sorted()
                    .distinct()
                    .toArray();
            double largest = 0;
            double area = 0;
            for (int i = 0; i < all.length; i++) {
                double height = Math.abs(function(first, all[i]) - function(second, all[i]));
                largest = Math.max(largest, height);
                area += i + 1 < all.length ? height * (all[i + 1] - all[i]) : 0;
            }
            assertArrayEquals(new double[] {largest, area}, distances(first, second), 1e-12);
        }
    }

    private static WeightedDraws random(Random random, int count) {
        // Few values, so that many losses are equal.
        double[] losses = random.ints(count, 0, 12).mapToDouble(i -> i).toArray();
        return draws(losses, random.doubles(count, 0.01, 3).toArray());
    }

    private static double function(WeightedDraws draws, double at) {
        double below = 0;
        for (int i = 0; i < draws.count(); i++) {
            below += draws.losses()[i] <= at ? draws.weights()[i] : 0;
        }
        return below / Arrays.stream(draws.weights()).sum();
    }

    @Test
    void aGroupAloneHasNoInterval() {
        WeightedDraws one = new WeightedDraws(
                new double[] {1, 2, 3}, new double[] {1, 1, 1}, new int[] {0, 0, 0}, 1, new double[0]);
        Distance[] found = new GroupResampling(1, 99)
                .distances(new GroupResampling.Source(one, 0), new GroupResampling.Source(equal(1, 2, 5), 1));
        for (Distance distance : found) {
            assertEquals(Interval.UNKNOWN, distance.interval());
            assertTrue(Double.isNaN(distance.sameLaw()));
            assertFalse(distance.differs());
        }
    }

    @Test
    void summariesTakeWeightsAndGroups() {
        WeightedDraws draws = new WeightedDraws(
                new double[] {4, 1, 2}, new double[] {1, 2, 1}, new int[] {0, 1, 2}, 4, new double[0]);
        var summary = LossSummary.of(draws).orElseThrow();
        assertEquals(2, summary.mean(), 1e-15);
        // The parts (4 - 2) / 4, 2 (1 - 2) / 4 and 0 of three groups that have draws.
        assertEquals(Math.sqrt((0.25 + 0.25) * 3 / 2), summary.standardError(), 1e-15);
        assertEquals(1, summary.quantiles().get(0.5));
        assertEquals(4, summary.quantiles().get(0.95));
        assertEquals(8.0 / 3, draws.effectiveGroups(), 1e-15);
        assertTrue(LossSummary.of(WeightedDraws.NONE).isEmpty());
    }

    @Test
    void binsAreCommonAndTheirSharesAddUpToOne() {
        WeightedDraws near = draws(new double[] {0.1, 0.2, 0.3}, 1, 2, 1);
        LossBins linear = LossBins.common(List.of(near, equal(0.2, 0.5), WeightedDraws.NONE));
        assertFalse(linear.logarithmic());
        assertEquals(0.1, linear.edges()[0]);
        assertEquals(0.5, linear.edges()[linear.edges().length - 1], 1e-12);
        assertEquals(1, Arrays.stream(linear.shares(near)).sum(), 1e-12);
        assertEquals(0.25, linear.shares(near)[0]);
        assertEquals(0, Arrays.stream(linear.shares(WeightedDraws.NONE)).sum());
        LossBins wide = LossBins.common(List.of(near, equal(0, 1e-6)));
        assertTrue(wide.logarithmic());
        assertEquals(1, Arrays.stream(wide.shares(equal(0, 1e-6))).sum(), 1e-12);
        assertEquals(0.5, wide.shares(equal(0, 1e-6))[0]);
        assertEquals(
                1,
                Arrays.stream(LossBins.common(List.of(equal(0, 0))).shares(equal(0, 0)))
                        .sum());
    }
}
