package org.guesscheck.core.comparison;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import org.guesscheck.core.descent.DescentEnsemble;
import org.guesscheck.core.descent.EnsembleOutcome;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.WeightedDraws;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.Sampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Guess and check beside gradient descent. */
class ComparisonTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 3);
    private static final Network NETWORK = Network.linear(5, 2);
    private static final double EPS = 0.05;

    private static GradientDescent descent() {
        return GradientDescent.of(PROBLEM, NETWORK)
                .optimizer(Optimizer.GD)
                .learningRate(0.1)
                .initScale(0.5)
                .epochs(400);
    }

    private static Comparison comparison(String sampler) {
        Sampler<?> guess = Sampler.named(sampler, PROBLEM, NETWORK)
                .eps(EPS)
                .draws(200_000)
                .relativeError(0.05)
                .seed(4);
        return Comparison.of(guess, descent()).runs(200).priorDraws(2000).resamples(199);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rejection", "splitting", "conditional", "auto"})
    void theDigestIsThatOfAnyThreadsAndBackend(String sampler) {
        ComparisonOutcome scalar =
                comparison(sampler).backend("scalar").threads(1).run();
        assertTrue(scalar.distribution(Part.GUESS_AND_CHECK).draws().count() >= 100);
        for (String backend : List.of("vector-128", "vector-256", "vector-512")) {
            int threads = backend.endsWith("256") ? 7 : 2;
            ComparisonOutcome other =
                    comparison(sampler).backend(backend).threads(threads).run();
            assertEquals(scalar.digest(), other.digest(), backend);
        }
        assertNotEquals(
                scalar.digest(), comparison(sampler).seed(1).threads(2).run().digest());
    }

    @Test
    void partsAreThoseOfSamplerAndEnsembles() {
        ComparisonOutcome outcome = comparison("rejection").run();
        assertEquals(EPS, outcome.eps());
        var accepted = outcome.posterior().thresholds().getFirst();
        Distribution guess = outcome.distribution(Part.GUESS_AND_CHECK);
        assertEquals(accepted.accepted(), guess.draws().count());
        assertEquals(accepted.generalizationLoss(), guess.generalizationLoss());
        assertEquals(2000, outcome.distribution(Part.PRIOR).draws().count());
        EnsembleOutcome atEps =
                DescentEnsemble.of(descent().stopBelow(EPS)).runs(200).run();
        EnsembleOutcome atEnd = DescentEnsemble.of(descent()).runs(200).run();
        assertEquals(atEps.digest(), outcome.descentAtEps().digest());
        assertEquals(atEnd.digest(), outcome.descentAtEnd().digest());
        assertEquals(
                atEps.reached(),
                outcome.distribution(Part.DESCENT_AT_EPS).draws().count());
        assertArrayEquals(
                atEnd.generalizationLosses(),
                outcome.distribution(Part.DESCENT_AT_END).draws().losses());
        Distribution end = outcome.distribution(Part.DESCENT_AT_END);
        assertEquals(atEnd.quantiles(), end.generalizationLoss().orElseThrow().quantiles());
        assertEquals(
                atEnd.meanGeneralizationLoss(),
                end.generalizationLoss().orElseThrow().mean(),
                1e-12);
        assertEquals(PROBLEM.generalizationLoss(atEnd.meanPredicted()), end.lossOfMean());
        for (Distribution distribution : outcome.distributions()) {
            // Convexity of the loss.
            assertTrue(distribution.lossOfMean()
                    <= distribution.generalizationLoss().orElseThrow().mean());
            assertTrue(distribution.distanceOfMean() > 0);
        }
        // The mean of the prior is 0, and the ground truth has norm 1.
        assertEquals(1, outcome.distribution(Part.PRIOR).distanceOfMean(), 0.05);
        assertEquals(3, outcome.distances().size());
        assertEquals(
                List.of(Part.DESCENT_AT_EPS, Part.DESCENT_AT_END, Part.PRIOR),
                outcome.distances().stream().map(Distances::second).toList());
        assertTrue(outcome.distances(Part.DESCENT_AT_EPS, Part.DESCENT_AT_END).isPresent());
        assertThrows(IllegalArgumentException.class, () -> outcome.distances(Part.PRIOR, Part.PRIOR));
    }

    @Test
    void meansOfRunsThatReachedAreTheirs() {
        // With as many epochs as the median run takes, about half of the runs are too short for the threshold.
        double median = DescentEnsemble.of(descent().stopBelow(0.02))
                .runs(100)
                .run()
                .epochsToReach()
                .get(0.5);
        GradientDescent half = descent().epochs((int) median);
        ComparisonOutcome outcome = Comparison.of(
                        Sampler.named("conditional", PROBLEM, NETWORK).eps(0.02).draws(2048), half)
                .runs(100)
                .priorDraws(100)
                .resamples(99)
                .run();
        EnsembleOutcome atEps = outcome.descentAtEps();
        assertTrue(atEps.reached() > 0 && atEps.reached() < 100, "reached: " + atEps.reached());
        double[] sum = new double[25];
        for (var run : atEps.runs()) {
            if (run.end().trainLoss() < 0.02) {
                float[] predicted = half.stopBelow(0.02).seed(run.seed()).run().predicted();
                for (int e = 0; e < sum.length; e++) {
                    sum[e] += (double) predicted[e] / atEps.reached();
                }
            }
        }
        assertArrayEquals(sum, atEps.meanReached(), 1e-6);
        assertEquals(
                PROBLEM.generalizationLoss(atEps.meanReached()),
                outcome.distribution(Part.DESCENT_AT_EPS).lossOfMean());
    }

    /** Of halves of one ensemble, the two distances are taken for those of unequal laws in a tenth of cases at most; the seed is fixed. */
    @Test
    void halvesOfAnEnsembleAreNotToldApart() {
        double[] losses =
                DescentEnsemble.of(descent().stopBelow(EPS)).runs(1000).run().generalizationLosses();
        WeightedDraws[] halves = {
            WeightedDraws.independent(Arrays.copyOf(losses, 500), new double[0]),
            WeightedDraws.independent(Arrays.copyOfRange(losses, 500, losses.length), new double[0])
        };
        Distance[] found = new GroupResampling(1, 999)
                .distances(new GroupResampling.Source(halves[0], 0), new GroupResampling.Source(halves[1], 1));
        for (Distance distance : found) {
            assertFalse(distance.differs(), distance::toString);
        }
    }

    @Test
    void whatHasNoDrawsHasNoDistance() {
        ComparisonOutcome outcome = Comparison.of(
                        Sampler.named("rejection", PROBLEM, NETWORK).eps(1e-9).draws(1000),
                        descent().epochs(5))
                .runs(20)
                .priorDraws(100)
                .run();
        assertTrue(
                outcome.distribution(Part.GUESS_AND_CHECK).generalizationLoss().isEmpty());
        assertTrue(Double.isNaN(outcome.distribution(Part.DESCENT_AT_EPS).lossOfMean()));
        assertEquals(List.of(), outcome.distances());
        assertTrue(outcome.distances(Part.PRIOR, Part.DESCENT_AT_END).isPresent());
        assertTrue(outcome.digest().startsWith("sha256:"));
    }

    @Test
    void tellsOfEveryPartAndStops() {
        Set<Part> told = ConcurrentHashMap.newKeySet();
        comparison("rejection").onProgress(p -> told.add(p.part())).run();
        assertEquals(EnumSet.allOf(Part.class), EnumSet.copyOf(told));
        Comparison stopped = comparison("rejection")
                .onProgress(p -> told.add(p.part()))
                .cancelWhen(() -> told.contains(Part.DESCENT_AT_EPS));
        told.clear();
        assertThrows(CancellationException.class, stopped::run);
        assertFalse(told.contains(Part.DESCENT_AT_END));
    }

    @Test
    void wrongSettingsAreRefused() {
        Comparison good = comparison("rejection");
        assertEquals("runs: 0; at least 1 is allowed", message(() -> good.runs(0)));
        assertEquals("prior draws: 0; 1 to 1048576 is allowed", message(() -> good.priorDraws(0)));
        assertEquals("resamples: 98; at least 99 is allowed", message(() -> good.resamples(98)));
        Sampler<?> two = Sampler.named("rejection", PROBLEM, NETWORK).eps(0.1, 0.2);
        assertEquals("eps: 2 thresholds; one is allowed in a comparison", message(() -> Comparison.of(two, descent())));
        Sampler<?> other = Sampler.named("rejection", Problem.sensing(5, 5, 1, 15, 4), NETWORK);
        assertTrue(message(() -> Comparison.of(other, descent())).startsWith("problem: "));
    }

    private static String message(Runnable setting) {
        return assertThrows(IllegalArgumentException.class, setting::run).getMessage();
    }
}
