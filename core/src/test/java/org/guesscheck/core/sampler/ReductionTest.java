package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.AcceptedDraw;
import org.guesscheck.core.posterior.GeneralizationLoss;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.posterior.PriorMean;
import org.guesscheck.core.posterior.ReplayedDraw;
import org.guesscheck.core.posterior.ThresholdEstimate;
import org.guesscheck.core.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Products drawn through fewer numbers: the law of the plain loop's, and the same bits everywhere. */
class ReductionTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    static Stream<Network> networks() {
        return Stream.of(
                Network.linear(40, 2),
                Network.linear(40, 3),
                Network.linear(40, 2).normalize(),
                Network.linear(40, 4).normalize(),
                // More hidden units than are drawn at once.
                Network.linear(130, 2).with(Activation.TANH),
                Network.linear(101, 3).with(Activation.LEAKY_RELU).normalize(),
                // Features that are dead in all units of a layer, for some draws.
                Network.linear(6, 4).with(Activation.leakyRelu(0)));
    }

    /** Narrow enough to be drawn whole; the conditions of the Gram form, one by one. */
    static List<Arguments> grid() {
        List<Arguments> all = new ArrayList<>();
        for (int rows : new int[] {3, 5}) {
            for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.LEAKY_RELU)) {
                for (int depth : new int[] {2, 3, 5}) {
                    Network network = Network.linear(rows + 4, depth).with(activation);
                    all.add(Arguments.of(rows, network));
                    all.add(Arguments.of(rows, network.normalize()));
                }
            }
        }
        return all;
    }

    /** Each of at most 7 comparisons in 36 cases allows 4 combined standard errors, which chance exceeds in one of 16,000. */
    @ParameterizedTest
    @MethodSource("grid")
    void hasTheLawOfThePlainLoop(int rows, Network network) {
        Problem problem = Problem.sensing(rows, rows, 1, rows == 3 ? 6 : 15, 1);
        agrees(problem, network, 400_000, 1_000_000);
    }

    private static RejectionSampler sampler(Problem problem, Network network) {
        return RejectionSampler.of(problem, network).eps(0.2, 0.1, 0.05).seed(5);
    }

    /** Each comparison allows 4 combined standard errors, which chance exceeds in one of 16,000; there are 49 at most. */
    @ParameterizedTest
    @MethodSource("networks")
    void agreesWithThePlainLoop(Network network) {
        agrees(PROBLEM, network, 400_000, 1_500_000);
    }

    private static void agrees(Problem problem, Network network, long draws, long reducedDraws) {
        Posterior plain = sampler(problem, network).draws(draws).run();
        Posterior reduced =
                sampler(problem, network).reduce(true).draws(reducedDraws).run();
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
    void saysWhichFormWasDrawn() {
        assertNote("the product was drawn through Bartlett factors", Network.linear(36, 2));
        assertNote("the product was drawn through the Gram matrices of the hidden features", Network.linear(35, 2));
        assertNote(
                "the product was drawn through the Gram matrices of the hidden features",
                Network.linear(40, 2).with(Activation.TANH));
        assertNote(
                "the product was drawn through all weights, since no other form has fewer numbers",
                Network.linear(5, 2));
        assertEquals(
                sampler(PROBLEM, Network.linear(5, 2)).draws(2_000).run().origin(),
                sampler(PROBLEM, Network.linear(5, 2))
                        .reduce(true)
                        .draws(2_000)
                        .run()
                        .origin());
    }

    private static void assertNote(String expected, Network network) {
        Posterior reduced = sampler(PROBLEM, network).reduce(true).draws(2_000).run();
        assertEquals(List.of(expected), reduced.diagnostics().notes());
    }

    @Test
    void refusesOneLayerAndUniformPriors() {
        for (Network network :
                List.of(Network.linear(40, 1), Network.linear(40, 2).with(Prior.UNIFORM))) {
            RejectionSampler sampler = RejectionSampler.of(PROBLEM, network);
            assertEquals(
                    "reduce: not for this network; depth 2 or more with a Gaussian prior is allowed",
                    assertThrows(IllegalArgumentException.class, () -> sampler.reduce(true))
                            .getMessage());
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void replayMakesAReducedDrawAgain(Network network) {
        RejectionSampler sampler = sampler(PROBLEM, network).reduce(true).draws(20_000);
        Posterior posterior = sampler.run();
        AcceptedDraw draw = posterior.accepted().get(posterior.accepted().size() / 2);
        ReplayedDraw again = sampler.replay(draw.draw());
        assertEquals(draw.trainLoss(), again.trainLoss());
        assertEquals(draw.generalizationLoss(), again.generalizationLoss());
        boolean bartlett = network.activation().kind() == Activation.Kind.LINEAR;
        assertEquals(network.depth(), again.weights().size());
        assertEquals(5 * (bartlett ? 5 : network.width()), again.weights().getFirst().length);
        assertEquals(25, again.weights().getLast().length);
        double[] product = bartlett
                ? ofBartlett(network, again.weights())
                : GramInDoubles.product(PROBLEM, network, again.weights());
        double norm = Math.sqrt(Arrays.stream(product).map(x -> x * x).sum());
        for (int e = 0; e < product.length; e++) {
            // Single precision through a few layers.
            assertEquals(product[e], again.product()[e], 2e-5 * norm, "entry " + e);
        }
        assertEquals(PROBLEM.trainLoss(product), draw.trainLoss(), 1e-5);
    }

    /** The product of triangular factors, with the scales of the network that is meant. */
    private static double[] ofBartlett(Network network, List<float[]> factors) {
        Network narrow = Network.linear(5, network.depth());
        double scale = Math.pow(5.0 / network.width(), 0.5 * (network.depth() - 1));
        double[] product = Arrays.stream(ForwardInDoubles.product(PROBLEM, narrow, factors))
                .map(x -> x * scale)
                .toArray();
        double norm = Math.sqrt(Arrays.stream(product).map(x -> x * x).sum());
        return network.normalized()
                ? Arrays.stream(product)
                        .map(x -> x / (norm + network.softening()))
                        .toArray()
                : product;
    }
}
