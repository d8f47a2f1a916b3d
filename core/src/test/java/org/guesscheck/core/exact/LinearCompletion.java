package org.guesscheck.core.exact;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.numbers.gamma.LogGamma;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;

/**
 * The posterior of a linear network with Gaussian weights in a completion problem with one unseen entry, as an integral of the
 * density of the product: the observed entries are in a ball around their targets.
 *
 * <p>A normalized product lies on the unit sphere, where the observed entries leave two values to the unseen one; each sign of it
 * is a mode. (The softening of the norm is left out: it matters where the norm is not far above it.) A product that is not normalized
 * is one mode, and its unseen entry is drawn from a Cauchy law.
 *
 * <p>Some ten thousand draws have an error below 1% at small thresholds where the observed entries are those of a square matrix of
 * rank rows - 1 or rows. At lower ranks the density has stronger singularities in the ball, which draws meet by chance alone: the
 * errors are larger, and not as well known.
 */
final class LinearCompletion {
    private final OneUnseenEntry problem;
    private final UniformRandomProvider random;
    private final ProductDensity density;
    private final AcceptedChord ball;
    private final boolean normalized;
    private final double radius;
    private final double volume;
    private final double scale;
    private final double typical;

    /**
     * Takes the question.
     *
     * @param eps training losses below it are accepted
     * @throws IllegalArgumentException if more or less than one entry is unseen, the network is not linear with Gaussian weights, or
     *     its width is below rows and columns
     */
    LinearCompletion(Problem problem, Network network, double eps, long seed) {
        if (network.activation().kind() != Activation.Kind.LINEAR || network.prior() != Prior.GAUSSIAN) {
            throw new IllegalArgumentException(
                    "network: " + network + "; a linear one with Gaussian weights is allowed");
        }
        this.problem = new OneUnseenEntry(problem);
        normalized = network.normalized();
        random = RandomSource.L64_X128_MIX.create(seed);
        density =
                new ProductDensity(this.problem.rows(), this.problem.cols(), network.width(), network.depth(), random);
        int observed = this.problem.targets().length;
        radius = Math.sqrt(observed * eps);
        ball = new AcceptedChord(this.problem.targets(), radius, network.depth(), random);
        volume = Math.exp(observed * Math.log(radius * Math.sqrt(Math.PI)) - LogGamma.value(observed / 2.0 + 1));
        typical = 1 / Math.sqrt(problem.cols());
        scale = typical * Math.pow(network.width(), -(network.depth() - 1) / 2.0);
    }

    /** The answer from so many draws a mode; normalized networks have the mode of a positive unseen entry first. */
    ExactAnswer answer(int draws) {
        return new ExactAnswer(
                normalized
                        ? IntStream.of(1, -1)
                                .mapToObj(sign -> onSphere(sign, draws))
                                .toList()
                        : List.of(inSpace(draws)));
    }

    private ExactAnswer.Mode onSphere(int sign, int draws) {
        ToDoubleFunction<double[]> unseen = seen -> {
            double rest = 1;
            for (double entry : seen) {
                rest -= entry * entry;
            }
            return sign * Math.sqrt(Math.max(0, rest));
        };
        double[] targets = problem.targets();
        double[] direction = problem.steepest(targets, unseen.applyAsDouble(targets), true);
        double logNorm = logNorm(problem.singularValues(targets, unseen.applyAsDouble(targets)));
        ModeSums sums = new ModeSums();
        for (int k = 0; k < draws; k++) {
            double[] seen = ball.draw(x -> problem.determinant(x, unseen.applyAsDouble(x)), direction);
            double entry = unseen.applyAsDouble(seen);
            double weight = 0;
            if (entry != 0) {
                double log = density.logDirectionDensity(problem.singularValues(seen, entry), logNorm);
                // The sphere's area over that of its projection on the observed entries.
                weight = ball.weight() * Math.exp(log) / Math.abs(entry);
            }
            sums.add(weight, problem.generalizationLoss(entry));
        }
        return sums.mode(volume);
    }

    /** A norm for the whole ball, in which no singular value stays far below the radius. */
    private double logNorm(double[] sigma) {
        for (int i = 0; i < sigma.length; i++) {
            sigma[i] = Math.max(sigma[i], radius / 3);
        }
        return density.logNorm(sigma);
    }

    private ExactAnswer.Mode inSpace(int draws) {
        double perUnit = Math.pow(scale, -problem.rows() * problem.cols());
        ModeSums sums = new ModeSums();
        for (int k = 0; k < draws; k++) {
            double cauchy = Math.tan(Math.PI * (random.nextDouble() - 0.5));
            double entry = typical * cauchy;
            double[] direction = problem.steepest(problem.targets(), entry, false);
            double[] seen = ball.draw(x -> problem.determinant(x, entry), direction);
            double[] sigma = problem.singularValues(seen, entry);
            for (int i = 0; i < sigma.length; i++) {
                sigma[i] /= scale;
            }
            double proposal = 1 / (Math.PI * typical * (1 + cauchy * cauchy));
            sums.add(
                    ball.weight() * perUnit * Math.exp(density.logDensity(sigma)) / proposal,
                    problem.generalizationLoss(entry));
        }
        return sums.mode(volume);
    }
}
