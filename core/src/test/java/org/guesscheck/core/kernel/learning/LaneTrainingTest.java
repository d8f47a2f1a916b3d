package org.guesscheck.core.kernel.learning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.guesscheck.core.data.Fit;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.kernel.Backends;
import org.guesscheck.core.kernel.Question;
import org.guesscheck.core.kernel.Stages;
import org.guesscheck.core.kernel.descent.Direction;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps beside those of a program in double precision that differentiates losses by differences, and knows of optimizers only their published formulas. */
class LaneTrainingTest {
    private static final int FEATURES = 4;
    private static final int SAMPLES = 6;
    private static final int[] ORDER = {4, 0, 3, 5, 1, 2};
    private static final int BATCH = 3;
    private static final double DIFFERENCE = 1e-5;

    record Case(Perceptron network, SampleLoss loss, LaneSteps.Rule rule) {}

    static List<Case> cases() {
        LaneSteps.Rule plain = new LaneSteps.Rule(Direction.GRADIENT, false, 0.3, 0);
        LaneSteps.Rule momentum = new LaneSteps.Rule(Direction.MOMENTUM, false, 0.2, 0.8);
        LaneSteps.Rule adam = new LaneSteps.Rule(Direction.ADAM, false, 0.05, 0);
        LaneSteps.Rule byNorm = new LaneSteps.Rule(Direction.GRADIENT, true, 0.1, 0);
        List<Case> cases = new ArrayList<>();
        for (SampleLoss loss : SampleLoss.values()) {
            cases.add(new Case(Perceptron.relu(5, 3, 2).with(Activation.TANH).biases(0.7f), loss, plain));
            cases.add(new Case(Perceptron.relu(5, 1), loss, momentum));
            cases.add(new Case(Perceptron.relu(4, 3).with(Activation.LEAKY_RELU).biases(0.5f), loss, adam));
            cases.add(new Case(Perceptron.relu(3).with(Activation.LINEAR), loss, byNorm));
            cases.add(new Case(Perceptron.relu(4, 3, 2).with(Activation.LINEAR), loss, plain));
        }
        return cases;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void stepsAreThoseOfPublishedFormulas(Case one) {
        Random random = new Random(5);
        float[][] inputs = new float[SAMPLES][FEATURES];
        int[] labels = new int[SAMPLES];
        for (int r = 0; r < SAMPLES; r++) {
            for (int j = 0; j < FEATURES; j++) {
                inputs[r][j] = (float) random.nextGaussian();
            }
            labels[r] = r % Math.max(2, one.network.outputs());
        }
        TrainingSet set = new TrainingSet(one.network, inputs, labels, Fit.RIGHT, true);
        LaneTraining training = new LaneTraining(set, Backends.named("scalar"), one.loss, BATCH, one.rule);
        training.draw(3, 0);
        int lane = 7;
        double[][] weights = weights(set, training.networks(), lane);
        double[][] resting = weights(set, training.networks(), 2);
        Reference reference = new Reference(one, inputs, labels, weights);
        for (int epoch = 0; epoch < 3; epoch++) {
            for (int first = 0; first < SAMPLES; first += BATCH) {
                training.step(ORDER, first, BATCH, ~(1 << 2));
                reference.step(first);
            }
        }
        double[][] found = weights(set, training.networks(), lane);
        double moved = 0;
        for (int layer = 0; layer < found.length; layer++) {
            for (int i = 0; i < found[layer].length; i++) {
                assertEquals(reference.weights[layer][i], found[layer][i], 2e-4, "layer " + layer + ", weight " + i);
                moved = Math.max(moved, Math.abs(found[layer][i] - weights[layer][i]));
            }
        }
        assertTrue(moved > 0.05, "a test of nothing: " + moved);
        double[][] rested = weights(set, training.networks(), 2);
        for (int layer = 0; layer < rested.length; layer++) {
            org.junit.jupiter.api.Assertions.assertArrayEquals(resting[layer], rested[layer]);
        }
    }

    private static double[][] weights(TrainingSet set, LaneNetworks networks, int lane) {
        LayerSizes sizes = set.sizes();
        double[][] weights = new double[sizes.depth()][];
        for (int layer = 0; layer < weights.length; layer++) {
            weights[layer] = new double[sizes.inputs(layer) * sizes.units(layer)];
            float[] from = layer == 0 ? networks.first : networks.upper;
            int start = layer == 0 ? 0 : sizes.first(layer);
            for (int i = 0; i < weights[layer].length; i++) {
                weights[layer][i] = from[Stages.BASE + Question.LANES * (start + i) + lane];
            }
        }
        return weights;
    }

    private static final class Reference {
        private final Case of;
        private final float[][] inputs;
        private final int[] labels;
        private final double[][] weights;
        private final double[][] means;
        private final double[][] squares;
        private double norm;
        private int steps;

        Reference(Case of, float[][] inputs, int[] labels, double[][] weights) {
            this.of = of;
            this.inputs = inputs;
            this.labels = labels;
            this.weights = copy(weights);
            means = new double[weights.length][];
            squares = new double[weights.length][];
            for (int layer = 0; layer < weights.length; layer++) {
                means[layer] = new double[weights[layer].length];
                squares[layer] = new double[weights[layer].length];
            }
        }

        private static double[][] copy(double[][] all) {
            double[][] copy = all.clone();
            for (int layer = 0; layer < copy.length; layer++) {
                copy[layer] = all[layer].clone();
            }
            return copy;
        }

        void step(int first) {
            steps++;
            double[][] gradient = copy(weights);
            double total = 0;
            for (int layer = 0; layer < weights.length; layer++) {
                for (int i = 0; i < weights[layer].length; i++) {
                    double at = weights[layer][i];
                    weights[layer][i] = at + DIFFERENCE;
                    double above = loss(first);
                    weights[layer][i] = at - DIFFERENCE;
                    gradient[layer][i] = (above - loss(first)) / (2 * DIFFERENCE);
                    weights[layer][i] = at;
                    total += gradient[layer][i] * gradient[layer][i];
                }
            }
            norm = 0.99 * norm + 0.01 * total;
            for (int layer = 0; layer < weights.length; layer++) {
                for (int i = 0; i < weights[layer].length; i++) {
                    weights[layer][i] -= change(layer, i, gradient[layer][i]);
                }
            }
        }

        private double change(int layer, int i, double g) {
            LaneSteps.Rule rule = of.rule;
            double rate = rule.learningRate();
            if (rule.byNorm()) {
                return rate * g / (Math.sqrt(norm / (1 - Math.pow(0.99, steps))) + 1e-6);
            }
            return switch (rule.direction()) {
                case GRADIENT -> rate * g;
                case MOMENTUM -> {
                    means[layer][i] = rule.momentum() * means[layer][i] + g;
                    yield rate * means[layer][i];
                }
                case ADAM -> {
                    means[layer][i] = 0.9 * means[layer][i] + 0.1 * g;
                    squares[layer][i] = 0.999 * squares[layer][i] + 0.001 * g * g;
                    double mean = means[layer][i] / (1 - Math.pow(0.9, steps));
                    double square = squares[layer][i] / (1 - Math.pow(0.999, steps));
                    yield rate * mean / (Math.sqrt(square) + 1e-8);
                }
            };
        }

        private double loss(int first) {
            double sum = 0;
            for (int i = first; i < first + BATCH; i++) {
                sum += loss(PerceptronInDoubles.outputs(of.network, weights, inputs[ORDER[i]]), labels[ORDER[i]])
                        / BATCH;
            }
            return sum;
        }

        private double loss(double[] outputs, int label) {
            if (of.loss == SampleLoss.SQUARE) {
                double sum = 0;
                for (int c = 0; c < outputs.length; c++) {
                    double target = (outputs.length == 1 ? label == 1 : label == c) ? 1 : -1;
                    sum += (outputs[c] - target) * (outputs[c] - target);
                }
                return sum;
            }
            if (of.loss == SampleLoss.HINGE) {
                double others = Double.NEGATIVE_INFINITY;
                for (int c = 0; c < outputs.length; c++) {
                    others = c == label ? others : Math.max(others, outputs[c]);
                }
                double margin = outputs.length == 1 ? (label == 1 ? outputs[0] : -outputs[0]) : outputs[label] - others;
                return Math.max(0, 1 - margin);
            }
            if (outputs.length == 1) {
                return Math.log1p(Math.exp(label == 1 ? -outputs[0] : outputs[0]));
            }
            double sum = 0;
            for (double output : outputs) {
                sum += Math.exp(output);
            }
            return Math.log(sum) - outputs[label];
        }
    }
}
