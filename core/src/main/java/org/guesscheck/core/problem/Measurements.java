package org.guesscheck.core.problem;

import java.util.Arrays;

/** Measurement matrices of one shape with their targets; immutable. */
public final class Measurements {
    private final double[][] matrices;
    private final double[] targets;

    private Measurements(double[][] matrices, double[] targets) {
        this.matrices = matrices;
        this.targets = targets;
    }

    /**
     * Takes a copy of matrices and targets.
     *
     * @param matrices measurement matrices, each row by row, all of one length
     * @param targets one target for each measurement
     * @return the measurements
     * @throws IllegalArgumentException if the counts differ, a row is short or an entry is not finite
     */
    public static Measurements of(double[][] matrices, double[] targets) {
        if (matrices.length != targets.length) {
            throw new IllegalArgumentException("targets: " + targets.length + " numbers for " + matrices.length
                    + " measurements; they must match");
        }
        double[][] copy = new double[matrices.length][];
        for (int i = 0; i < copy.length; i++) {
            if (matrices[i].length != matrices[0].length) {
                throw new IllegalArgumentException("measurements[" + i + "]: " + matrices[i].length
                        + " numbers where measurements[0] has " + matrices[0].length);
            }
            copy[i] = matrices[i].clone();
            requireFinite(copy[i], "measurements[" + i + "]");
        }
        requireFinite(targets, "targets");
        return new Measurements(copy, targets.clone());
    }

    /**
     * Measures a matrix, as the targets of the training data are made.
     *
     * @param matrices measurement matrices, each row by row
     * @param truth the measured matrix, row by row
     * @return the measurements with the inner products as targets
     * @throws IllegalArgumentException if the shapes differ or an entry is not finite
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

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int e = 0; e < a.length; e++) {
            sum = Math.fma(a[e], b[e], sum);
        }
        return sum;
    }

    private static void requireFinite(double[] values, String name) {
        for (int e = 0; e < values.length; e++) {
            if (!Double.isFinite(values[e])) {
                throw new IllegalArgumentException(name + "[" + e + "]: " + values[e] + " is not a finite number");
            }
        }
    }

    /**
     * How many measurements there are.
     *
     * @return n, possibly 0
     */
    public int count() {
        return targets.length;
    }

    /**
     * A copy of one measurement matrix.
     *
     * @param i index below {@link #count()}
     * @return its entries row by row
     */
    public double[] matrix(int i) {
        return matrices[i].clone();
    }

    /**
     * A copy of all measurement matrices.
     *
     * @return count x (rows * cols) numbers
     */
    public double[][] matrices() {
        return Arrays.stream(matrices).map(double[]::clone).toArray(double[][]::new);
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
