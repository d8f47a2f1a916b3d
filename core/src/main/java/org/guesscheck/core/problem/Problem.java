package org.guesscheck.core.problem;

import java.util.Optional;
import org.guesscheck.core.linear.InterruptCheck;

/**
 * A matrix sensing problem: training measurements of a ground truth, and test measurements for the generalization loss;
 * immutable.
 *
 * <p>For a predicted matrix W, the training loss is the mean of (&lt;A_i, W&gt; - y_i)^2 over the training measurements. The
 * generalization loss is the same mean over the test measurements. By default these are an orthonormal basis of the orthogonal
 * complement of the training measurements (Alexander et al., arXiv 2506.03931).
 */
public final class Problem {
    /** The largest number of entries m * m' of a predicted matrix: the length of the longest array that every JVM can make. */
    public static final int MOST_ENTRIES = Integer.MAX_VALUE - 8;

    /**
     * The largest number of entries m * m' for which test directions are computed. The work grows with its cube, and takes some
     * ten minutes at this size.
     */
    public static final int MOST_COMPLEMENTED = 1 << 14;

    private final int rows;
    private final int cols;
    private final Measurements train;
    private final Measurements test;
    private final double[] groundTruth;

    private Problem(int rows, int cols, Measurements train, Measurements test, double[] groundTruth) {
        int entries = ProblemSize.entries(rows, cols);
        this.rows = rows;
        this.cols = cols;
        this.train = requireShape("train", train, entries);
        this.test = requireShape("test", test, entries);
        this.groundTruth =
                groundTruth == null ? null : requireTruth(groundTruth, entries).clone();
    }

    /**
     * A problem with explicit test measurements.
     *
     * @param rows rows m of the predicted matrix, at least 1
     * @param cols columns m' of the predicted matrix, at least 1
     * @param train training measurements of m * m' entries each, at least one
     * @param test test measurements of m * m' entries each, at least one
     * @return the problem
     * @throws IllegalArgumentException if a shape does not fit, in one sentence, m * m' of 2^31 or more included
     */
    public static Problem of(int rows, int cols, Measurements train, Measurements test) {
        return new Problem(rows, cols, train, test, null);
    }

    /**
     * A problem with explicit test measurements and a known ground truth.
     *
     * @param rows rows m of the predicted matrix, at least 1
     * @param cols columns m' of the predicted matrix, at least 1
     * @param train training measurements of m * m' entries each, at least one
     * @param test test measurements of m * m' entries each, at least one
     * @param groundTruth the ground truth row by row, or null where it is unknown
     * @return the problem
     * @throws IllegalArgumentException if a shape does not fit, in one sentence, m * m' of 2^31 or more included, or an entry
     *     of the ground truth is not finite or too large for single precision, as in {@link Measurements}
     */
    public static Problem of(int rows, int cols, Measurements train, Measurements test, double[] groundTruth) {
        return new Problem(rows, cols, train, test, groundTruth);
    }

