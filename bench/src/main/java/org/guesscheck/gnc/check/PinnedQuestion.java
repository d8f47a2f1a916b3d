package org.guesscheck.gnc.check;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.guesscheck.core.descent.DescentBatch;
import org.guesscheck.core.descent.GradientDescent;
import org.guesscheck.core.descent.Optimizer;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;
import org.guesscheck.core.sampler.ConditionalSampler;
import org.guesscheck.core.sampler.RejectionSampler;
import org.guesscheck.core.sampler.Sampler;
import org.guesscheck.core.sampler.SplittingSampler;

/**
 * A small question whose digest is written down, so that a build which changes the answer is noticed.
 *
 * @param name the question in words
 * @param everyBackend whether every backend is asked; gradient descent in fixed order has no backend, and the samplers that
 *     auto takes are asked on each backend anyway
 * @param digest its answer's digest on the backend of a name
 */
record PinnedQuestion(String name, boolean everyBackend, Function<String, String> digest) {
    private static final Problem SENSING = Problem.sensing(5, 5, 1, 15, 1);
    private static final Problem COMPLETION = Problem.completion(4, 6, 2, 11, 2);

    /** Every sampler, prior, activation, reduction and optimizer, in shapes that take every path of the kernels. */
    static List<PinnedQuestion> all() {
        List<PinnedQuestion> all = new ArrayList<>();
        for (Activation.Kind kind : Activation.Kind.values()) {
            Activation activation = Activation.of(kind);
            for (Prior prior : Prior.values()) {
                for (boolean normalized : new boolean[] {false, true}) {
                    Network small = network(5, 3, activation, prior, normalized);
                    rejection(all, SENSING, small);
                    splitting(all, small);
                }
            }
            rejection(all, SENSING, network(5, 1, activation, Prior.GAUSSIAN, false));
            rejection(all, SENSING, network(61, 2, activation, Prior.GAUSSIAN, false));
            rejection(all, SENSING, network(5, 2, activation, Prior.GAUSSIAN, true));
            rejection(all, SENSING, network(23, 4, activation, Prior.UNIFORM, true));
            rejection(all, COMPLETION, network(7, 2, activation, Prior.GAUSSIAN, true));
            conditional(all, network(1, 1, activation, Prior.GAUSSIAN, false));
            conditional(all, network(7, 2, activation, Prior.GAUSSIAN, false));
            conditional(all, network(5, 4, activation, Prior.GAUSSIAN, false));
            descents(all, activation);
        }
        reduced(all, network(40, 2, Activation.LINEAR, Prior.GAUSSIAN, false));
        reduced(all, network(36, 4, Activation.LINEAR, Prior.GAUSSIAN, true));
        reduced(all, network(8, 2, Activation.LINEAR, Prior.GAUSSIAN, false));
        reduced(all, network(91, 2, Activation.TANH, Prior.GAUSSIAN, false));
        reduced(all, network(40, 5, Activation.LEAKY_RELU, Prior.GAUSSIAN, true));
        splitting(all, network(40, 2, Activation.LINEAR, Prior.GAUSSIAN, true));
        splitting(all, network(40, 3, Activation.TANH, Prior.GAUSSIAN, true));
        splitting(all, network(36, 6, Activation.LEAKY_RELU, Prior.GAUSSIAN, false));
        conditional(all, network(40, 3, Activation.TANH, Prior.GAUSSIAN, false));
        conditional(all, network(36, 4, Activation.LEAKY_RELU, Prior.GAUSSIAN, false));
        auto(all, network(5, 2, Activation.LINEAR, Prior.GAUSSIAN, false), 0.2);
        auto(all, network(40, 2, Activation.TANH, Prior.GAUSSIAN, false), 0.02);
        auto(all, network(5, 4, Activation.LEAKY_RELU, Prior.UNIFORM, true), 0.01);
        all.addAll(PinnedLearning.all());
        return all;
    }

    private static Network network(int width, int depth, Activation activation, Prior prior, boolean normalized) {
        return new Network(width, depth, activation, prior, normalized, Network.SOFTENING);
    }

    private static void rejection(List<PinnedQuestion> all, Problem problem, Network network) {
        String which = problem == SENSING ? "" : "completion, ";
        add(
                all,
                "rejection, " + which,
                network,
                backend -> digest(RejectionSampler.of(problem, network).draws(4001), 0.1, backend));
    }

    private static void reduced(List<PinnedQuestion> all, Network network) {
        add(
                all,
                "rejection reduced, ",
                network,
                backend -> digest(
                        RejectionSampler.of(SENSING, network).reduce(true).draws(20_001), 0.1, backend));
    }

    private static void splitting(List<PinnedQuestion> all, Network network) {
        add(
                all,
                "splitting, ",
                network,
                backend -> digest(
                        SplittingSampler.of(SENSING, network)
                                .particles(32)
                                .replicas(3)
                                .sweeps(2),
                        0.03,
                        backend));
    }

    private static void conditional(List<PinnedQuestion> all, Network network) {
        add(
                all,
                "conditional, ",
                network,
                backend -> digest(ConditionalSampler.of(SENSING, network).draws(1024), 0.05, backend));
    }

    private static void auto(List<PinnedQuestion> all, Network network, double eps) {
        all.add(new PinnedQuestion("auto, " + text(network), false, backend -> {
            Sampler<?> sampler = Sampler.named("auto", SENSING, network).relativeError(0.2);
            return digest(sampler, eps, backend);
        }));
    }

    private static String digest(Sampler<?> sampler, double eps, String backend) {
        return sampler.eps(eps)
                .seed(7)
                .threads(1)
                .backend(backend)
                .run()
                .origin()
                .digest();
    }

    private static void descents(List<PinnedQuestion> all, Activation activation) {
        Network network = network(5, 3, activation, Prior.GAUSSIAN, false);
        for (Optimizer optimizer : Optimizer.values()) {
            double[] momenta = optimizer == Optimizer.ADAM ? new double[] {0} : new double[] {0, 0.9};
            for (double momentum : momenta) {
                String name = String.format(
                        Locale.ROOT,
                        "descent, %s, momentum %s, ",
                        optimizer.name().toLowerCase(Locale.ROOT),
                        momentum);
                GradientDescent descent = GradientDescent.of(SENSING, network)
                        .optimizer(optimizer)
                        .momentum(momentum)
                        .learningRate(1e-3)
                        .initScale(0.1)
                        .epochs(200)
                        .seed(7);
                // More runs than lanes, so that the last one takes the place of another.
                add(
                        all,
                        name,
                        network,
                        backend -> DescentBatch.of(Collections.nCopies(20, descent))
                                .backend(backend)
                                .threads(1)
                                .run()
                                .getLast()
                                .digest());
            }
        }
    }

    private static void add(List<PinnedQuestion> all, String method, Network network, Function<String, String> digest) {
        all.add(new PinnedQuestion(method + text(network), true, digest));
    }

    private static String text(Network n) {
        return String.format(
                Locale.ROOT,
                "%s, width %d, depth %d, %s%s",
                n.activation().kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                n.width(),
                n.depth(),
                n.prior().name().toLowerCase(Locale.ROOT),
                n.normalized() ? ", normalized" : "");
    }
}
