package org.guesscheck.core.problem;

import java.util.Arrays;
import java.util.Optional;

/**
 * Measurement matrices of one shape with their targets; immutable.
 *
 * <p>Losses are sums of squares in single precision. They are finite because the numbers have limits: the magnitude of a number
 * is at most 1e18, the squares of all matrix entries add up to at most 1e38, and so do the squares of all targets.
 */
public final class Measurements {
    /** The largest count of numbers in {@link #matrices} where single entries are observed: 1 GiB. */
    private static final long MOST_NUMBERS = 1L << 27;

    /** Null if single entries are observed. */
    private final double[][] matrices;
    /** Positions of the observed entries, counted row by row; null if matrices are given. */
    private final int[] positions;

    private final int length;
    private final double[] targets;

    private Measurements(double[][] matrices, int[] positions, int length, double[] targets) {
        this.matrices = matrices;
        this.positions = positions;
        this.length = length;
        this.targets = targets;
    }

    /**
     * Takes a copy of matrices and targets.
     *
     * @param matrices measurement matrices, each row by row, all of one length
     * @param targets one target for each measurement
     * @return the measurements
     * @throws IllegalArgumentException if the counts differ, a matrix has another length than the first, or a number is not finite
     *     or beyond the limits of this class
     */
    public static Measurements of(double[][] matrices, double[] targets) {
        if (matrices.length != targets.length) {
            throw new IllegalArgumentException("targets: " + targets.length + " numbers for " + matrices.length
                    + " measurements; they must match");
        }
        double[][] copy = new double[matrices.length][];
        double squares = 0;
        for (int i = 0; i < copy.length; i++) {
            if (matrices[i].length != matrices[0].length) {
                throw new IllegalArgumentException("measurements[" + i + "]: " + matrices[i].length
                        + " numbers where measurements[0] has " + matrices[0].length);
            }
            copy[i] = matrices[i].clone();
            squares += SinglePrecision.requireNumbers(copy[i], "measurements[" + i + "]");
        }
        SinglePrecision.requireSquares(squares, "measurements");
        requireTargets(targets);
        return new Measurements(copy, null, copy.length == 0 ? 0 : copy[0].length, targets.clone());
    }

    /**
     * Measures a matrix W: the targets are the inner products &lt;A_i, W&gt;.
     *
     * @param matrices measurement matrices, each row by row
     * @param truth the measured matrix, row by row
     * @return the measurements with the inner products as targets
     * @throws IllegalArgumentException if the shapes differ, or a number is not finite or beyond the limits of this class
     */
    public static Measurements measuring(double[][] matrices, double[] truth) {
        for (int i = 0; i < matrices.length; i++) {
            if (matrices[i].length != truth.length) {
                throw new IllegalArgumentException("measurements[" + i + "]: " + matrices[i].length
                        + " numbers where the ground truth has " + truth.length);
            }
        }
        return of(
                matrices,
                Arrays.stream(matrices).mapToDouble(a -> dot(a, truth)).toArray());
    }

    /** Measures a matrix with measurement matrices that the caller gives away, so that no copy is needed. */
    static Measurements measuringOwn(double[][] matrices, double[] truth) {
        double[] targets =
                Arrays.stream(matrices).mapToDouble(a -> dot(a, truth)).toArray();
        requireTargets(targets);
        return new Measurements(matrices, null, truth.length, targets);
    }

    /**
     * Observes single entries, as in matrix completion. No measurement matrices are stored.
     *
     * @param length entries of the predicted matrix, rows * cols
     * @param positions positions of the observed entries, counted row by row from 0, each below length
     * @param targets one target for each entry
     * @return the measurements
     * @throws IllegalArgumentException if the counts differ, a position is out of range, or a target is not finite or beyond the
     *     limits of this class
     */
    public static Measurements entries(int length, int[] positions, double[] targets) {
        if (positions.length != targets.length) {
            throw new IllegalArgumentException(
                    "targets: " + targets.length + " numbers for " + positions.length + " entries; they must match");
        }
        for (int i = 0; i < positions.length; i++) {
            if (positions[i] < 0 || positions[i] >= length) {
                throw new IllegalArgumentException(
                        "entries[" + i + "]: position " + positions[i] + "; 0 to " + (length - 1) + " is allowed");
            }
        }
        requireTargets(targets);
        return new Measurements(null, positions.clone(), length, targets.clone());
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int e = 0; e < a.length; e++) {
            sum = Math.fma(a[e], b[e], sum);
        }
        return sum;
    }

    private static void requireTargets(double[] targets) {
        SinglePrecision.requireSquares(SinglePrecision.requireNumbers(targets, "targets"), "targets");
    }

    /**
     * The number of measurements.
     *
     * @return n, possibly 0
     */
    public int count() {
        return targets.length;
    }

    /**
     * The number of entries of a measurement matrix.
     *
     * @return rows * cols; 0 if there are no measurements
     */
    public int length() {
        return length;
    }

    /**
     * The positions of the observed entries.
     *
     * @return a copy of the positions, counted row by row from 0; empty if measurement matrices were given
     */
    public Optional<int[]> positions() {
        return Optional.ofNullable(positions).map(int[]::clone);
    }

    /**
     * A copy of one measurement matrix.
     *
     * @param i index below {@link #count()}
     * @return its entries row by row
     */
    public double[] matrix(int i) {
        if (positions == null) {
            return matrices[i].clone();
        }
        double[] matrix = new double[length];
        matrix[positions[i]] = 1;
        return matrix;
    }

    /**
     * A copy of all measurement matrices.
     *
     * @return count x (rows * cols) numbers
     * @throws IllegalArgumentException if single entries are observed and their matrices would have more than 2^27 numbers in all
     */
    public double[][] matrices() {
        if (positions != null && (long) count() * length > MOST_NUMBERS) {
            throw new IllegalArgumentException(
                    "measurements: " + count() + " observed entries are too many to write out as "
                            + length + " numbers each; at most " + MOST_NUMBERS
                            + " numbers in all are allowed here, more only for gradient descent");
        }
        double[][] copy = new double[count()][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = matrix(i);
        }
        return copy;
    }

    /** The measurement matrices, which the caller must not change: the stored arrays themselves if matrices were given. */
    double[][] shared() {
        return positions == null ? matrices : matrices();
    }

    /** The mean of (&lt;A_i, W&gt; - y_i)^2 for a matrix W, row by row. */
    double loss(double[] product) {
        double sum = 0;
        for (int i = 0; i < targets.length; i++) {
            double measured = positions == null ? dot(matrices[i], product) : product[positions[i]];
            double residual = measured - targets[i];
            sum += residual * residual;
        }
        return sum / targets.length;
    }

    /**
     * A copy of the targets.
     *
     * @return count numbers
     */
    public double[] targets() {
        return targets.clone();
    }
}
