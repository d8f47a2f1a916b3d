package org.guesscheck.core.baseline;

import java.util.OptionalDouble;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;

/**
 * The answers to a problem without drawing or training a network; immutable. The bits are the same on every machine.
 *
 * <p>Where the training data contradict themselves, the matrices with the smallest training loss stand for those that fit.
 */
public final class Baselines {
    /**
     * The most entries m * m' for which matrices are measured, or the least nuclear norm is computed. The work grows with the
     * cube of that number. It takes some fifteen seconds at this size with half as many measurements.
     */
    public static final int MOST_ENTRIES = 1 << 10;

    /** The relative duality gap of {@link #leastNuclearNorm}. */
    public static final double GAP = LeastNuclearNorm.GAP;

    /** A softening above this share of the product's norm makes normalized matrices noticeably shorter than 1. */
    private static final double MOST_SOFTENING = 1e-4;

    private final Problem problem;
    private final FittingMatrices fitting;

    private Baselines(Problem problem) {
        this.problem = problem;
        fitting = FittingMatrices.of(problem);
    }

    /**
     * Prepares the answers. The work ends early if the thread is interrupted.
     *
     * @param problem the problem: single entries are observed, or it has at most {@link #MOST_ENTRIES} entries
     * @return its baselines
     * @throws IllegalArgumentException if the problem has more entries
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static Baselines of(Problem problem) {
        if (problem.train().positions().isEmpty()) {
            requireSize(problem, "baselines of measured matrices");
        }
        return new Baselines(problem);
    }

    private static void requireSize(Problem problem, String what) {
        if ((long) problem.rows() * problem.cols() > MOST_ENTRIES) {
            throw new IllegalArgumentException("rows and cols: " + problem.rows() + " x " + problem.cols()
                    + " entries; at most " + MOST_ENTRIES + " are allowed for " + what);
        }
    }

    /**
     * The matrix of least Frobenius norm that fits the training data: gradient descent on the entries of a matrix, from zero, tends
     * to it. Test measurements that are orthogonal to the training measurements do not tell it from the zero matrix.
     *
     * @return the matrix, to rounding
     */
    public Baseline leastFrobeniusNorm() {
        double[] matrix = fitting.closestToZero();
        return new Baseline(matrix, problem.generalizationLoss(matrix), Dense.norm(matrix), 0);
    }

    /**
     * The matrix of least nuclear norm, the sum of its singular values, that fits the training data: the convex method of matrix
     * sensing (Recht, Fazel and Parrilo, "Guaranteed minimum-rank solutions of linear matrix equations via nuclear norm
     * minimization", 2010). Where several matrices have the least norm, it is near the one with the largest product of positive
     * singular values. The work ends early if the thread is interrupted.
     *
     * @return the matrix, with a relative duality gap of {@link #GAP} or less, or with the gap where rounding ended the work
     * @throws IllegalArgumentException if the problem has more than {@link #MOST_ENTRIES} entries
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Baseline leastNuclearNorm() {
        requireSize(problem, "the least nuclear norm");
        LeastNuclearNorm.Solution found = LeastNuclearNorm.of(problem.rows(), problem.cols(), fitting);
        return new Baseline(found.matrix(), problem.generalizationLoss(found.matrix()), found.norm(), found.gap());
    }

    /**
     * The mean generalization loss of Guess and Check in the limit of infinite width, and then of a threshold that tends to the
     * smallest training loss, where it is known: networks whose entries of the predicted matrix become independent normals.
     * Linear networks do, and tanh networks since their pre-activations tend to zero, where tanh is linear (Hanin, "Random neural
     * networks in the infinite width limit as Gaussian processes", 2023). Their variance is 1 / m' for the Gaussian prior and
     * 3^-depth / m' for the uniform one. A network of depth 1 with a Gaussian prior has such entries itself.
     *
     * <p>Conditioned on the training data, the mean of such a matrix is that of least Frobenius norm, and its other
     * directions stay free. A normalized matrix is uniform on the unit sphere: its free part has the norm that is left to 1. Test
     * measurements that are orthogonal to the training measurements have learnt nothing then: without normalization the result is
     * the mean under the prior at infinite width.
     *
     * @param network the network; its width has no influence
     * @return the limit; empty where it is not known, or where a network is normalized and no matrix of unit norm fits, or its
     *     softening is above 1e-4 of its product's norm
     */
    public OptionalDouble infiniteWidth(Network network) {
        if (!tendsToNormal(network)) {
            return OptionalDouble.empty();
        }
        int free = problem.rows() * problem.cols() - fitting.span().rank();
        double[] mean = fitting.closestToZero();
        double variance = 1.0 / problem.cols();
        if (network.prior() == Prior.UNIFORM) {
            for (int layer = 0; layer < network.depth(); layer++) {
                variance /= 3;
            }
        }
        if (network.normalized()) {
            double left = 1 - Dense.dot(mean, mean);
            double length = Math.sqrt(variance * problem.rows() * problem.cols());
            if (left < 0 || free == 0 || network.softening() > MOST_SOFTENING * length) {
                return OptionalDouble.empty();
            }
            variance = left / free;
        }
        return OptionalDouble.of(
                Math.fma(variance, fitting.meanFreeSquare(problem.test()), problem.generalizationLoss(mean)));
    }

    private static boolean tendsToNormal(Network network) {
        Activation activation = network.activation();
        boolean linear = activation.kind() != Activation.Kind.LEAKY_RELU || activation.negativeSlope() == 1;
        return network.depth() == 1 ? network.prior() == Prior.GAUSSIAN : linear;
    }
}
