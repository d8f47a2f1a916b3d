package org.guesscheck.core.sampler;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.posterior.LearningPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Wide layers that are drawn by samples, where features of samples are nearly equal, or tiny. */
class CloseSamplesTest {
    private static final Perceptron LINEAR = Perceptron.relu(40, 40, 2).with(Activation.LINEAR);

    private static LearningCurve curve(float[][] rows, int[] labels, Perceptron network, long draws) {
        int features = rows[0].length;
        float[] values = new float[rows.length * features];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(rows[r], 0, values, r * features, features);
        }
        Samples train = Samples.of(features, values, labels);
        Samples test = SyntheticSamples.mixture(features, 2, 1, 20, 1);
        return LearningRejection.of(LearningProblem.of(train, test, 2), network)
                .draws(draws)
                .networks(1)
                .seed(7)
                .run();
    }

    /**
     * A linear network of any depth has v x as the difference of its outputs, with v of random direction. So two samples of opposite labels
     * are both right with probability angle / (2 pi). By chance, one estimate in 16,000 is off by more than 4 standard errors.
     */
    @ParameterizedTest
    @ValueSource(floats = {0.0015f, 0.001f, 0.0003f})
    void probabilityFallsWithTheAngle(float shift) {
        int draws = 4_000_000;
        float[][] rows = {{1, 0.5f, 0.2f}, {1, 0.5f + shift, 0.2f}};
        LearningPoint found =
                curve(rows, new int[] {0, 1}, LINEAR, draws).points().getLast();
        double difference = rows[1][1] - rows[0][1];
        double expected =
                Math.asin(difference * Math.sqrt(1.04 / 1.29 / (1.04 + rows[1][1] * rows[1][1]))) / (2 * Math.PI);
        double error = Math.sqrt(expected / draws);
        assertTrue(error < 0.1 * expected, () -> "too inexact: " + error);
        assertEquals(expected, found.probability(), 4 * error);
    }

    /** Equal samples of opposite labels are never both right. */
    @Test
    void equalSamplesHaveEqualOutputs() {
        float[][] rows = {{1, 2}, {3, -1}, {1, 2}};
        assertEquals(
                0,
                curve(rows, new int[] {0, 1, 1}, Perceptron.relu(40, 40, 2), 100_000)
                        .points()
                        .getLast()
                        .accepted());
    }

    /** The class of a network without biases does not depend on the scale of its inputs, however small. */
    @Test
    void tinyFeaturesHaveTheirClasses() {
        float[][] rows = {{1, 0.5f}, {-0.3f, 1}, {0.2f, -1}};
        float[][] tiny = IntStream.range(0, 3)
                .mapToObj(r -> new float[] {rows[r][0] * 0x1p-90f, rows[r][1] * 0x1p-90f})
                .toArray(float[][]::new);
        int[] labels = {0, 1, 0};
        Perceptron network = Perceptron.relu(40, 40, 2);
        LearningCurve expected = curve(rows, labels, network, 100_000);
        assertTrue(expected.points().getLast().accepted() > 1000);
        LearningCurve found = curve(tiny, labels, network, 100_000);
        for (int n = 0; n < 3; n++) {
            assertEquals(
                    expected.points().get(n).accepted(), found.points().get(n).accepted());
        }
    }
}
