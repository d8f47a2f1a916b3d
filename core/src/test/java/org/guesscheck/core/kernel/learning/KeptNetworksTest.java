package org.guesscheck.core.kernel.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.Samples;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.posterior.AcceptedNetworks;
import org.guesscheck.core.posterior.LearningCurve;
import org.guesscheck.core.sampler.LearningRejection;
import org.guesscheck.core.sampler.LearningSampler;
import org.guesscheck.core.sampler.LearningSplitting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The weights that samplers keep are those of networks that fit, checked by a forward pass in double precision. */
class KeptNetworksTest {
    private static final LearningProblem PROBLEM =
            LearningProblem.split(SyntheticSamples.mixture(9, 2, 2.5, 60, 3), 6, 7);
    private static final List<Perceptron> NETWORKS =
            List.of(Perceptron.relu(5, 4, 2).biases(0.5f), Perceptron.relu(6, 1).with(Activation.TANH));

    static List<LearningSampler<?>> samplers() {
        return NETWORKS.stream()
                .<LearningSampler<?>>mapMulti((network, to) -> {
                    to.accept(LearningRejection.of(PROBLEM, network)
                            .draws(20_000)
                            .networks(100)
                            .keep(37));
                    to.accept(LearningSplitting.of(PROBLEM, network)
                            .particles(64)
                            .replicas(5)
                            .keep(37));
                })
                .toList();
    }

    private static Perceptron network(AcceptedNetworks networks) {
        return NETWORKS.get(networks.layers().getFirst().size() == 3 ? 0 : 1);
    }

    private static boolean right(AcceptedNetworks networks, int number, Samples samples, int sample) {
        Perceptron network = network(networks);
        double[][] weights = networks.layers().get(number).stream()
                .map(layer -> IntStream.range(0, layer.length)
                        .mapToDouble(i -> layer[i])
                        .toArray())
                .toArray(double[][]::new);
        double[] outputs = PerceptronInDoubles.outputs(network, weights, samples.rows()[sample]);
        int label = samples.label(sample);
        return outputs.length == 1
                ? (label == 1 ? outputs[0] > 0 : outputs[0] < 0)
                : outputs[label] > outputs[1 - label];
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theyFitAndHaveTheirAccuracies(LearningSampler<?> sampler) {
        LearningCurve curve = sampler.run();
        AcceptedNetworks networks = curve.networks();
        assertEquals(6, networks.samples());
        assertEquals(37, networks.count());
        assertEquals(1, Arrays.stream(networks.weights()).sum(), 1e-12);
        for (int i = 0; i < networks.count(); i++) {
            for (int r = 0; r < PROBLEM.train().count(); r++) {
                assertTrue(right(networks, i, PROBLEM.train(), r), "network " + i + ", sample " + r);
            }
            int right = 0;
            for (int r = 0; r < PROBLEM.test().count(); r++) {
                right += right(networks, i, PROBLEM.test(), r) ? 1 : 0;
            }
            assertEquals((float) right / PROBLEM.test().count(), networks.accuracies()[i], "accuracy of network " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void keepingThemChangesNothing(LearningSampler<?> sampler) {
        LearningCurve without = sampler.keep(0).run();
        assertEquals(sampler.run().origin(), without.origin());
        assertEquals(0, without.networks().count());
    }

    @ParameterizedTest
    @MethodSource("samplers")
    void theyAreTheSameWithAnyNumberOfThreads(LearningSampler<?> sampler) {
        AcceptedNetworks one = sampler.threads(1).backend("scalar").run().networks();
        AcceptedNetworks three = sampler.threads(3).run().networks();
        assertArrayEquals(one.groups(), three.groups());
        assertArrayEquals(one.weights(), three.weights());
        for (int i = 0; i < one.count(); i++) {
            for (int layer = 0; layer < one.layers().get(i).size(); layer++) {
                assertArrayEquals(
                        one.layers().get(i).get(layer), three.layers().get(i).get(layer));
            }
        }
    }

    @Test
    void theirNumberIsChecked() {
        LearningSplitting sampler = LearningSplitting.of(PROBLEM, NETWORKS.getFirst());
        assertThrows(IllegalArgumentException.class, () -> sampler.keep(-1));
        assertThrows(IllegalArgumentException.class, () -> sampler.keep((1 << 20) + 1));
        assertThrows(
                IllegalArgumentException.class,
                () -> new AcceptedNetworks(1, List.of(), new double[1], new int[0], new float[0]));
    }
}
