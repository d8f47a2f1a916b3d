package org.guesscheck.core.descent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.guesscheck.core.estimate.EqualBins;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

/** Gradient descent as a sampler. */
class DescentEnsembleTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 3);

    private static GradientDescent first() {
        return GradientDescent.of(PROBLEM, Network.linear(5, 2))
                .optimizer(Optimizer.GD)
                .learningRate(0.1)
                .initScale(0.5)
                .epochs(120)
                .stopBelow(0.02)
                .seed(50);
    }

    @Test
    void itsRunsAreThoseOfGradientDescentWithTheirSeeds() {
        EnsembleOutcome outcome = DescentEnsemble.of(first()).runs(60).run();
        assertEquals(60, outcome.runs().size());
        Ending[] endings = new Ending[60];
        double[] sum = new double[25];
        for (int i = 0; i < 60; i++) {
            EnsembleRun run = outcome.runs().get(i);
            assertEquals(50 + i, run.seed());
            Descent alone = first().seed(50 + i).run();
            assertEquals(alone.digest(), run.digest());
            assertEquals(alone.end(), run.end());
            endings[i] = run.ending();
            assertEquals(run.end().epoch() < 120, run.ending() == Ending.REACHED, run::toString);
            for (int e = 0; e < sum.length; e++) {
                sum[e] += alone.predicted()[e];
            }
        }
        assertTrue(outcome.reached() > 0 && outcome.reached() < 60, Arrays.toString(endings));
        assertEquals(0, outcome.diverged());
        assertEquals(outcome.reached() / 60.0, outcome.reachedShare());
        assertTrue(outcome.reachedInterval().contains(outcome.reachedShare()));
        assertArrayEquals(Arrays.stream(sum).map(s -> s / 60).toArray(), outcome.meanPredicted());
    }

    @Test
    void itDependsOnNeitherThreadsNorBackend() {
        DescentEnsemble ensemble = DescentEnsemble.of(first()).runs(100);
        EnsembleOutcome expected = ensemble.threads(1).backend("scalar").run();
        for (String backend : List.of("vector", "auto")) {
            for (int threads : new int[] {1, 2, 7}) {
                EnsembleOutcome actual =
                        ensemble.threads(threads).backend(backend).run();
                assertEquals(expected.digest(), actual.digest());
                assertEquals(expected.runs(), actual.runs());
                assertArrayEquals(expected.meanPredicted(), actual.meanPredicted());
            }
        }
    }

    @Test
    void numbersAreThoseOfTheLosses() {
        EnsembleOutcome outcome = DescentEnsemble.of(first()).runs(40).run();
        double[] losses = outcome.generalizationLosses();
        assertEquals(Arrays.stream(losses).average().orElseThrow(), outcome.meanGeneralizationLoss(), 1e-12);
        assertTrue(outcome.generalizationInterval().contains(outcome.meanGeneralizationLoss()));
        Arrays.sort(losses);
        // Half of 40 losses are at or below the 20th.
        assertEquals(losses[19], outcome.quantiles().get(0.5));
        assertEquals(losses[1], outcome.quantiles().get(0.05));
        assertEquals(losses[37], outcome.quantiles().get(0.95));
        double[] epochs = outcome.runs().stream()
                .filter(run -> run.ending() == Ending.REACHED)
                .mapToDouble(run -> run.end().epoch())
                .sorted()
                .toArray();
        assertEquals(
                epochs[(epochs.length + 1) / 2 - 1], outcome.epochsToReach().get(0.5));
    }

    @Test
    void runsThatDivergeAreCountedAndLeftOut() {
        // At this rate some initial weights are beyond the edge of stability, and others are not.
        DescentEnsemble ensemble =
                DescentEnsemble.of(first().learningRate(2).initScale(3)).runs(64);
        EnsembleOutcome outcome = ensemble.run();
        assertTrue(outcome.diverged() > 0 && outcome.diverged() < 64, "diverged: " + outcome.diverged());
        assertEquals(64 - outcome.diverged(), outcome.generalizationLosses().length);
        assertTrue(Double.isFinite(outcome.meanGeneralizationLoss()));
        for (double entry : outcome.meanPredicted()) {
            assertTrue(Double.isFinite(entry));
        }
        for (EnsembleRun run : outcome.runs()) {
            assertEquals(run.ending() == Ending.DIVERGED, !(run.end().trainLoss() < 1e30), run::toString);
        }
        EnsembleOutcome none =
                DescentEnsemble.of(first().learningRate(1e6)).runs(5).run();
        assertEquals(5, none.diverged());
        assertTrue(Double.isNaN(none.meanGeneralizationLoss()));
        assertEquals(Interval.UNKNOWN, none.generalizationInterval());
        assertTrue(none.quantiles().isEmpty());
        assertTrue(none.epochsToReach().isEmpty());
        assertEquals(0, none.meanPredicted().length);
    }

    @Test
    void aLossAboveThatAtTheStartEndsARunAtEpochZero() {
        EnsembleOutcome outcome =
                DescentEnsemble.of(first().stopBelow(1e9)).runs(20).run();
        assertEquals(20, outcome.reached());
        assertTrue(outcome.runs().stream().allMatch(run -> run.end().epoch() == 0));
        assertEquals(0.0, outcome.epochsToReach().get(0.95));
    }

    @Test
    void runsOfLargeShapesAreTakenToo() {
        Problem problem = Problem.completion(120, 120, 1, 2000, 1);
        GradientDescent large =
                GradientDescent.of(problem, Network.linear(1200, 2)).epochs(2).stopBelow(1e-9);
        EnsembleOutcome outcome = DescentEnsemble.of(large).runs(2).run();
        assertEquals(large.seed(1).run().digest(), outcome.runs().getLast().digest());
        assertEquals(Ending.EPOCHS, outcome.runs().getFirst().ending());
        EnsembleOutcome atOnce =
                DescentEnsemble.of(large.stopBelow(1e9)).runs(1).run();
        assertEquals(Ending.REACHED, atOnce.runs().getFirst().ending());
        assertEquals(0, atOnce.runs().getFirst().end().epoch());
    }

    @Test
    void itsProgressEndsWithAllRunsAndAllEpochs() {
        List<EnsembleProgress> told = new ArrayList<>();
        EnsembleOutcome outcome =
                DescentEnsemble.of(first()).runs(50).onProgress(told::add).run();
        EnsembleProgress last = told.getLast();
        assertEquals(50, last.finished());
        assertEquals(50, last.runs());
        assertEquals(outcome.epochs(), last.epochs());
        assertEquals(outcome.epochs(), last.expectedEpochs());
        for (EnsembleProgress progress : told) {
            assertTrue(progress.expectedEpochs() >= progress.epochs(), progress::toString);
        }
    }

    @Test
    void runsThatWereOverAreKeptWhenItIsCancelled() {
        AtomicInteger over = new AtomicInteger();
        DescentEnsemble ensemble = DescentEnsemble.of(
                        first().epochs(5_000_000).onProgress(run -> over.incrementAndGet()))
                .runs(60)
                .threads(2)
                .cancelWhen(() -> over.get() >= 5);
        EnsembleOutcome partial = assertThrows(EnsembleCancelledException.class, ensemble::run)
                .partial()
                .orElseThrow();
        assertTrue(
                !partial.runs().isEmpty() && partial.runs().size() < 60,
                "" + partial.runs().size());
        for (EnsembleRun run : partial.runs()) {
            Descent alone = first().epochs(5_000_000).seed(run.seed()).run();
            assertEquals(alone.digest(), run.digest());
        }
        assertEquals(partial.runs().size(), partial.generalizationLosses().length);
    }

    @Test
    void nothingIsKeptWhereNoRunWasOver() {
        DescentEnsemble ensemble = DescentEnsemble.of(first()).runs(20).cancelWhen(() -> true);
        assertTrue(assertThrows(EnsembleCancelledException.class, ensemble::run)
                .partial()
                .isEmpty());
    }

    @Test
    void theHistogramHasAllRuns() {
        EnsembleOutcome outcome = DescentEnsemble.of(first()).runs(300).run();
        EqualBins bins = outcome.histogram(10).orElseThrow();
        assertEquals(0, bins.below());
        // Above the 0.99 quantile of 300 losses there are three.
        assertEquals(3, bins.above());
        assertEquals(297, Arrays.stream(bins.counts()).sum());
        assertEquals(Arrays.stream(outcome.generalizationLosses()).min().orElseThrow(), bins.low());
        EnsembleOutcome none =
                DescentEnsemble.of(first().learningRate(1e6)).runs(5).run();
        assertTrue(none.histogram(10).isEmpty());
    }

    /**
     * The largest distance of two halves' distribution functions. Runs are independent, so it stays below Smirnov's bound of level 1e-3:
     * by chance this test would fail with one of 1,000 seeds.
     */
    @Test
    void twoHalvesHaveOneDistribution() {
        int half = 1000;
        double[] all =
                DescentEnsemble.of(first().epochs(100_000)).runs(2 * half).run().generalizationLosses();
        assertEquals(2 * half, all.length);
        double distance = distance(Arrays.copyOf(all, half), Arrays.copyOfRange(all, half, 2 * half));
        // P(distance > c sqrt(2 / half)) tends to 2 exp(-2 c^2) (Smirnov 1939).
        double bound = Math.sqrt(-Math.log(1e-3 / 2) / half);
        assertTrue(distance < bound, distance + " is not below " + bound);
        // The test can tell: the losses of runs that go on after the threshold have another distribution.
        double[] longer = DescentEnsemble.of(first().epochs(100_000).stopBelow(0.01))
                .runs(half)
                .run()
                .generalizationLosses();
        assertTrue(distance(Arrays.copyOf(all, half), longer) > bound);
    }

    private static double distance(double[] first, double[] second) {
        Arrays.sort(first);
        Arrays.sort(second);
        double distance = 0;
        int below = 0;
        for (int i = 0; i < first.length; i++) {
            while (below < second.length && second[below] < first[i]) {
                below++;
            }
            double share = (double) below / second.length;
            distance = Math.max(distance, Math.abs((double) i / first.length - share));
            int reached = below;
            while (reached < second.length && second[reached] <= first[i]) {
                reached++;
            }
            distance = Math.max(distance, Math.abs((i + 1.0) / first.length - (double) reached / second.length));
        }
        return distance;
    }

    @Test
    void itNamesWhoComputes() {
        DescentEnsemble ensemble = DescentEnsemble.of(first()).runs(50);
        assertEquals("scalar", ensemble.backend("scalar").computedBy());
        assertEquals("scalar", ensemble.runs(1).computedBy());
        assertThrows(
                IllegalArgumentException.class, () -> ensemble.backend("none").computedBy());
    }

    @Test
    void noRunsAreRefused() {
        DescentEnsemble ensemble = DescentEnsemble.of(first());
        assertEquals(
                "runs: 0; at least 1 is allowed",
                assertThrows(IllegalArgumentException.class, () -> ensemble.runs(0))
                        .getMessage());
        assertFalse(ensemble.runs(2).run().runs().isEmpty());
    }
}
