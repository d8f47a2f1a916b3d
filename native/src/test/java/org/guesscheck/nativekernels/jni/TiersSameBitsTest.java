package org.guesscheck.nativekernels.jni;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.ChunkKernel;
import org.guesscheck.core.kernel.ChunkReport;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.Posterior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.LearningRejection;
import org.guesscheck.core.sampler.LearningSplitting;
import org.guesscheck.core.sampler.RejectionSampler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One digest for one question, whole chunks on every tier that this machine can run. */
class TiersSameBitsTest {
    private static final Problem PROBLEM = Problem.sensing(5, 5, 1, 15, 1);

    static List<Network> networks() {
        return Networks.all();
    }

    static List<String> tiers() {
        List<String> names = Library.get().tiers().stream()
                .filter(Tier::runsHere)
                .map(tier -> JniProvider.FAMILY + "-" + tier.name())
                .toList();
        // Without a compiler there is nothing to test; where there has to be one, its absence is a failure.
        assertTrue(!names.isEmpty() || !TestMachine.COMPULSORY, () -> "no tier: " + new JniProvider().whyNot());
        return names;
    }

    private static Posterior run(Problem problem, Network network, String backend) {
        return RejectionSampler.of(problem, network)
                .eps(0.1, 0.04)
                .draws(4_001)
                .seed(3)
                .threads(1)
                .backend(backend)
                .run();
    }

    @ParameterizedTest
    @MethodSource("networks")
    void everyTierGivesTheScalarDigest(Network network) {
        Posterior scalar = run(PROBLEM, network, "scalar");
        assertTrue(scalar.thresholds().getFirst().accepted() > 0, "a test of nothing");
        for (String tier : tiers()) {
            Posterior jni = run(PROBLEM, network, tier);
            assertEquals(tier, jni.execution().backend());
            assertEquals(scalar.origin().digest(), jni.origin().digest(), tier);
            assertEquals(scalar.thresholds(), jni.thresholds(), tier);
            assertEquals(scalar.prior(), jni.prior(), tier);
        }
    }

    @ParameterizedTest
    @MethodSource("reducible")
    void everyTierGivesTheScalarDigestOfReducedDraws(Problem problem, Network network) {
        Posterior scalar = reduced(problem, network, "scalar");
        assertTrue(scalar.thresholds().getFirst().accepted() > 0, "a test of nothing");
        for (String tier : tiers()) {
            Posterior jni = reduced(problem, network, tier);
            assertEquals(scalar.origin().digest(), jni.origin().digest(), tier);
            assertEquals(scalar.thresholds(), jni.thresholds(), tier);
            assertEquals(scalar.prior(), jni.prior(), tier);
        }
    }

    /** Drawn whole in batches, whole one by one, and in tiles; rows in one block and in several; dead features; Bartlett. */
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
        all.add(Arguments.of(PROBLEM, Network.linear(50, 3)));
        for (int rows : new int[] {1, 3, 8, 12}) {
            Problem problem = Problem.completion(rows, 7, 1, 3 * rows, 5);
            all.add(Arguments.of(problem, Network.linear(rows + 1, 3).normalize()));
            all.add(Arguments.of(
                    problem, Network.linear(60, 4).with(Activation.TANH).normalize()));
        }
        return all;
    }

    private static Posterior reduced(Problem problem, Network network, String backend) {
        return RejectionSampler.of(problem, network)
                .reduce(true)
                .eps(0.1, 0.04)
                .draws(4_001)
                .seed(3)
                .threads(1)
                .backend(backend)
                .run();
    }

    @Test
    void aChunkInPiecesIsTheChunk() {
        Question question = new Question(PROBLEM, Network.linear(40, 2), 3, 0.05f, 8);
        ChunkReport whole = new ChunkReport();
        Backends.named("scalar").kernel(question).evaluate(4, 40, whole);
        assertTrue(whole.count > 5, "a test of little");
        for (String tier : tiers()) {
            ChunkKernel kernel = Backends.named(tier).kernel(question);
            ChunkReport pieces = new ChunkReport();
            kernel.evaluate(4, 0, 17, pieces);
            kernel.evaluate(4, 17, 40, pieces);
            assertEquals(whole.count, pieces.count, tier);
            int losses = Question.LANES * whole.count;
            assertArrayEquals(Arrays.copyOf(whole.group, whole.count), Arrays.copyOf(pieces.group, whole.count));
            assertArrayEquals(Arrays.copyOf(whole.trainLoss, losses), Arrays.copyOf(pieces.trainLoss, losses));
            assertArrayEquals(
                    Arrays.copyOf(whole.generalizationLoss, losses), Arrays.copyOf(pieces.generalizationLoss, losses));
        }
    }

    @Test
    void shapesOfEveryBlockSizeAgree() {
        int[][] shapes = {{3, 7, 4}, {6, 4, 9}, {8, 11, 6}, {1, 2, 3}, {4, 3, 2}, {7, 2, 5}};
        for (int[] shape : shapes) {
            int measurements = Math.max(1, shape[0] * shape[1] / 2);
            Problem problem = Problem.completion(shape[0], shape[1], 1, measurements, 5);
            for (int depth = 1; depth <= 4; depth++) {
                Network network = Network.linear(shape[2], depth).normalize();
                String scalar = run(problem, network, "scalar").origin().digest();
                for (String tier : tiers()) {
                    assertEquals(scalar, run(problem, network, tier).origin().digest(), tier);
                }
            }
        }
    }

    @Test
    void learningCurvesHaveTheScalarDigest() {
        LearningProblem problem = LearningProblem.split(SyntheticSamples.mixture(7, 2, 2, 60, 3), 9, 7);
        for (Perceptron network : List.of(
                Perceptron.relu(11, 6, 2).biases(0.5f),
                Perceptron.relu(60, 50, 1).biases(0.5f),
                Perceptron.relu(4, 1).with(Activation.TANH).with(Prior.UNIFORM))) {
            LearningRejection guess =
                    LearningRejection.of(problem, network).draws(20_011).networks(40);
            LearningSplitting split = LearningSplitting.of(problem, network)
                    .particles(48)
                    .sweeps(3)
                    .replicas(2);
            LearningCurve guessed = guess.backend("scalar").run();
            LearningCurve moved = split.backend("scalar").run();
            for (String tier : tiers()) {
                assertEquals(guessed.points(), guess.backend(tier).run().points(), tier);
                assertEquals(guessed.origin(), guess.backend(tier).run().origin(), tier);
                assertEquals(moved.points(), split.backend(tier).run().points(), tier);
                assertEquals(moved.origin(), split.backend(tier).run().origin(), tier);
            }
        }
    }
}
