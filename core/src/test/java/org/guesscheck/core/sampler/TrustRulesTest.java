package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ReplayedDraw;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;

/** What is marked, by every sampler alike. */
class TrustRulesTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    private static Posterior rejection(long draws) {
        return RejectionSampler.of(PROBLEM, Network.linear(5, 2))
                .eps(0.1)
                .draws(draws)
                .seed(1)
                .run();
    }

    @Test
    void fewerThanAHundredAcceptedDrawsAreDoubted() {
        boolean few = false;
        boolean many = false;
        for (long draws = 1; draws < 300_000; draws *= 2) {
            Posterior posterior = rejection(draws);
            double accepted = posterior.thresholds().getFirst().accepted();
            assertEquals(accepted >= 100, posterior.diagnostics().trustworthy(), draws + " draws");
            few |= accepted > 0 && accepted < 100;
            many |= accepted >= 100;
        }
        assertTrue(few && many, "a test of nothing");
        assertEquals(
                "eps 0.1: the number of accepted draws is 0, below 100, so that the error of the mean is not known",
                rejection(1).diagnostics().reasons().getFirst());
    }

    @Test
    void aWantedErrorThatWasMissedIsPartOfTheMark() {
        for (String name : Sampler.NAMES) {
            Posterior missed = Sampler.named(name, PROBLEM, Network.linear(5, 2))
                    .eps(0.1)
                    .draws(100_000)
                    .relativeError(1e-5)
                    .run();
            assertFalse(missed.diagnostics().trustworthy(), name);
            assertTrue(
                    missed.diagnostics().reasons().stream()
                            .anyMatch(reason -> reason.startsWith(
                                    "the mean did not reach the wanted relative error 1.0E-5: it is 0.")),
                    missed.diagnostics().reasons().toString());
        }
    }

    /** One replica says nothing of its error: the effective number of accepted draws is unknown, not invented. */
    @Test
    void oneReplicaHasNoError() {
        Posterior one = SplittingSampler.of(PROBLEM, Network.linear(5, 2))
                .eps(0.1)
                .replicas(1)
                .run();
        ThresholdEstimate estimate = one.thresholds().getFirst();
        assertTrue(Double.isNaN(estimate.accepted()));
        assertTrue(estimate.probability() > 0);
        assertFalse(one.diagnostics().trustworthy());
        assertTrue(
                one.diagnostics().reasons().stream()
                        .anyMatch(reason -> reason.contains("draws is not known, below 100")),
                one.diagnostics().reasons().toString());
    }

    /** Rectified features are all 0 in an eighth of the draws: their product is 0 and stays 0 when it is normalized without softening. */
    @Test
    void aProductOfZerosIsTheSameToEverySampler() {
        Problem problem = Problem.sensing(3, 3, 1, 4, 2);
        Network bare = new Network(1, 2, Activation.leakyRelu(0), Prior.GAUSSIAN, true, 0);
        double zero = problem.generalizationLoss(new double[9]);
        Posterior rejection = RejectionSampler.of(problem, bare)
                .eps(0.1)
                .draws(300_000)
                .seed(1)
                .run();
        assertEquals(300_000, rejection.prior().sample());
        assertTrue(
                rejection.diagnostics().trustworthy(), rejection.diagnostics().toString());
        Posterior softened = RejectionSampler.of(
                        problem, new Network(1, 2, Activation.leakyRelu(0), Prior.GAUSSIAN, true, 1e-12f))
                .eps(0.1)
                .draws(300_000)
                .seed(1)
                .run();
        assertEquals(softened.prior().mean(), rejection.prior().mean(), 1e-6);
        Posterior splitting =
                SplittingSampler.of(problem, bare).eps(0.1).seed(2).run();
        // 4.5 combined errors, which chance exceeds once in 150,000 times.
        assertEquals(
                rejection.prior().mean(),
                splitting.prior().mean(),
                4.5
                        * Math.hypot(
                                rejection.prior().standardError(),
                                splitting.prior().standardError()));
        boolean found = false;
        for (long draw = 0; draw < 100; draw++) {
            ReplayedDraw replayed =
                    RejectionSampler.of(problem, bare).draws(300_000).seed(1).replay(draw);
            found |= Math.abs(replayed.generalizationLoss() - zero) < 1e-6;
            assertTrue(Float.isFinite(replayed.generalizationLoss()));
        }
        assertTrue(found, "no product of zeros among 100 draws has a probability of 2e-6");
    }

    /** Test losses beyond single precision: every sampler that draws in single precision says how many it left out. */
    @Test
    void lossesBeyondSinglePrecisionAreCounted() {
        Measurements train = Measurements.of(new double[][] {{1, 0, 0, 0}}, new double[] {0.5});
        Measurements test = Measurements.of(new double[][] {{0, 1e18, 0, 0}}, new double[] {0});
        Problem problem = Problem.of(2, 2, train, test);
        for (String name : List.of(RejectionSampler.NAME, SplittingSampler.NAME)) {
            // Of products of eight normal numbers some are large enough.
            Posterior posterior = Sampler.named(name, problem, Network.linear(1, 8))
                    .eps(0.1)
                    .draws(200_000)
                    .run();
            assertFalse(posterior.diagnostics().trustworthy(), name);
            assertTrue(
                    posterior.diagnostics().reasons().stream()
                            .anyMatch(reason ->
                                    reason.matches("\\d+ of \\d+ draws from the prior have losses that no .*")),
                    name + " " + posterior.diagnostics().reasons());
        }
    }
}
