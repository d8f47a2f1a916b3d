package org.guesscheck.gnc.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.guesscheck.core.data.LearningProblem;
import org.guesscheck.core.data.SampleLoss;
import org.guesscheck.core.data.SyntheticSamples;
import org.guesscheck.core.descent.LearningDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Perceptron;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.sampler.LearningRejection;
import org.guesscheck.core.sampler.LearningSampler;
import org.guesscheck.core.sampler.LearningSplitting;

/** Small questions of learning curves: both samplers and gradient descent, in networks that take every path of the kernels. */
final class PinnedLearning {
    /** More samples than are judged at once, and more test samples, too. */
    private static final LearningProblem THREE_CLASSES =
            LearningProblem.split(SyntheticSamples.mixture(7, 3, 2.0, 60, 3), 11, 41, 7);

    private static final LearningProblem TWO_CLASSES =
            LearningProblem.split(SyntheticSamples.slab(4, 0.1, 60, 3), 9, 40, 7);

    private PinnedLearning() {}

    static List<PinnedQuestion> all() {
        List<PinnedQuestion> all = new ArrayList<>();
        for (Activation activation :
                List.of(Activation.leakyRelu(0), Activation.LEAKY_RELU, Activation.TANH, Activation.LINEAR)) {
            for (Prior prior : Prior.values()) {
                Perceptron like = Perceptron.relu(1).with(activation).with(prior);
                rejection(all, THREE_CLASSES, like, false, 0, 11, 3);
                rejection(all, TWO_CLASSES, like, false, 0.5f, 6, 5, 1);
                splitting(all, THREE_CLASSES, like, 0.5f, 6, 5, 3);
                splitting(all, TWO_CLASSES, like, 0, 10, 1);
            }
        }
        Perceptron relu = Perceptron.relu(1);
        rejection(all, THREE_CLASSES, relu, false, 0, 3);
        rejection(all, THREE_CLASSES, relu, true, 0.5f, 6, 5, 3);
        splitting(all, THREE_CLASSES, relu, 0, 3);
        // The second of three layers is drawn by samples.
        rejection(all, THREE_CLASSES, relu, false, 0.5f, 60, 50, 3);
        rejection(all, TWO_CLASSES, relu.with(Activation.LINEAR), false, 0, 50, 60, 1);
        splitting(all, TWO_CLASSES, relu.with(Activation.TANH), 0.5f, 50, 60, 1);
        splitting(all, THREE_CLASSES, relu, 0, 60, 50, 3);
        for (Optimizer optimizer : Optimizer.values()) {
            for (SampleLoss loss : SampleLoss.values()) {
                descent(all, THREE_CLASSES, relu, optimizer, loss, 0.5f, 6, 5, 3);
                descent(all, TWO_CLASSES, relu.with(Activation.TANH), optimizer, loss, 0, 10, 1);
            }
        }
        return all;
    }

    private static Perceptron network(Perceptron like, float biases, int... layers) {
        return Perceptron.relu(layers)
                .with(like.activation())
                .with(like.prior())
                .biases(biases);
    }

    private static void rejection(
            List<PinnedQuestion> all,
            LearningProblem problem,
            Perceptron like,
            boolean byWeights,
            float biases,
            int... layers) {
        Perceptron network = network(like, biases, layers);
        add(
                all,
                byWeights ? "rejection by weights" : "rejection",
                network,
                backend -> digest(
                        LearningRejection.of(problem, network)
                                .draws(1011)
                                .networks(20)
                                .byWeights(byWeights),
                        problem,
                        backend));
    }

    private static void splitting(
            List<PinnedQuestion> all, LearningProblem problem, Perceptron like, float biases, int... layers) {
        Perceptron network = network(like, biases, layers);
        add(
                all,
                "splitting",
                network,
                backend -> digest(
                        LearningSplitting.of(problem, network)
                                .particles(32)
                                .sweeps(3)
                                .replicas(2),
                        problem,
                        backend));
    }

    private static String digest(LearningSampler<?> sampler, LearningProblem problem, String backend) {
        return sampler.testedAt(0, 1, 4, problem.train().count())
                .seed(7)
                .threads(1)
                .backend(backend)
                .run()
                .origin()
                .digest();
    }

    private static void descent(
            List<PinnedQuestion> all,
            LearningProblem problem,
            Perceptron like,
            Optimizer optimizer,
            SampleLoss loss,
            float biases,
            int... layers) {
        Perceptron network = network(like, biases, layers);
        double momentum = optimizer == Optimizer.ADAM ? 0 : 0.5;
        double rate = optimizer == Optimizer.GD ? 0.2 : 0.02;
        String how = "descent, " + word(optimizer) + ", " + word(loss);
        add(
                all,
                how,
                network,
                backend -> LearningDescent.of(problem, network)
                        .samples(4, problem.train().count())
                        .runs(20)
                        .batch(3)
                        .epochs(8)
                        .optimizer(optimizer, rate, momentum)
                        .loss(loss)
                        .seed(7)
                        .threads(1)
                        .backend(backend)
                        .run()
                        .digest());
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void add(
            List<PinnedQuestion> all, String method, Perceptron network, Function<String, String> digest) {
        Activation activation = network.activation();
        boolean leaky = activation.kind() == Activation.Kind.LEAKY_RELU;
        all.add(new PinnedQuestion(
                String.format(
                        Locale.ROOT,
                        "learning, %s, %s, layers %s, %s%s",
                        method,
                        leaky && activation.negativeSlope() == 0 ? "relu" : word(activation.kind()),
                        network.layers().stream().map(Object::toString).collect(Collectors.joining("-")),
                        word(network.prior()),
                        network.biasScale() > 0 ? ", biases" : ""),
                true,
                digest));
    }
}
