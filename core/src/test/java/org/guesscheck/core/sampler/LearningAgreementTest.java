package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SyntheticSamples;
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
 * Networks whose layers are drawn sample by sample, whose weights are all drawn, and that are moved, have one law. Estimates are within 4 combined standard
 * errors: by chance, one comparison in 16,000 is further off, and there are 96.
 */
class LearningAgreementTest {
    private static final int SAMPLES = 12;
    private static final LearningProblem PROBLEM =
            LearningProblem.split(SyntheticSamples.mixture(6, 2, 3.0, 200, 3), SAMPLES, 7);

    static List<Perceptron> networks() {
        return List.of(
                Perceptron.relu(8, 5, 2),
                Perceptron.relu(6, 1).biases(0.5f),
                Perceptron.relu(7, 4, 3, 2).with(Activation.TANH).biases(1),
                Perceptron.relu(8, 2).with(Activation.LEAKY_RELU).with(Prior.UNIFORM),
                Perceptron.relu(5, 4, 2).with(Activation.LINEAR),
                // Layers above the first that are drawn by samples. Features of the linear one depend on each other.
                Perceptron.relu(60, 50, 2),
                Perceptron.relu(50, 60, 40, 2).with(Activation.TANH).biases(1),
                Perceptron.relu(60, 50, 2).with(Activation.LINEAR));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void allWaysOfDrawingHaveOneLaw(Perceptron network) {
        LearningRejection rejection = LearningRejection.of(PROBLEM, network)
                .draws(1_000_000)
                .networks(800)
                .testedAt(4, SAMPLES)
                .seed(1);
        LearningCurve bySamples = rejection.run();
        LearningCurve byWeights =
                rejection.byWeights(true).draws(400_000).seed(2).run();
        LearningCurve split = LearningSplitting.of(PROBLEM, network)
                .testedAt(4, SAMPLES)
                .seed(3)
                .run();
        requireSame(bySamples, byWeights);
        requireSame(bySamples, split);
        assertTrue(split.diagnostics().trustworthy(), split.diagnostics().reasons()::toString);
    }

    private static void requireSame(LearningCurve a, LearningCurve b) {
        for (int samples : new int[] {1, 4, SAMPLES}) {
            LearningPoint of = a.points().get(samples - 1);
            LearningPoint or = b.points().get(samples - 1);
            double error = Math.hypot(error(of), error(or));
            assertTrue(error < 0.2 * of.probability(), () -> "too inexact: " + of + " and " + or);
            assertEquals(of.probability(), or.probability(), 4 * error, () -> of + " and " + or);
            if (samples > 1) {
                TestAccuracy one = of.accuracy().orElseThrow();
                TestAccuracy other = or.accuracy().orElseThrow();
                double both = Math.hypot(one.standardError(), other.standardError());
                assertTrue(both < 0.02, () -> "too inexact: " + one + " and " + other);
                assertEquals(one.mean(), other.mean(), 4 * both, () -> one + " and " + other);
            }
        }
    }

    private static double error(LearningPoint point) {
        return point.probabilityInterval().width() / (2 * 1.96);
    }

    /** The next sample is right as often as new samples are, on average over training sets. */
    @Test
    void theNextSampleIsRightAsOftenAsTestSamples() {
        List<Double> differences = new ArrayList<>();
        for (int set = 0; set < 24; set++) {
            LearningCurve curve = LearningRejection.of(
                            LearningProblem.split(SyntheticSamples.mixture(6, 2, 2.0, 200, 3), 5, set),
                            Perceptron.relu(8, 2))
                    .draws(100_000)
                    .networks(500)
                    .testedAt(4)
                    .seed(set)
                    .run();
            differences.add(curve.nextRight(4)
                    - curve.points().get(3).accuracy().orElseThrow().mean());
        }
        double mean = differences.stream().mapToDouble(d -> d).average().orElseThrow();
        double squares =
                differences.stream().mapToDouble(d -> (d - mean) * (d - mean)).sum();
        double error = Math.sqrt(squares / 23 / 24);
        assertTrue(error < 0.05, () -> "too inexact: " + error);
        assertEquals(0, mean, 4 * error);
    }
}
