package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Products drawn through Bartlett factors: the law of the plain loop's, and the same bits everywhere. */
class ReductionTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    static Stream<Network> networks() {
        return Stream.of(
                Network.linear(40, 2),
                Network.linear(40, 3),
                Network.linear(40, 2).normalize(),
                Network.linear(40, 4).normalize());
    }

    private static RejectionSampler sampler(Problem problem, Network network) {
        return RejectionSampler.of(problem, network).eps(0.2, 0.1, 0.05).seed(5);
    }

    /** Each comparison allows 4 combined standard errors, which chance exceeds in one of 16,000; there are 28 at most. */
    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithThePlainLoop(Network network) {
        Posterior plain = sampler(PROBLEM, network).draws(400_000).run();
        Posterior reduced =
                sampler(PROBLEM, network).reduce(true).draws(1_500_000).run();
        assertNotEquals(plain.origin().digest(), reduced.origin().digest());
        assertTrue(plain.thresholds().getFirst().accepted() > 1_000, "a test of nothing");
        assertNear(
                plain.prior().mean(),
                plain.prior().standardError(),
                reduced.prior().mean(),
                reduced.prior().standardError());
        for (int i = 0; i < 3; i++) {
            ThresholdEstimate a = plain.thresholds().get(i);
            ThresholdEstimate b = reduced.thresholds().get(i);
            if (a.accepted() >= 100) {
                assertNear(a.probability(), deviation(a, plain), b.probability(), deviation(b, reduced));
                GeneralizationLoss first = a.generalizationLoss().orElseThrow();
                GeneralizationLoss second = b.generalizationLoss().orElseThrow();
                assertNear(first.mean(), first.standardError(), second.mean(), second.standardError());
            }
        }
    }

    private static double deviation(ThresholdEstimate e, Posterior of) {
        return Math.sqrt(e.probability() * (1 - e.probability()) / of.origin().draws());
    }

    private static void assertNear(double a, double errorOfA, double b, double errorOfB) {
        double distance = Math.abs(a - b) / Math.hypot(errorOfA, errorOfB);
        assertTrue(distance < 4, a + " and " + b + " are " + distance + " standard errors apart");
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyBackendGivesTheScalarDigest(Network network) {
        Posterior scalar = sampler(PROBLEM, network)
                .reduce(true)
                .draws(20_001)
                .backend("scalar")
                .threads(1)
                .run();
        assertTrue(scalar.thresholds().getFirst().accepted() > 0, "a test of nothing");
        for (String width : List.of("vector-128", "vector-256", "vector-512")) {
            Posterior vector = sampler(PROBLEM, network)
                    .reduce(true)
                    .draws(20_001)
                    .backend(width)
                    .threads(2)
                    .run();
            assertEquals(scalar.origin().digest(), vector.origin().digest(), width);
        }
    }

    /** 20 x 20 at depth 3: more weights than are drawn at once, so that factors come tile by tile. */
    @Test
    void largeProductsAgreeToo() {
        Problem problem = Problem.completion(20, 20, 1, 200, 3);
        Network network = Network.linear(60, 3).normalize();
        RejectionSampler plain = RejectionSampler.of(problem, network).eps(1).draws(20_000);
        RejectionSampler reduced =
                RejectionSampler.of(problem, network).eps(1).reduce(true).draws(20_000);
        PriorMean first = plain.run().prior();
        PriorMean second = reduced.run().prior();
        assertNear(first.mean(), first.standardError(), second.mean(), second.standardError());
    }

    @Test
    void refusesWhatHasNoSuchFactors() {
        for (Network network : List.of(
                Network.linear(35, 2),
                Network.linear(40, 1),
                Network.linear(40, 2).with(Activation.TANH))) {
            RejectionSampler sampler = RejectionSampler.of(PROBLEM, network);
            String sentence = assertThrows(IllegalArgumentException.class, () -> sampler.reduce(true))
                    .getMessage();
            assertTrue(sentence.startsWith("reduce: ") && sentence.contains("width 36"), sentence);
        }
        RejectionSampler reduced =
                RejectionSampler.of(PROBLEM, Network.linear(40, 2)).reduce(true);
        assertThrows(UnsupportedOperationException.class, () -> reduced.replay(3));
    }
}
