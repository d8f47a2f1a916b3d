package org.guesscheck.core.kernel.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The weights of accepted networks, in double precision and without the kernels, do what the kernels say of them. */
class LiftedNetworksTest {
    private static final int FEATURES = 6;
    private static final int SAMPLES = 8;
    private static final int TEST = 37;

    static List<Perceptron> networks() {
        return List.of(
                Perceptron.relu(5, 4, 2),
                Perceptron.relu(4, 1).biases(0.6f),
                Perceptron.relu(5, 3, 2).with(Activation.TANH).biases(0.3f),
                Perceptron.relu(2).with(Activation.LINEAR),
                Perceptron.relu(5, 2).with(Prior.UNIFORM),
                // Layers above the first that are drawn by samples: one, two with one by weights between them, the
                // last.
                Perceptron.relu(80, 70, 2),
                Perceptron.relu(60, 60, 4, 70, 60, 1)
                        .with(Activation.leakyRelu(0.2f))
                        .biases(0.5f),
                Perceptron.relu(90, 60, 2).with(Activation.TANH).biases(0.3f),
                Perceptron.relu(80, 70, 2).with(Activation.LINEAR),
                Perceptron.relu(120, 30));
    }

    private static float[][] inputs(int count, long seed) {
        Random random = new Random(seed);
        float[][] inputs = new float[count][FEATURES];
        for (float[] input : inputs) {
            for (int j = 0; j < FEATURES; j++) {
                input[j] = (float) random.nextGaussian();
            }
        }
        // One input depends on others, and there are more inputs than features.
        if (count == SAMPLES) {
            for (int j = 0; j < FEATURES; j++) {
                inputs[3][j] = inputs[0][j] - 2 * inputs[1][j];
            }
        }
        return inputs;
    }

    private static int[] labels(int count) {
        int[] labels = new int[count];
        for (int r = 0; r < count; r++) {
            labels[r] = r % 3 == 0 ? 1 : 0;
        }
        return labels;
    }

    @ParameterizedTest
    @MethodSource("networks")
    void weightsAreRightWhereKernelsAre(Perceptron network) {
        float[][] inputs = inputs(SAMPLES, 1);
        int[] labels = labels(SAMPLES);
        float[][] test = inputs(TEST, 2);
        TrainingSet set = new TrainingSet(network, inputs, labels, Fit.RIGHT, false);
        GuessKernel guess = new GuessKernel(set, Backends.named("scalar"));
        TestKernel tests = new TestKernel(set, test, labels(TEST), Backends.named("scalar"));
        LaneNetworks networks = new LaneNetworks(set);
        int[] right = new int[Question.LANES];
        int[] tested = new int[Question.LANES];
        int checked = 0;
        for (long group = 0; group < 800 && checked < 250; group++) {
            guess.guess(9, group, right);
            for (int lane = 0; lane < Question.LANES; lane++) {
                int samples = right[lane];
                if (samples == 0) {
                    continue;
                }
                guess.recall(9, group, samples, lane, networks, 5);
                tests.priorOf(77, group * Question.LANES + lane, 5);
                tests.test(networks, samples, tested);
                List<float[]> weights = tests.weights(networks, 5);
                for (int r = 0; r < samples; r++) {
                    assertTrue(right(network, weights, inputs[r], labels[r]), "sample " + r + " of " + samples);
                }
                int count = 0;
                for (int r = 0; r < TEST; r++) {
                    count += right(network, weights, test[r], labels(TEST)[r]) ? 1 : 0;
                }
                assertEquals(count, tested[5]);
                checked++;
            }
        }
        assertTrue(checked > 200, checked + " networks");
    }

    private static boolean right(Perceptron network, List<float[]> weights, float[] input, int label) {
        double[][] all = new double[weights.size()][];
        for (int layer = 0; layer < weights.size(); layer++) {
            all[layer] = new double[weights.get(layer).length];
            for (int i = 0; i < all[layer].length; i++) {
                all[layer][i] = weights.get(layer)[i];
            }
        }
        double[] features = PerceptronInDoubles.outputs(network, all, input);
        if (features.length == 1) {
            return label == 1 ? features[0] > 0 : features[0] < 0;
        }
        for (int c = 0; c < features.length; c++) {
            if (c != label && !(features[label] > features[c])) {
                return false;
            }
        }
        return true;
    }
}
