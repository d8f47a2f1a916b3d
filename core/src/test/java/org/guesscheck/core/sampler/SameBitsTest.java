package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.AcceptedDraw;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.ReplayedDraw;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The determinism contract: one digest for one question. */
class SameBitsTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    static List<Network> networks() {
        int[][] shapes = {{5, 1}, {5, 2}, {7, 3}, {5, 6}, {61, 2}, {23, 4}};
        List<Network> all = new ArrayList<>();
        for (int[] shape : shapes) {
            for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.LEAKY_RELU)) {
                for (Prior prior : Prior.values()) {
                    for (boolean normalized : new boolean[] {false, true}) {
                        all.add(new Network(shape[0], shape[1], activation, prior, normalized, Network.SOFTENING));
                    }
                }
            }
        }
        return all;
    }

    private static Posterior run(Problem problem, Network network, String backend, int threads) {
        return RejectionSampler.of(problem, network)
                .eps(0.1, 0.04)
                .draws(4_001)
                .seed(3)
                .threads(threads)
                .backend(backend)
                .run();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyWidthGivesTheScalarDigest(Network network) {
        Posterior scalar = run(PROBLEM, network, "scalar", 1);
        assertTrue(scalar.thresholds().getFirst().accepted() > 0, "a test of nothing");
        for (String width : List.of("vector-128", "vector-256", "vector-512")) {
            Posterior vector = run(PROBLEM, network, width, 2);
            assertEquals(scalar.origin().digest(), vector.origin().digest(), width);
            assertEquals(scalar.thresholds(), vector.thresholds(), width);
            assertEquals(scalar.prior(), vector.prior(), width);
        }
    }

    @ParameterizedTest
    @MethodSource("reducible")
    void everyWidthGivesTheScalarDigestOfReducedDraws(Problem problem, Network network) {
        Posterior scalar = reduced(problem, network, "scalar", 1);
        assertTrue(scalar.thresholds().getFirst().accepted() > 0, "a test of nothing");
        if (network.width() < 100) {
            // Plain draws of wide networks take seconds.
            assertNotEquals(
                    run(problem, network, "scalar", 1).origin().digest(),
                    scalar.origin().digest());
        }
        for (String width : List.of("vector-128", "vector-256", "vector-512")) {
            Posterior vector = reduced(problem, network, width, 2);
            assertEquals(scalar.origin().digest(), vector.origin().digest(), width);
            assertEquals(scalar.thresholds(), vector.thresholds(), width);
            assertEquals(scalar.prior(), vector.prior(), width);
        }
    }

    /** Drawn whole in batches, whole one by one, and in tiles; rows in one block and in several. */
    static List<Arguments> reducible() {
        List<Arguments> all = new ArrayList<>();
        int[][] shapes = {{8, 2}, {7, 5}, {91, 2}, {173, 3}};
        for (int[] shape : shapes) {
            for (Activation activation : List.of(Activation.TANH, Activation.LEAKY_RELU, Activation.leakyRelu(0))) {
                Network network = Network.linear(shape[0], shape[1]).with(activation);
                all.add(Arguments.of(PROBLEM, network));
                all.add(Arguments.of(PROBLEM, network.normalize()));
            }
        }
        all.add(Arguments.of(PROBLEM, Network.linear(30, 3)));
        for (int rows : new int[] {1, 3, 8, 12}) {
            Problem problem = Problem.completion(rows, 7, 1, 3 * rows, 5);
            all.add(Arguments.of(problem, Network.linear(rows + 1, 3).normalize()));
            all.add(Arguments.of(
                    problem, Network.linear(60, 4).with(Activation.TANH).normalize()));
        }
        return all;
    }

    private static Posterior reduced(Problem problem, Network network, String backend, int threads) {
        return RejectionSampler.of(problem, network)
                .reduce(true)
                .eps(0.1, 0.04)
                .draws(4_001)
                .seed(3)
                .threads(threads)
                .backend(backend)
                .run();
    }

    @Test
    void shapesThatAreNotMultiplesOfTheBlocksAgree() {
        int[][] shapes = {{3, 7, 4}, {6, 4, 9}, {8, 11, 6}};
        for (int[] shape : shapes) {
            int measurements = shape[0] * shape[1] / 2;
            Problem problem = Problem.completion(shape[0], shape[1], 1, measurements, 5);
            for (int depth = 1; depth <= 4; depth++) {
                Network network = Network.linear(shape[2], depth).normalize();
                String scalar = run(problem, network, "scalar", 1).origin().digest();
                assertEquals(
                        scalar, run(problem, network, "vector-512", 1).origin().digest());
                assertEquals(
                        scalar, run(problem, network, "vector-128", 1).origin().digest());
            }
        }
    }

    @Test
    void threadsChangeNothing() {
        RejectionSampler sampler = RejectionSampler.of(PROBLEM, Network.linear(5, 2))
                .eps(0.05)
                .draws(3_000_001)
                .seed(7);
        Posterior one = sampler.threads(1).run();
        for (int threads : new int[] {2, 3, 7}) {
            Posterior many = sampler.threads(threads).run();
            assertEquals(one.origin().digest(), many.origin().digest());
            assertEquals(one.thresholds(), many.thresholds());
            assertEquals(one.prior(), many.prior());
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void replayMakesAnAcceptedDrawAgain(Network network) {
        RejectionSampler sampler =
                RejectionSampler.of(PROBLEM, network).eps(0.1).draws(10_000).seed(3);
        Posterior posterior = sampler.run();
        AcceptedDraw draw = posterior.accepted().get(posterior.accepted().size() / 2);
        ReplayedDraw again = sampler.replay(draw.draw());
        assertEquals(draw.trainLoss(), again.trainLoss());
        assertEquals(draw.generalizationLoss(), again.generalizationLoss());
        double[] product = ForwardInDoubles.product(PROBLEM, network, again.weights());
        // Single precision: a loss near 0.1 of 15 residuals carries rounding of some 1e-7.
        assertEquals(PROBLEM.trainLoss(product), draw.trainLoss(), 2e-6);
        assertEquals(
                PROBLEM.generalizationLoss(product), draw.generalizationLoss(), 2e-6 * (1 + draw.generalizationLoss()));
    }
}
