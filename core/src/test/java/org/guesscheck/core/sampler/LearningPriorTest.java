package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.estimate.Interval;
import org.guesscheck.core.estimate.TestAccuracy;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Networks of the prior, before any sample. Their outputs may be exchanged, so that each class is theirs with the same probability and the mean accuracy is 1 /
 * classes where no outputs are equal.
 */
class LearningPriorTest {
    private static final LearningProblem PROBLEM =
            LearningProblem.split(SyntheticSamples.mixture(7, 3, 2.0, 90, 3), 6, 7);

    static List<Perceptron> networks() {
        Perceptron leaky = Perceptron.relu(8, 3).with(Activation.LEAKY_RELU);
        return List.of(
                leaky,
                leaky.biases(0.5f),
                leaky.with(Prior.UNIFORM),
                Perceptron.relu(3).with(Activation.LINEAR),
                Perceptron.relu(6, 5, 3)
                        .with(Activation.TANH)
                        .with(Prior.UNIFORM)
                        .biases(1));
    }

    private static LearningRejection guess(Perceptron network) {
        return LearningRejection.of(PROBLEM, network)
                .draws(50_000)
                .networks(3000)
                .seed(4);
    }

    private static LearningSplitting split(Perceptron network) {
        return LearningSplitting.of(PROBLEM, network)
                .particles(256)
                .sweeps(1)
                .replicas(8)
                .seed(4);
    }

    private static TestAccuracy ofPrior(LearningSampler<?> sampler) {
        LearningPoint prior = sampler.testedAt(0).run().prior().orElseThrow();
        assertEquals(0, prior.samples());
        assertEquals(1, prior.probability());
        assertEquals(new Interval(1, 1), prior.probabilityInterval());
        return prior.accuracy().orElseThrow();
    }

    /** Within 4 standard errors: chance exceeds one of the 15 in one of 1,000 seeds. */
    @ParameterizedTest
    @MethodSource("networks")
    void everyClassIsEquallyProbable(Perceptron network) {
        TestAccuracy bySamples = ofPrior(guess(network));
        TestAccuracy byWeights = ofPrior(guess(network).byWeights(true).seed(5));
        TestAccuracy split = ofPrior(split(network));
        for (TestAccuracy accuracy : List.of(bySamples, byWeights, split)) {
            assertTrue(accuracy.standardError() < 0.01, accuracy::toString);
            assertEquals(1 / 3.0, accuracy.mean(), 4 * accuracy.standardError(), accuracy::toString);
            // Networks differ as much however they are drawn: of 2,000, a deviation has an error of some 2%.
            assertEquals(byWeights.deviation(), accuracy.deviation(), 0.12 * byWeights.deviation());
        }
        assertEquals(3000, bySamples.networks());
        assertEquals(8 * 256, split.networks());
    }

    /** Whether the prior is tested changes the digest and nothing that is learned. */
    @Test
    void learningIsTheSameWithoutThePrior() {
        for (LearningSampler<?> sampler :
                List.of(guess(networks().getFirst()), split(networks().getFirst()))) {
            LearningCurve without = sampler.testedAt(1, 6).run();
            LearningCurve with = sampler.testedAt(0, 1, 6).run();
            assertEquals(Optional.empty(), without.prior());
            assertEquals(without.points(), without.fromPrior());
            assertEquals(without.points(), with.points());
            assertEquals(7, with.fromPrior().size());
            assertEquals(without.diagnostics(), with.diagnostics());
            assertNotEquals(without.origin().digest(), with.origin().digest());
            assertEquals(List.of(0, 1, 6), sampler.testedAt(0, 1, 6).testedAt());
        }
        assertEquals(
                50_000,
                guess(networks().getFirst())
                        .testedAt(0)
                        .run()
                        .prior()
                        .orElseThrow()
                        .accepted());
    }

    /** Zeros ask a Gaussian first layer for no numbers, and no network without biases is right about them. */
    @Test
    void aFirstSampleOfZerosLeavesThePrior() {
        Samples zeros = Samples.of(7, new float[7], new int[] {1});
        LearningProblem problem = LearningProblem.of(zeros, PROBLEM.test(), 3);
        Perceptron network = networks().getFirst();
        LearningCurve guess = LearningRejection.of(problem, network)
                .draws(4000)
                .networks(3000)
                .testedAt(0, 1)
                .run();
        LearningCurve split = LearningSplitting.of(problem, network)
                .replicas(4)
                .testedAt(0, 1)
                .run();
        for (LearningCurve curve : List.of(guess, split)) {
            assertEquals(0, curve.points().getFirst().accepted());
            TestAccuracy accuracy = curve.prior().orElseThrow().accuracy().orElseThrow();
            assertEquals(1 / 3.0, accuracy.mean(), 4 * accuracy.standardError(), accuracy::toString);
        }
    }

    @Test
    void fewerThanNoSamplesAreRefused() {
        LearningRejection sampler = guess(networks().getFirst());
        assertEquals(
                "samples: -1,2; numbers from 0 to 6, the size of the training set, are allowed",
                assertThrows(IllegalArgumentException.class, () -> sampler.testedAt(2, -1))
                        .getMessage());
    }
}
