package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Measurements;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Thresholds that no draw gets below: nothing is accepted, p has an upper bound above 0, and the estimate is marked. */
class UnreachableThresholdTest {
    /** A question, and whether splitting gets anywhere towards its threshold. */
    private record Unreachable(String name, Problem problem, Network network, double eps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Unreachable> questions() {
        Measurements twice = Measurements.of(new double[][] {{1, 0, 0, 0}, {1, 0, 0, 0}}, new double[] {0.6, 0.2});
        Measurements test = Measurements.of(new double[][] {{0, 1, 0, 0}}, new double[] {0.1});
        return List.of(
                new Unreachable(
                        "rank 2 by a network of width 1", Problem.sensing(5, 5, 2, 22, 1), Network.linear(1, 2), 2e-3),
                new Unreachable(
                        "products that are 0 in single precision",
                        Problem.sensing(5, 5, 1, 15, 1),
                        Network.linear(1, 200),
                        0.02),
                new Unreachable("contradicting targets", Problem.of(2, 2, twice, test), Network.linear(2, 2), 0.02),
                new Unreachable(
                        "a product of unit size and a target of 5",
                        Problem.of(2, 2, Measurements.of(new double[][] {{1, 0, 0, 0}}, new double[] {5}), test),
                        Network.linear(2, 3).normalize(),
                        0.1),
                new Unreachable(
                        "features that are never below 0",
                        Problem.of(
                                1,
                                1,
                                Measurements.of(new double[][] {{1}}, new double[] {-2e6}),
                                Measurements.of(new double[][] {{1}}, new double[] {1})),
                        Network.linear(1, 2).with(Activation.leakyRelu(0)),
                        1e-3));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void autoAndSplittingSaySo(Unreachable question) {
        for (String name : List.of(AutoSampler.NAME, SplittingSampler.NAME)) {
            Posterior posterior = Sampler.named(name, question.problem, question.network)
                    .eps(question.eps, 1e9)
                    .draws(3_000_000)
                    .relativeError(0.05)
                    .seed(1)
                    .run();
            ThresholdEstimate none = posterior.thresholds().getFirst();
            assertEquals(0, none.accepted(), name);
            assertEquals(0, none.probability(), name);
            assertEquals(0, none.probabilityInterval().low(), name);
            assertTrue(
                    none.probabilityInterval().high() > 0
                            && none.probabilityInterval().high() < 0.01,
                    name + " " + none);
            assertTrue(none.generalizationLoss().isEmpty(), name);
            assertFalse(posterior.diagnostics().trustworthy(), name);
            assertTrue(
                    posterior.origin().draws() <= 3_000_000,
                    name + " " + posterior.origin().draws());
            assertTrue(posterior.prior().sample() > 0 && posterior.prior().mean() >= 0, name + " " + posterior.prior());
        }
    }

    @Test
    void splittingNamesTheLossThatItReached() {
        Unreachable contradiction = questions().get(2);
        Posterior posterior = SplittingSampler.of(contradiction.problem, contradiction.network)
                .eps(contradiction.eps)
                .relativeError(0.03)
                .run();
        String reason = posterior.diagnostics().reasons().getFirst();
        // The mean of both squared residuals is least, 0.04, in the middle between the targets.
        assertTrue(
                reason.matches("the pilot run stopped at a training loss of 0\\.0[34].* did not reach eps 0.02: .*"),
                reason);
    }

    /** The larger threshold is answered as if it had been asked alone, as far as levels go; the smaller one is bounded. */
    @Test
    void theThresholdsThatAreReachedAreAnswered() {
        Unreachable contradiction = questions().get(2);
        Posterior both = SplittingSampler.of(contradiction.problem, contradiction.network)
                .eps(0.02, 0.06)
                .run();
        assertEquals(0, both.thresholds().getFirst().accepted());
        ThresholdEstimate reached = both.thresholds().getLast();
        Posterior rejection = RejectionSampler.of(contradiction.problem, contradiction.network)
                .eps(0.06)
                .draws(1_000_000)
                .seed(4)
                .run();
        ThresholdEstimate expected = rejection.thresholds().getFirst();
        // 95% intervals of the same number that do not meet: less than one in 100 times.
        assertTrue(reached.probabilityInterval().meets(expected.probabilityInterval()), reached + " " + expected);
        assertTrue(both.thresholds().getFirst().probabilityInterval().high()
                <= reached.probabilityInterval().high());
    }

    /** The conditional sampler's bound: with weights up to a largest one, no hits are not proof of p = 0. */
    @Test
    void noHitOfTheConditionalSamplerIsNotProof() {
        Unreachable contradiction = questions().get(2);
        Posterior posterior = ConditionalSampler.of(contradiction.problem, contradiction.network)
                .eps(0.02)
                .draws(4096)
                .run();
        ThresholdEstimate none = posterior.thresholds().getFirst();
        assertEquals(0, none.probability());
        // 3 / 4096 times the largest weight, exp(2 / (2 * 0.92)).
        assertEquals(3.0 / 4096 * Math.exp(1 / 0.92), none.probabilityInterval().high(), 1e-9);
        assertFalse(posterior.diagnostics().trustworthy());
    }
}
