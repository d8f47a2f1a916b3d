package org.guesscheck.core.baseline;

import java.util.OptionalDouble;
import org.guesscheck.core.network.Activation;
import org.guesscheck.core.network.Network;
import org.guesscheck.core.network.Prior;
import org.guesscheck.core.problem.Problem;

/**
 * A matrix that fits the training data and is the least by some norm.
 *
 * @param matrix m * m' numbers row by row
 * @param generalizationLoss its mean squared residual over the test measurements
 * @param norm the norm that is the least
 * @param gap how much less the norm of another fitting matrix might be, relative to the norm: the duality gap; 0 where the
 *     solution is direct
 */
public record Baseline(double[] matrix, double generalizationLoss, double norm, double gap) {
    /** The most entries m * m' for which the least nuclear norm is computed: its work grows with the square of that number. */
    public static final int MOST_ENTRIES = 1 << 10;

    /**
     * The matrix of least Frobenius norm that fits the training data: gradient descent on the entries of a matrix, from zero, tends
     * to it. Where the data contradict themselves, it is the least of those with the smallest training loss.
     *
     * @param problem the problem
     * @return the matrix, to some 1e-12 of its norm
     */
    public static Baseline leastFrobeniusNorm(Problem problem) {
        double[] matrix = FittingMatrices.of(problem).closestToZero().clone();
        double norm = Math.sqrt(FittingMatrices.dot(matrix, matrix));
        return new Baseline(matrix, problem.generalizationLoss(matrix), norm, 0);
    }

    /**
     * The matrix of least nuclear norm, the sum of its singular values, that fits the training data: the convex method of matrix
     * sensing (Recht, Fazel and Parrilo, "Guaranteed minimum-rank solutions of linear matrix equations via nuclear norm
     * minimization", 2010).
     *
     * @param problem the problem, of at most {@link #MOST_ENTRIES} entries
     * @return the matrix, with a relative duality gap of 1e-7 or less, or the gap that was reached after 100,000 iterations
     * @throws IllegalArgumentException if the problem has more entries
     */
    public static Baseline leastNuclearNorm(Problem problem) {
        if ((long) problem.rows() * problem.cols() > MOST_ENTRIES) {
            throw new IllegalArgumentException("rows and cols: " + problem.rows() + " x " + problem.cols()
                    + " entries; at most " + MOST_ENTRIES + " are allowed for the least nuclear norm");
        }
        return LeastNuclearNorm.of(problem);
    }

    /**
     * The mean generalization loss of Guess and Check in the limit of infinite width and of a threshold that tends to zero, where it
     * is known: networks with a Gaussian prior whose entries of the predicted matrix become independent normals with variance
     * 1 / m'. Linear networks do, and tanh networks since their pre-activations tend to zero, where tanh is linear.
     * Conditioned on the training data, the mean of such a matrix is that of least Frobenius norm, and its other
     * directions stay free. A normalized matrix is uniform on the unit sphere. Test measurements that are orthogonal to the
     * training measurements have learnt nothing then: without normalization the result is the mean under the prior.
     *
     * @param problem the problem
     * @param network depth at least 2; its width has no influence
     * @return the limit; empty where it is not known, or where no matrix of unit norm fits a normalized network
     */
    public static OptionalDouble infiniteWidth(Problem problem, Network network) {
        boolean normal = network.activation().kind() != Activation.Kind.LEAKY_RELU && network.depth() > 1;
        if (!normal || network.prior() != Prior.GAUSSIAN) {
            return OptionalDouble.empty();
        }
        FittingMatrices fitting = FittingMatrices.of(problem);
        double[] mean = fitting.closestToZero();
        int free = problem.rows() * problem.cols() - fitting.rank();
        double variance = 1.0 / problem.cols();
        if (network.normalized()) {
            double left = 1 - FittingMatrices.dot(mean, mean);
            if (left < 0 || free == 0) {
                return OptionalDouble.empty();
            }
            variance = left / free;
        }
        double squares = 0;
        for (int i = 0; i < problem.test().count(); i++) {
            double[] test = problem.test().matrix(i);
            double all = FittingMatrices.dot(test, test);
            fitting.determined(test);
            squares += all - FittingMatrices.dot(test, test);
        }
        return OptionalDouble.of(problem.generalizationLoss(mean)
                + variance * squares / problem.test().count());
    }
}
