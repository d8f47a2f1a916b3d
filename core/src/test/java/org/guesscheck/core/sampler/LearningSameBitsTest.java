package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.LearningCurve;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The determinism contract of learning curves: one digest for one question. */
class LearningSameBitsTest {
    private static final LearningProblem PROBLEM =
            LearningProblem.split(SyntheticSamples.mixture(7, 3, 2.0, 60, 3), 9, 7);

    static List<Perceptron> networks() {
        List<Perceptron> all = new ArrayList<>();
        for (int[] layers : List.of(new int[] {3}, new int[] {11, 3}, new int[] {6, 5, 3})) {
            for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.leakyRelu(0))) {
                for (Prior prior : Prior.values()) {
                    all.add(Perceptron.relu(layers).with(activation).with(prior).biases(layers.length == 2 ? 0.5f : 0));
                }
            }
        }
        for (Activation activation : List.of(Activation.LINEAR, Activation.TANH, Activation.leakyRelu(0))) {
            // The second layer is drawn by samples.
            all.add(Perceptron.relu(60, 50, 3).with(activation).biases(activation == Activation.TANH ? 0.5f : 0));
        }
        return all;
    }

    /** Of eight classes, so that the outputs, too, are drawn by samples. */
    @Test
    void everyWidthGivesTheScalarOutputsBySamples() {
        LearningProblem problem = LearningProblem.split(SyntheticSamples.mixture(8, 8, 2.0, 60, 3), 3, 7);
        LearningRejection guess =
                LearningRejection.of(problem, Perceptron.relu(80, 8)).draws(100_000);
        LearningCurve expected = guess.backend("scalar").run();
        assertTrue(expected.points().get(1).accepted() > 0, "a test of nothing");
        for (String width : List.of("vector-128", "vector-256", "vector-512")) {
            assertEquals(expected.origin(), guess.backend(width).run().origin(), width);
        }
    }

    private static LearningCurve guess(Perceptron network, String backend, int threads, long seed) {
        return LearningRejection.of(PROBLEM, network)
                .draws(20_011)
                .networks(40)
                .testedAt(0, 1, 4, 9)
                .seed(seed)
                .threads(threads)
                .backend(backend)
                .run();
    }

    private static LearningCurve split(Perceptron network, String backend, int threads, long seed) {
        return LearningSplitting.of(PROBLEM, network)
                .particles(48)
                .sweeps(2)
                .replicas(3)
                .testedAt(0, 1, 4, 9)
                .seed(seed)
                .threads(threads)
                .backend(backend)
                .run();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyWidthGivesTheScalarDigest(Perceptron network) {
        LearningCurve guess = guess(network, "scalar", 1, 3);
        LearningCurve split = split(network, "scalar", 1, 3);
        assertTrue(guess.points().getFirst().accepted() > 0, "a test of nothing");
        for (String width : List.of("vector-128", "vector-256", "vector-512")) {
            LearningCurve others = guess(network, width, 2, 3);
            assertEquals(guess.origin(), others.origin(), width);
            assertEquals(guess.fromPrior(), others.fromPrior(), width);
            LearningCurve otherSplit = split(network, width, 2, 3);
            assertEquals(split.origin(), otherSplit.origin(), width);
            assertEquals(split.fromPrior(), otherSplit.fromPrior(), width);
        }
    }

    @Test
    void otherSeedsHaveOtherDraws() {
        Perceptron network = Perceptron.relu(6, 5, 3);
        assertNotEquals(
                guess(network, "auto", 2, 1).origin().digest(),
                guess(network, "auto", 2, 2).origin().digest());
        assertNotEquals(
                split(network, "auto", 2, 1).origin().digest(),
                split(network, "auto", 2, 2).origin().digest());
    }
}