    /**
     * A problem whose test measurements are an orthonormal basis of the complement of its training measurements. The training
     * measurements may be linearly dependent. The work grows with the cube of m * m', and takes some seconds at 60 x 60. It ends
     * early if the thread is interrupted.
     *
     * @param rows rows m of the predicted matrix, at least 1
     * @param cols columns m' of the predicted matrix, at least 1
     * @param train training measurements of m * m' entries each, at least one
     * @param groundTruth the ground truth row by row, from which the test targets follow
     * @return the problem
     * @throws IllegalArgumentException if a shape does not fit, if m * m' is above 16,384 or the heap too small for the test
     *     directions, or if the measurements span everything so that no test direction is left
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static Problem complementing(int rows, int cols, Measurements train, double[] groundTruth) {
        int entries = ProblemSize.entries(rows, cols);
        requireShape("train", train, entries);
        requireTruth(groundTruth, entries);
        ProblemSize.requireComplement(rows, cols, train.count());
        double[][] basis = OrthonormalComplement.of(train.shared(), entries, InterruptCheck::check);
        if (basis.length == 0) {
            throw new IllegalArgumentException("train.measurements: they span all " + entries
                    + " dimensions, so no test direction is left; give fewer measurements or explicit test"
                    + " measurements");
        }
        return new Problem(rows, cols, train, Measurements.measuringOwn(basis, groundTruth), groundTruth);
    }

    /**
     * A random matrix sensing problem, as in Alexander et al. (arXiv 2506.03931). The ground truth has the given rank and Frobenius
     * norm 1. Measurements have independent normal entries and are divided by their Frobenius norms. Like {@link #complementing},
     * the work ends early if the thread is interrupted.
     *
     * @param rows rows m, at least 1
     * @param cols columns m', at least 1
     * @param rank rank of the ground truth, 1 to min(m, m')
     * @param measurements how many training measurements, 1 to m * m' - 1
     * @param seed the seed; equal arguments give equal bits on every machine
     * @return the problem
     * @throws IllegalArgumentException if an argument is out of range, m * m' above 16,384 included, or the heap too small
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static Problem sensing(int rows, int cols, int rank, int measurements, long seed) {
        return RandomProblem.sensing(rows, cols, rank, measurements, seed);
    }

    /**
     * A random matrix completion problem: some entries of the ground truth are the training data, all other entries the test data.
     *
     * @param rows rows m, at least 1
     * @param cols columns m', at least 1
     * @param rank rank of the ground truth, 1 to min(m, m')
     * @param measurements how many entries are observed, 1 to m * m' - 1
     * @param seed the seed; equal arguments give equal bits on every machine
     * @return the problem
     * @throws IllegalArgumentException if an argument is out of range, m * m' of 2^31 or more included, or the heap too small
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static Problem completion(int rows, int cols, int rank, int measurements, long seed) {
        return RandomProblem.completion(rows, cols, rank, measurements, seed);
    }

    private static double[] requireTruth(double[] groundTruth, int entries) {
        if (groundTruth.length != entries) {
            throw new IllegalArgumentException(
                    "groundTruth: " + groundTruth.length + " numbers; " + entries + " are needed");
        }
        SinglePrecision.requireSquares(SinglePrecision.requireNumbers(groundTruth, "groundTruth"), "groundTruth");
        return groundTruth;
    }

    private static Measurements requireShape(String name, Measurements measurements, int entries) {
        if (measurements.count() == 0) {
            throw new IllegalArgumentException(name + ".measurements: empty; at least one is needed");
        }
        int length = measurements.length();
        if (length != entries) {
            throw new IllegalArgumentException(
                    name + ".measurements[0]: " + length + " numbers; rows * cols = " + entries + " are needed");
        }
        return measurements;
    }

    /**
     * Rows of the predicted matrix.
     *
     * @return m
     */
    public int rows() {
        return rows;
    }

    /**
     * Columns of the predicted matrix.
     *
     * @return m'
     */
    public int cols() {
        return cols;
    }

    /**
     * The training data.
     *
     * @return measurements and targets
     */
    public Measurements train() {
        return train;
    }

    /**
     * The test data.
     *
     * @return measurements and targets
     */
    public Measurements test() {
        return test;
    }

    /**
     * A copy of the ground truth, where it is known.
     *
     * @return m * m' numbers row by row
     */
    public Optional<double[]> groundTruth() {
        return Optional.ofNullable(groundTruth).map(double[]::clone);
    }

    /**
     * Training loss of a matrix, in double precision.
     *
     * @param product m * m' numbers row by row
     * @return mean squared residual over the training measurements
     */
    public double trainLoss(double[] product) {
        return train.loss(product);
    }

    /**
     * Generalization loss of a matrix, in double precision.
     *
     * @param product m * m' numbers row by row
     * @return mean squared residual over the test measurements
     */
    public double generalizationLoss(double[] product) {
        return test.loss(product);
    }
}
